/**
 * 打开 (VI1): that a link was opened, by nobody in particular. A document each, so that an article which
 * thousands open in a minute makes nobody wait for anybody; the timer adds them up (count-openings.ts).
 */
import { isCounted } from '@domain/link/content';
import { arrivalOfScene, type Arrival } from '@domain/link/link';
import { textOfOrigin, type Origin } from '@domain/link/referral';
import { civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { locateContent } from './content-origin';

/** Null: such a link is not counted, or leads to nothing. */
export async function originOfArrival(ports: Ports, { link, channel }: Arrival): Promise<Origin | null> {
  const found = isCounted(link) ? await locateContent(ports, link) : null;
  return found === null ? null : { channel, ...found };
}

export function openingOf(origin: Origin, _id: string, now: number): StoredDocument<'openings'> {
  return { _id, origin: textOfOrigin(origin), day: civilDayOf(now), storedAt: now, isCounted: false };
}

/** Round trips: 1 to 2 for the content, and a transaction of 2. */
export const recordOpening: Handler<'reach.recordOpening'> = async (input, { ports, actor, now }) => {
  const arrival = arrivalOfScene(input.scene);
  const origin = arrival === null ? null : await originOfArrival(ports, arrival);
  if (origin === null) return { outcome: 'notCounted' };
  const _id = ports.secrets.shortId('opening', `${actor.openId ?? ''}:${input.requestId}`);
  return ports.database.transaction(async (transaction) => {
    if ((await transaction.get('openings', _id)) !== null) return { outcome: 'already' as const };
    await transaction.add('openings', openingOf(origin, _id, now));
    return { outcome: 'recorded' as const };
  });
};
