import type { HttpAnswer, HttpRequest } from './http-types';
import type { JsonObject } from './json';

export interface ControlRequest {
  readonly request: HttpRequest;
  /** The variable part of the path, percent-decoded; '' when the route has none. */
  readonly parameter: string;
  readonly body: JsonObject;
}

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path below `/__local/`; `*` stands for one variable part. */
  readonly path: string;
  readonly handle: (control: ControlRequest) => Promise<HttpAnswer> | HttpAnswer;
}
