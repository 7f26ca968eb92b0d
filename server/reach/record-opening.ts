/**
 * 打开 (VI1): that a link was opened, by nobody in particular. A document each, so that an article which
 * thousands open in a minute makes nobody wait for anybody; the timer adds them up (count-openings.ts).
 */
import { arrivalOfScene } from '@domain/link/link';
import { textOfOrigin, type Origin } from '@domain/link/referral';
import { civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { locateContent } from './content-origin';

export function openingOf(origin: Origin, _id: string, now: number): StoredDocument<'channelSums'> {
  const opening = { origin: textOfOrigin(origin), day: civilDayOf(now), storedAt: now, isCounted: false };
  return { _id, cells: {}, opening };
}

/** Round trips: 1 to 2 for the content, and a transaction of 2. */
export const recordOpening: Handler<'reach.recordOpening'> = async (input, { ports, actor, now }) => {
  const arrival = arrivalOfScene(input.scene);
  const located = arrival === null ? null : await locateContent(ports, arrival.link);
  if (arrival === null || located === null) return { outcome: 'notCounted' };
  const origin = { channel: arrival.channel, ...located };
  const _id = ports.secrets.shortId('opening', `${actor.openId ?? ''}:${input.requestId}`);
  return ports.database.transaction(async (transaction) => {
    if ((await transaction.get('channelSums', _id)) !== null) return { outcome: 'already' as const };
    await transaction.add('channelSums', openingOf(origin, _id, now));
    return { outcome: 'recorded' as const };
  });
};
