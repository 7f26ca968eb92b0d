import type { VirtualClock } from '../host/clock';
import type { JsonObject } from '../host/json';

/** JSON as WeChat answers it (`errcode` other than 0 is a refusal), or a file such as an image. */
export type OpenApiAnswer =
  | { readonly kind: 'json'; readonly body: JsonObject }
  | { readonly kind: 'file'; readonly contentType: string; readonly bytes: Buffer };

export interface OpenApiCall {
  readonly name: string;
  readonly parameters: JsonObject;
  readonly openid: string;
}

export interface OpenApiContext {
  readonly clock: VirtualClock;
  /** Where H5 pages are found, e.g. `http://127.0.0.1:8787`. */
  readonly siteUrl: () => string;
  /** Pages of the mini-program, to check code targets against; absent = not checked. */
  readonly pages?: string[] | undefined;
  /** a subscribe message needs a grant from the start; absent: everybody has agreed until a ledger is set */
  readonly needsGrants?: boolean | undefined;
}

export type OpenApiHandler = (call: OpenApiCall) => OpenApiAnswer;

export function accepted(body: JsonObject = {}): OpenApiAnswer {
  return { kind: 'json', body: { errcode: 0, errmsg: 'ok', ...body } };
}

export function refused(errcode: number, errmsg: string): OpenApiAnswer {
  return { kind: 'json', body: { errcode, errmsg } };
}
