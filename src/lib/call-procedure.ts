/**
 * One call of one procedure: envelope out, envelope in, both parsed. Knows no transport, so tests need no
 * network.
 */
import { procedures, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';
import { responseSchema, type WireRequest } from '@contract/wire';

import { ApiError } from './api-error';
import { learnServerTime } from './server-clock';

/**
 * Sends the envelope to the function `api` and resolves with whatever came back. Rejects with an ApiError.
 */
export type Transport = (request: WireRequest) => Promise<unknown>;

/** Rejects with an ApiError only. */
export async function callThrough<N extends ProcedureName>(
  transport: Transport,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const sentAt = Date.now();
  const answer = responseSchema.safeParse(await transport({ procedure: name, input }));
  if (!answer.success) throw new ApiError('network.badAnswer', {}, true);
  learnServerTime(answer.data.serverNow, sentAt, Date.now());
  if (!answer.data.ok) {
    const { code, params, retryable } = answer.data.error;
    throw new ApiError(code, params, retryable);
  }
  return parseOutput(name, answer.data.value);
}

/** Throws `network.badAnswer` when the value is not what the contract says. */
export function parseOutput<N extends ProcedureName>(name: N, value: unknown): OutputOf<N> {
  const output = procedures[name].output.safeParse(value);
  if (!output.success) throw new ApiError('network.badAnswer', {}, true);
  return output.data as OutputOf<N>;
}
