/** The typed client of every procedure: what a screen calls. */
import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';

import { callFunction } from '@/platform/cloud-client';

import { callThrough } from './call-procedure';

/** Rejects with an ApiError only. */
export function callProcedure<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  return callThrough((request) => callFunction('api', request), name, input);
}
