/** 补录台 of a shift (AT10): from when to when, and what of the month's quota is left. */
import { checkOutClosesAt } from '@domain/activity/shift';
import { DAY_MS } from '@domain/time/civil-day';
import { managedShift } from '../attendance/shift-screen';
import type { Handler } from '../kernel/procedure';
import { quotaViewOf } from './quota';
import { currentSupplementRules } from './rules';

/** Round trips: shift, roles, rules, then three reads at once. */
export const getDesk: Handler<'supplement.getDesk'> = async ({ shiftId }, context) => {
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  const { quotaPercent, entryDays } = await currentSupplementRules(context.ports);
  const { title, startsAt, endsAt, place, teamId, trainingValidDays } = shift;
  return {
    title,
    placeName: place.name,
    startsAt,
    endsAt,
    opensAt: checkOutClosesAt(shift),
    closesAt: endsAt + entryDays * DAY_MS,
    isTraining: trainingValidDays !== null,
    quota: await quotaViewOf(context.ports, teamId, endsAt, quotaPercent),
  };
};
