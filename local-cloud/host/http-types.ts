import type { IncomingHttpHeaders } from 'node:http';
import { jsonTextOf, type JsonValue } from './json';

export interface HttpRequest {
  readonly method: string;
  /** Path as sent, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
  readonly clientIp: string;
  /** Reads the whole body. Throws 413 when it is longer than `maxBytes`. */
  readonly body: (maxBytes: number) => Promise<Buffer>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** 'drop' = the connection is cut without an answer (a fault). */
export type HttpOutcome = HttpAnswer | 'drop';

export function jsonAnswer(value: unknown, status = 200): HttpAnswer {
  return jsonTextAnswer(jsonTextOf(value), status);
}

export function jsonTextAnswer(text: string, status = 200): HttpAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: text };
}

export function errorAnswer(status: number, code: string, message: string, requestId: string): HttpAnswer {
  const body: Record<string, JsonValue> = { code, message, requestId };
  return jsonAnswer(body, status);
}

/** A whole number from the query string, kept inside its bounds. */
export function boundedNumber(
  text: string | null,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  const value = text === null || text === '' ? fallback : Number(text);
  if (!Number.isFinite(value)) return fallback;
  return Math.min(maximum, Math.max(minimum, Math.trunc(value)));
}
