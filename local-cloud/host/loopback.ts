/** Guards of a server that must be reachable from this machine only, web pages of other sites included. */

const LOOPBACK_NAME = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** A name that points at us by DNS rebinding is not ours: only loopback names may stand in `Host`. */
export function isLoopbackHost(host: string | undefined): boolean {
  return LOOPBACK_NAME.test((host ?? '').replace(/:\d+$/, ''));
}

/** Whether a page at this origin is on this machine. */
export function isLoopbackOrigin(origin: string): boolean {
  const match = /^https?:\/\/(.+)$/i.exec(origin);
  return match !== null && isLoopbackHost(match[1]);
}

/** Same-origin pages, and programs (which send no `Origin`), but no other page. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin.toLowerCase() === `http://${(host ?? '').toLowerCase()}`;
}
