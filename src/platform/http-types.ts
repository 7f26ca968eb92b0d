export interface HttpRequest {
  method: 'GET' | 'POST';
  /** Absolute, or on H5 relative to the site. */
  url: string;
  /** Sent as JSON. */
  body?: Readonly<Record<string, unknown>>;
  /** Value of `Authorization: Bearer`. */
  token?: string;
  timeoutMs: number;
}

/** `unreachable`: no answer came; `timeout`: none in time; `badAnswer`: it was not JSON. */
export type NoAnswerReason = 'unreachable' | 'timeout' | 'badAnswer';

export type HttpResult = { ok: true; status: number; body: unknown } | { ok: false; reason: NoAnswerReason };

/** Never throws: what went wrong is part of the result. */
export type RequestJson = (request: HttpRequest) => Promise<HttpResult>;
