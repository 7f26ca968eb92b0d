import { CONSOLE_PATH } from '@contract/http-paths';

import type { CallFunction, CloudCallResult } from './cloud-client-types';
import { getConsoleKey } from './console-key';
import { callThroughGateway } from './gateway-call';
import { requestJson } from './http';
import { getRuntimeConfig } from './runtime-config';

export type * from './cloud-client-types';

/** Calls a cloud function and waits at most `timeoutMs`. */
export const callFunction: CallFunction = async (name, event, timeoutMs) => {
  const key = getConsoleKey();
  if (key !== null && name === 'api') return callAsComputer(key, event, timeoutMs);
  return callThroughGateway(await getRuntimeConfig(), name, event, timeoutMs);
};

/** A signed-in computer has an address of its own, the only one at which its key counts (CS5). */
async function callAsComputer(
  key: string,
  event: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Promise<CloudCallResult> {
  const body = { ...event, key };
  const result = await requestJson({ method: 'POST', url: CONSOLE_PATH, body, timeoutMs });
  if (!result.ok) return result;
  if (result.status === 200) return { ok: true, answer: result.body };
  return { ok: false, reason: result.status === 504 ? 'timeout' : 'unreachable' };
}
