import cloud from 'wx-server-sdk';

/** The platform says who calls; null for a visitor and a timer. An openid of digits arrives as a number. */
export function callerOpenId(): string | null {
  const openId: unknown = cloud.getWXContext().OPENID;
  if (typeof openId === 'number') return String(openId);
  return typeof openId === 'string' && openId !== '' ? openId : null;
}

/** Timers are nobody's to call: a function behind a timer refuses every client. */
export function refuseClients(): void {
  if (callerOpenId() !== null) throw new Error('this function is run by its timer only');
}
