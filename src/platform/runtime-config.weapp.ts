/**
 * A mini-program cannot be configured after upload: a build for a local cloud names it in TARO_APP_GATEWAY.
 */
import Taro from '@tarojs/taro';

import type { RuntimeConfig } from './runtime-config-types';

export type * from './runtime-config-types';

const gateway = (process.env.TARO_APP_GATEWAY ?? '').replace(/\/+$/, '');
const { appId } = Taro.getAccountInfoSync().miniProgram;
const config: RuntimeConfig = {
  ...{ gateway, isLocal: gateway !== '', visitorToken: '', filingNumber: '' },
  appId,
};

/** Never rejects. */
export function getRuntimeConfig(): Promise<RuntimeConfig> {
  return Promise.resolve(config);
}
