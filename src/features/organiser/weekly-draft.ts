/** The shifts of a draft on other days (AC7, AC8). */
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { movedDays, weeklyDays, type Weekday } from '@domain/activity/weekly';
import { isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import type { ShiftDraft } from './activity-draft';

/** As many as an activity holds, and how many more there would be. */
export function proposedDays(
  fromDay: CivilDay,
  weekdays: readonly Weekday[],
  weeks: number,
): { readonly days: CivilDay[]; readonly left: number } {
  const all = weeklyDays(fromDay, weekdays, weeks);
  return { days: all.slice(0, MAXIMUM_SHIFTS), left: Math.max(0, all.length - MAXIMUM_SHIFTS) };
}

/** The first shift again on each of these days, instead of all shifts. */
export function shiftsOn(shifts: readonly ShiftDraft[], days: readonly CivilDay[]): ShiftDraft[] {
  const [first] = shifts;
  if (first === undefined) return [];
  return days.map((day, index) => ({ ...first, key: String(index + 1), day }));
}

/** Shifts without a day stay without one. */
export function shiftsMovedTo(shifts: readonly ShiftDraft[], firstDay: CivilDay): ShiftDraft[] {
  const dated = shifts.filter(({ day }) => isCivilDay(day));
  const days = movedDays(
    dated.map(({ day }) => parseCivilDay(day)),
    firstDay,
  );
  return shifts.map((shift) => {
    const index = dated.indexOf(shift);
    return index < 0 ? shift : { ...shift, day: days[index] ?? shift.day };
  });
}
