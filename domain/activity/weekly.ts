/** 每周重复: the days of a plan that repeats by weekdays (AC7), and a plan that moves as a whole (AC8). */
import { addDays, daysBetween, type CivilDay } from '../time/civil-day';

/** 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Half a year: what lies further ahead is planned when it is known. */
export const MAXIMUM_WEEKS = 26;

export function weekdayOf(day: CivilDay): Weekday {
  // Sunday is 0 there.
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 1;
}

/** The days of these weekdays in so many weeks from a day on, in order; that day may be the first. */
export function weeklyDays(fromDay: CivilDay, weekdays: readonly Weekday[], weeks: number): CivilDay[] {
  const length = 7 * Math.min(MAXIMUM_WEEKS, Math.max(0, Math.trunc(weeks)));
  return Array.from({ length }, (_none, index) => addDays(fromDay, index)).filter((day) =>
    weekdays.includes(weekdayOf(day)),
  );
}

/** The same days with the earliest on another one: their distances stay. */
export function movedDays(days: readonly CivilDay[], firstDay: CivilDay): CivilDay[] {
  const earliest = days.reduce((first, day) => (day < first ? day : first), days[0] ?? firstDay);
  const by = daysBetween(earliest, firstDay);
  return days.map((day) => addDays(day, by));
}
