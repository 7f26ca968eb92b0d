/** The typed client of every procedure: what a screen calls. */
import { functionOf, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';

import { callFunction } from '@/platform/cloud-client';
import { forgetConsoleKey } from '@/platform/console-key';
import { relaunch } from '@/platform/navigation';

import { ApiError } from './api-error';
import { callThrough } from './call-procedure';
import { consoleRoute } from './routes';

/** Longer than a cold start, shorter than anybody's patience. */
const TIMEOUT_MS = 12_000;

/** Rejects with an ApiError only. */
export function callProcedure<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = callThrough(
    async (request) => {
      const result = await callFunction(functionOf(name), { ...request }, TIMEOUT_MS);
      if (!result.ok) throw new ApiError(`network.${result.reason}`, {}, true);
      return result.answer;
    },
    name,
    input,
  );
  return answer.catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'console.ended') leaveEndedConsole();
    throw error;
  });
}

/** This computer is let in no more (CS4): whoever sits there reads why, and can come in anew. */
function leaveEndedConsole(): void {
  forgetConsoleKey();
  const { path, params } = consoleRoute('1');
  relaunch(path, params);
}
