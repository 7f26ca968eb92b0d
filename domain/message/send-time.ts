/** When a message may be sent (ME5): from its fact on, as long as it helps, and with regard for the night. */
import { checkOutClosesAt, type Shift } from '../activity/shift';
import {
  addDays,
  civilDayOf,
  DAY_MS,
  endOfDay,
  HOUR_MS,
  MINUTE_MS,
  minuteOfDay,
  startOfDay,
} from '../time/civil-day';
import type { ToldKind } from './message-kind';

/** 22:00 to 07:30, Shanghai */
const QUIET_FROM_MINUTE = 22 * 60;
const QUIET_TO_MINUTE = 7 * 60 + 30;
/** An early shift is reminded of at 20:00 of the evening before. */
const EVENING_MINUTE = 20 * 60;
/** Told in the morning, who must travel or may stay at home needs this long before the start. */
export const MORNING_MARGIN_MS = 2 * HOUR_MS;
const REMINDER_LEAD_MS = 2 * HOUR_MS;
/** Who agrees just before a reminder is due has looked at the shift just now. */
const FRESH_MS = 30 * MINUTE_MS;
/** After the end, before anybody is told that the check-out is missing. */
const CHECK_OUT_PATIENCE_MS = 15 * MINUTE_MS;
/** A minute to go is no use to anybody. */
const CHECK_OUT_LAST_CALL_MS = 5 * MINUTE_MS;
/** Old news is not sent. */
const NEWS_KEPT_MS = 7 * DAY_MS;

export interface Timing {
  /** epoch ms, the earliest and the first instant that is too late */
  readonly from: number;
  readonly until: number;
}

/** What a kind does in quiet hours. */
export const NIGHT_RULES: Readonly<Record<ToldKind, 'waits' | 'sends' | 'sendsIfMorningIsLate'>> = {
  shiftSoon: 'waits',
  checkOutForgotten: 'sends',
  seatGiven: 'sendsIfMorningIsLate',
  shiftCancelled: 'sendsIfMorningIsLate',
  shiftChanged: 'sendsIfMorningIsLate',
  recordConfirmed: 'waits',
  certificateReady: 'waits',
  invitation: 'waits',
};

export function isQuiet(instant: number): boolean {
  const minute = minuteOfDay(instant);
  return minute >= QUIET_FROM_MINUTE || minute < QUIET_TO_MINUTE;
}

/** The end of the quiet hours that the instant lies in. */
function morningAfter(instant: number): number {
  const midnight =
    minuteOfDay(instant) >= QUIET_FROM_MINUTE
      ? endOfDay(civilDayOf(instant))
      : startOfDay(civilDayOf(instant));
  return midnight + QUIET_TO_MINUTE * MINUTE_MS;
}

/** The instant to send at, `now` or later; null: there is none that helps. */
export function sendAtOf(kind: ToldKind, { from, until }: Timing, now: number): number | null {
  const earliest = Math.max(from, now);
  if (earliest >= until) return null;
  if (!isQuiet(earliest) || NIGHT_RULES[kind] === 'sends') return earliest;
  const morning = morningAfter(earliest);
  if (NIGHT_RULES[kind] === 'waits') return morning < until ? morning : null;
  return morning + MORNING_MARGIN_MS <= until ? morning : earliest;
}

/** Two hours before the start, or the evening before; null: that is over, or nearly so. */
export function reminderOf(shift: Pick<Shift, 'startsAt'>, now: number): Timing | null {
  const wanted = shift.startsAt - REMINDER_LEAD_MS;
  const from = isQuiet(wanted) ? eveningBefore(wanted) : wanted;
  return now < from - FRESH_MS ? { from, until: shift.startsAt } : null;
}

function eveningBefore(instant: number): number {
  const day = civilDayOf(instant);
  const evening = minuteOfDay(instant) >= QUIET_FROM_MINUTE ? day : addDays(day, -1);
  return startOfDay(evening) + EVENING_MINUTE * MINUTE_MS;
}

/** Null: the door is closed already, or never open that long. */
export function checkOutReminderOf(shift: Pick<Shift, 'endsAt' | 'rules'>, now: number): Timing | null {
  const until = checkOutClosesAt(shift) - CHECK_OUT_LAST_CALL_MS;
  const from = Math.min(shift.endsAt + CHECK_OUT_PATIENCE_MS, until - 1);
  return now < until ? { from, until } : null;
}

/** Of a seat, a change or a cancellation: as long as the shift has not begun. */
export function beforeStart(shift: Pick<Shift, 'startsAt'>, now: number): Timing {
  return { from: now, until: shift.startsAt };
}

export function newsOf(now: number): Timing {
  return { from: now, until: now + NEWS_KEPT_MS };
}
