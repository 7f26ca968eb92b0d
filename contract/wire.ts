/** The envelope of every call: one callable function, many named procedures. */
import * as z from 'zod';
import './zod-config';
import { ERROR_CODES } from './error-codes';

/** A request is refused unread above this many characters. */
export const REQUEST_MAXIMUM_CHARACTERS = 64_000;

export const requestSchema = z.object({
  procedure: z.string().max(80),
  input: z.unknown(),
});
export type WireRequest = z.infer<typeof requestSchema>;

export const failureSchema = z.object({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  retryable: z.boolean(),
});
export type Failure = z.infer<typeof failureSchema>;

/** `serverNow` lets a phone whose clock is wrong show right times and right codes. */
export type WireResponse<Value> =
  | { readonly ok: true; readonly value: Value; readonly serverNow: number }
  | { readonly ok: false; readonly error: Failure; readonly serverNow: number };

export const responseSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown(), serverNow: z.number().int() }),
  z.object({ ok: z.literal(false), error: failureSchema, serverNow: z.number().int() }),
]);
