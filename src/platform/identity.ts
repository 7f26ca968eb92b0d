/**
 * Who calls, on a local cloud: anyone may choose. In WeChat the cloud itself knows the caller, and on a
 * production H5 site everyone is a visitor, so there this answers nothing.
 */
import { requestJson } from './http';
import { getRuntimeConfig, type RuntimeConfig } from './runtime-config';
import { deviceStorage } from './storage';

export interface LocalIdentity {
  /** Stands for WeChat's OPENID; empty is the visitor who has none. */
  openid: string;
  name: string;
  /** What this person may do, in words. */
  detail: string;
}

const storageName = 'localIdentity';
const timeoutMs = 8_000;

/** The chosen id; empty for a visitor. */
export function getLocalOpenid(): string {
  const stored = deviceStorage.get(storageName);
  return typeof stored === 'string' ? stored : '';
}

/** Takes effect with the next call; the caller reloads what is on the screen. */
export function setLocalOpenid(openid: string): void {
  if (openid === '') deviceStorage.remove(storageName);
  else deviceStorage.set(storageName, openid);
}

/** The bearer token of gateway calls. */
export function bearerToken({ isLocal, visitorToken }: RuntimeConfig): string {
  const openid = isLocal ? getLocalOpenid() : '';
  if (openid !== '') return `openid:${openid}`;
  return visitorToken === '' ? 'anonymous' : visitorToken;
}

function parseIdentity(value: unknown): LocalIdentity[] {
  const entry = (value ?? {}) as Record<string, unknown>;
  const { id, label, description } = entry;
  if (typeof id !== 'string' || typeof label !== 'string') return [];
  return [{ openid: id, name: label, detail: typeof description === 'string' ? description : '' }];
}

function parseIdentities(body: unknown): LocalIdentity[] {
  const { identities } = (body ?? {}) as { identities?: unknown };
  const list: unknown[] = Array.isArray(identities) ? identities : [];
  return list.flatMap(parseIdentity);
}

/** The people one can be on this local cloud; empty anywhere else and when it does not answer. */
export async function listLocalIdentities(): Promise<LocalIdentity[]> {
  const { gateway, isLocal } = await getRuntimeConfig();
  if (!isLocal) return [];
  const result = await requestJson({ method: 'GET', url: `${gateway}/__local/identities`, timeoutMs });
  return result.ok && result.status === 200 ? parseIdentities(result.body) : [];
}
