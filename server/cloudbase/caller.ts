import cloud from 'wx-server-sdk';
import type { Origin } from '../kernel/actor';

/** The platform says who calls; null for a visitor and a timer. An openid of digits arrives as a number. */
export function callerOpenId(): string | null {
  const openId: unknown = cloud.getWXContext().OPENID;
  if (typeof openId === 'number') return String(openId);
  return typeof openId === 'string' && openId !== '' ? openId : null;
}

/** Where the call comes from, for the trail: never believed, only written down. */
export function callerOrigin(): Origin {
  const { SOURCE, CLIENTIP, CLIENTIPV6 } = parseContext(cloud.getWXContext());
  return { source: textOf(SOURCE), clientIp: textOf(CLIENTIP) || textOf(CLIENTIPV6) };
}

/** Timers are nobody's to call: the function refuses every client, also one without an account. */
export function refuseClients(): void {
  const isClient = sourcesOf().some((source) => source === 'wx_client' || source === 'wx_devtools');
  if (isClient || callerOpenId() !== null) throw new Error('this function is run by its timer only');
}

/** Another function calls this one. */
export function isCalledByFunction(): boolean {
  return sourcesOf().pop() === 'scf';
}

/** The platform names the chain of callers, the nearest last. */
function sourcesOf(): string[] {
  const source: unknown = cloud.getWXContext().SOURCE;
  return typeof source === 'string' ? source.split(',') : [];
}

function parseContext(context: object): Record<string, unknown> {
  return context as Record<string, unknown>;
}

/** An address is short; whatever else comes is cut. */
const LONGEST_ORIGIN = 64;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_ORIGIN) : '';
}
