/** A clock time that was typed, as an instant of a shift. */
import { civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';

/** No check-in opens earlier before a shift. */
const BEFORE_MS = 2 * HOUR_MS;

/** `14:05` around a shift, which never lasts a day; null for anything else. */
export function instantOfClock(text: string, shift: { readonly startsAt: number }): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const from = shift.startsAt - BEFORE_MS;
  const sameDay = startOfDay(civilDayOf(from)) + Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS;
  return sameDay < from ? sameDay + DAY_MS : sameDay;
}
