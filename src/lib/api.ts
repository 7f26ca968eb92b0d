/** The typed client of every procedure: what a screen calls. */
import { functionOf, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';

import { callFunction } from '@/platform/cloud-client';

import { ApiError } from './api-error';
import { callThrough } from './call-procedure';

/** Longer than a cold start, shorter than anybody's patience. */
const TIMEOUT_MS = 12_000;

/** Rejects with an ApiError only. */
export function callProcedure<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  return callThrough(
    async (request) => {
      const result = await callFunction(functionOf(name), { ...request }, TIMEOUT_MS);
      if (!result.ok) throw new ApiError(`network.${result.reason}`, {}, true);
      return result.answer;
    },
    name,
    input,
  );
}
