/** The production gateway's HTTP shape, which the local cloud answers too. */
import type { CloudCallResult } from './cloud-client-types';
import { requestJson } from './http';
import { bearerToken } from './identity';
import type { RuntimeConfig } from './runtime-config';

export async function callThroughGateway(
  config: RuntimeConfig,
  name: string,
  event: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Promise<CloudCallResult> {
  const result = await requestJson({
    method: 'POST',
    url: `${config.gateway}/v1/functions/${name}`,
    body: event,
    token: bearerToken(config),
    timeoutMs,
  });
  if (!result.ok) return result;
  if (result.status === 200) return { ok: true, answer: result.body };
  // The function ran out of time or did not run: nobody knows whether its work was done.
  return { ok: false, reason: result.status === 504 ? 'timeout' : 'unreachable' };
}
