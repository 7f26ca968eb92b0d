import { civilDayOf } from '@domain/time/civil-day';
import { ageOn } from '@domain/volunteer/id-number';
import { MINIMUM_OWN_REGISTRATION_AGE } from '@domain/volunteer/volunteer';
import { serviceTotalsOf } from '../attendance/service-totals';
import type { Handler } from '../kernel/procedure';

/** Account, the set, then two look-ups and one sum for each child, together. */
export const listChildren: Handler<'guardian.listChildren'> = async (_input, context) => {
  const account = await context.actor.account();
  if (account === null) return { children: [] };
  const { database } = context.ports;
  const childIds = (await database.get('guardians', account.volunteerId))?.childIds ?? [];
  if (childIds.length === 0) return { children: [] };
  const [guardianships, volunteers, totals] = await Promise.all([
    database.getMany('guardianships', childIds),
    database.getMany('volunteers', childIds),
    Promise.all(childIds.map((childId) => serviceTotalsOf(context.ports, childId))),
  ]);
  const today = civilDayOf(context.now);
  return {
    children: childIds.flatMap((childId, index) => {
      const child = volunteers.find(({ _id }) => _id === childId);
      const guardianship = guardianships.find(({ _id }) => _id === childId);
      if (child === undefined || guardianship === undefined) return [];
      const age = ageOn(child.birthDay, today);
      return {
        volunteerId: childId,
        name: child.name,
        age,
        relation: guardianship.relation,
        isAccompanied: age < MINIMUM_OWN_REGISTRATION_AGE,
        consentedDay: civilDayOf(guardianship.consentedAt),
        totalMinutes: totals[index]?.totalMinutes ?? 0,
      };
    }),
  };
};
