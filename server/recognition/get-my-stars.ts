import { isWellFormed, schemeInForce, starProgressOf } from '@domain/recognition/star-level';
import { assert } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { serviceTotalsOf } from '../attendance/service-totals';
import type { Handler } from '../kernel/procedure';

/** A city revises its star levels a few times in its life. */
const MAXIMUM_SCHEMES = 50;

/** AT12. Three round trips: account; volunteer and schemes; the sum over one person's records. */
export const getMyStars: Handler<'recognition.getMyStars'> = async (_input, { actor, ports, now }) => {
  const account = await actor.account();
  if (account === null) return { totalMinutes: 0, scheme: null };
  const [volunteer, schemes] = await Promise.all([
    ports.database.get('volunteers', account.volunteerId),
    ports.database.find('starSchemes', { where: {}, limit: MAXIMUM_SCHEMES }),
  ]);
  if (volunteer === null) return { totalMinutes: 0, scheme: null };
  const { totalMinutes } = await serviceTotalsOf(ports, account.volunteerId, volunteer.registeredAt);
  const scheme = schemeInForce(schemes, civilDayOf(now));
  if (scheme === null) return { totalMinutes, scheme: null };
  const { document, fromDay, levels } = scheme;
  assert(isWellFormed(levels), 'star levels rise');
  return { totalMinutes, scheme: { document, fromDay, levels, ...starProgressOf(levels, totalMinutes) } };
};
