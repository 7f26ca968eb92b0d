/** Limits per account and procedure that hold across instances (SE2). */
import { CALLS_AN_HOUR, LIMIT_WINDOW_MS, VISITOR_CALLS_AN_HOUR } from '@contract/call-limits';
import type { ProcedureName } from '@contract/procedures';
import { rejected, type Rejection } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import type { Actor } from './actor';
import type { Ports } from './ports';

/**
 * Counts this call. Refused beyond the minute's bound of this instance, and beyond the hour's of the account
 * where the procedure has one. A visitor is counted by the address, where a procedure says so, and else not:
 * an article is opened by thousands behind one address of a carrier. Round trips: 0 for most procedures; 1
 * transaction of 2 for a limited one.
 */
export async function spendCall(
  ports: Ports,
  { openId, origin }: Pick<Actor, 'openId' | 'origin'>,
  procedure: ProcedureName,
): Promise<Rejection<'request.tooOften'> | null> {
  const now = ports.now();
  if (openId !== null && !ports.recentCalls.allows(openId, procedure, now)) return tooOften(MINUTE_MS, now);
  const most = (openId === null ? VISITOR_CALLS_AN_HOUR : CALLS_AN_HOUR)[procedure];
  if (most === undefined) return null;
  const caller = openId ?? `address:${origin.clientIp}`;
  const startsAt = now - (now % LIMIT_WINDOW_MS);
  const _id = ports.secrets.shortId('calls', `${caller}:${procedure}:${String(startsAt)}`);
  const isAllowed = await ports.database.transaction(async (transaction) => {
    const count = ((await transaction.get('callCounts', _id))?.count ?? 0) + 1;
    if (count > most) return false;
    await transaction.put('callCounts', { _id, count, storedAt: startsAt });
    return true;
  });
  return isAllowed ? null : tooOften(LIMIT_WINDOW_MS, now);
}

function tooOften(windowMs: number, now: number): Rejection<'request.tooOften'> {
  return rejected('request.tooOften', { minutes: Math.ceil((windowMs - (now % windowMs)) / MINUTE_MS) });
}
