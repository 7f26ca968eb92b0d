import Taro from '@tarojs/taro';

import type { CallFunction, CloudCallResult } from './cloud-client-types';
import { callThroughGateway } from './gateway-call';
import { getRuntimeConfig } from './runtime-config';

export type * from './cloud-client-types';

let isInitialised = false;

function initialise(): void {
  if (isInitialised) return;
  const env = process.env.TARO_APP_CLOUD_ENV;
  Taro.cloud.init(env ? { env } : {});
  isInitialised = true;
}

function parseResult(answer: unknown): unknown {
  return (answer as { result?: unknown }).result;
}

async function callCloud(name: string, event: Readonly<Record<string, unknown>>): Promise<CloudCallResult> {
  try {
    initialise();
    const answer = parseResult(await Taro.cloud.callFunction({ name, data: event }));
    return { ok: true, answer };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

function afterTimeout(timeoutMs: number): Promise<CloudCallResult> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve({ ok: false, reason: 'timeout' });
    }, timeoutMs);
  });
}

/** Calls a cloud function and waits at most `timeoutMs`. */
export const callFunction: CallFunction = async (name, event, timeoutMs) => {
  const config = await getRuntimeConfig();
  if (config.isLocal) return callThroughGateway(config, name, event, timeoutMs);
  return Promise.race([callCloud(name, event), afterTimeout(timeoutMs)]);
};
