/** The typed client of every procedure: what a screen calls. */
import { functionOf, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';

import { callFunction } from '@/platform/cloud-client';
import { forgetConsoleKey, getConsoleKey } from '@/platform/console-key';
import { relaunch } from '@/platform/navigation';

import { ApiError } from './api-error';
import { callThrough } from './call-procedure';
import { consoleRoute } from './routes';

/** Longer than a cold start, shorter than anybody's patience. */
const TIMEOUT_MS = 12_000;

/** Rejects with an ApiError only. */
export function callProcedure<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const key = getConsoleKey();
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
    if (error instanceof ApiError && error.code === 'console.ended') leaveEndedConsole(key);
    throw error;
  });
}

/**
 * This computer is let in no more (CS4): whoever sits there reads why, and can come in anew. Of several calls
 * on their way the first to come back does it, and none ends what began since.
 */
function leaveEndedConsole(key: string | null): void {
  if (key === null || getConsoleKey() !== key) return;
  forgetConsoleKey();
  const { path, params } = consoleRoute('1');
  relaunch(path, params);
}
