import { apiTokenOf, LOCAL_APP_ID, type Identity } from '../host/identity';

const CLOUD_CONTEXT_KEYS = 'TCB_ENV,TCB_SOURCE,TCB_UUID,SCF_NAMESPACE';
const WECHAT_CONTEXT_KEYS = 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN,WX_CLIENTIP';

/**
 * Variables every instance of a function starts with; nothing of the developer's own environment leaks
 * in.
 */
export function baseEnvironment(
  environmentId: string,
  extra: Record<string, string>,
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    ...extra,
    // Any non-empty strings: without keys the SDK dies of an unhandled rejection.
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
    // Without it every request first probes a metadata host on the network.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TCB_CONTEXT_KEYS: CLOUD_CONTEXT_KEYS,
    WX_CONTEXT_KEYS: WECHAT_CONTEXT_KEYS,
    SILENCE: 'true',
  };
}

/**
 * Variables of one invocation: who calls, and an address that lets the host count this invocation's
 * requests.
 */
export function invocationEnvironment(
  identity: Identity,
  adminUrl: string,
  isTimer: boolean,
): Record<string, string | null> {
  const token = apiTokenOf(identity);
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_SOURCE: identity.source,
    TCB_UUID: null,
    WX_OPENID: identity.openid,
    WX_APPID: LOCAL_APP_ID,
    WX_UNIONID: null,
    WX_API_TOKEN: token,
    WX_CLIENTIP: identity.clientIp,
    TRIGGER_SRC: isTimer ? 'timer' : null,
    WX_TRIGGER_API_TOKEN_V0: isTimer ? token : null,
  };
}
