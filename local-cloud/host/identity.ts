import { HttpError } from './http-error';

/** Who calls a function. An empty `openid` is a visitor, or the cloud itself (timers). */
export interface Identity {
  readonly openid: string;
  /** As in `getWXContext().SOURCE`. */
  readonly source: 'wx_client' | 'wx_trigger' | 'wx_http' | 'scf';
  readonly clientIp: string;
}

export const LOCAL_APP_ID = 'wx0000000000000000';
const TOKEN_PREFIX = 'local:';
const BEARER = /^Bearer\s+(.+)$/i;
const MAX_OPENID_LENGTH = 128;

/**
 * The SDK's `getWXContext` turns ids made of digits into JavaScript numbers, so that two long ones may become
 * the same number. Real openids are never digits only: such an id gets a prefix, which keeps people apart.
 */
export function normaliseOpenid(id: string): string {
  return /^-?\d+$/.test(id) ? `openid-${id}` : id;
}

/** Identity of a gateway call. Throws 401 without a usable `Authorization` header. */
export function identityOfAuthorization(header: string | undefined, clientIp: string): Identity {
  const token = BEARER.exec(header ?? '')?.[1]?.trim();
  if (token === undefined) {
    throw new HttpError(
      401,
      'MISSING_CREDENTIALS',
      'Authorization: Bearer openid:<id> or Bearer anonymous is required',
    );
  }
  if (token === 'anonymous') return { openid: '', source: 'wx_client', clientIp };
  const id = /^openid:(.+)$/.exec(token)?.[1]?.trim() ?? '';
  if (id === '' || id.length > MAX_OPENID_LENGTH || Array.from(id).some((character) => character < ' ')) {
    throw new HttpError(
      401,
      'INVALID_CREDENTIALS',
      'the bearer token must be openid:<1 to 128 characters> or anonymous',
    );
  }
  return { openid: normaliseOpenid(id), source: 'wx_client', clientIp };
}

/** The value of WX_API_TOKEN: it comes back as `wxCloudApiToken` with every request of the SDK. */
export function apiTokenOf(identity: Identity): string {
  return `${TOKEN_PREFIX}${identity.openid}`;
}

/** The caller inside a function's own request, e.g. for a nested `callFunction`. */
export function identityOfApiToken(token: unknown): Identity {
  const openid =
    typeof token === 'string' && token.startsWith(TOKEN_PREFIX) ? token.slice(TOKEN_PREFIX.length) : '';
  return { openid, source: 'scf', clientIp: '127.0.0.1' };
}

export const TIMER_IDENTITY: Identity = { openid: '', source: 'wx_trigger', clientIp: '127.0.0.1' };
