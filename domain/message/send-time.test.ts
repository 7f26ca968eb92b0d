import fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import { MESSAGE_KINDS } from './message-kind';
import {
  checkOutReminderOf,
  isQuiet,
  MORNING_MARGIN_MS,
  NIGHT_RULES,
  reminderOf,
  sendAtOf,
} from './send-time';

const MIDNIGHT = startOfDay(parseCivilDay('2026-11-26'));
const at = (hours: number): number => MIDNIGHT + hours * HOUR_MS;
const anyInstant = fc.integer({ min: MIDNIGHT - 400 * DAY_MS, max: MIDNIGHT + 400 * DAY_MS });
const anyKind = fc.constantFrom(...MESSAGE_KINDS);
const anyTiming = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 3 * DAY_MS }))
  .map(([from, length]) => ({ from, until: from + length }));

test('[ME5] the quiet hours are 22:00 to 07:30', () => {
  expect([21.99, 22, 23.5, 24, 31.49, 31.5, 36].map((hours) => isQuiet(at(hours)))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('[ME5] an instant to send at lies in the window, not in the past, at night only for what may', () => {
  fc.assert(
    fc.property(anyKind, anyTiming, fc.integer({ min: -DAY_MS, max: 4 * DAY_MS }), (kind, timing, ahead) => {
      const now = timing.from + ahead;
      const sendAt = sendAtOf(kind, timing, now);
      if (sendAt === null) {
        expect(NIGHT_RULES[kind] === 'waits' || now >= timing.until).toBe(true);
        return;
      }
      expect(sendAt).toBeGreaterThanOrEqual(Math.max(now, timing.from));
      expect(sendAt).toBeLessThan(timing.until);
      // Asked again then, it is sent then.
      expect(sendAtOf(kind, timing, sendAt)).toBe(sendAt);
      if (!isQuiet(sendAt)) return;
      expect(NIGHT_RULES[kind]).not.toBe('waits');
      if (NIGHT_RULES[kind] !== 'sends') {
        const soon = timing.until - sendAt;
        expect(soon).toBeLessThan(9.5 * HOUR_MS + MORNING_MARGIN_MS);
      }
    }),
  );
});

test('[ME5] a seat in the night waits for the morning, unless the shift begins before half past nine', () => {
  const given = at(23);
  expect(sendAtOf('seatGiven', { from: given, until: at(24 + 10) }, given)).toBe(at(24 + 7.5));
  expect(sendAtOf('seatGiven', { from: given, until: at(24 + 9.5) }, given)).toBe(at(24 + 7.5));
  expect(sendAtOf('seatGiven', { from: given, until: at(24 + 9) }, given)).toBe(given);
  expect(sendAtOf('recordConfirmed', { from: given, until: at(24 * 7) }, given)).toBe(at(24 + 7.5));
  expect(sendAtOf('checkOutForgotten', { from: given, until: at(25) }, given)).toBe(given);
});

test('[ME5] a reminder comes two hours before, or the evening before, and never to who just saw it', () => {
  const before = at(-100);
  expect(reminderOf({ startsAt: at(14) }, before)).toEqual({ from: at(12), until: at(14) });
  expect(reminderOf({ startsAt: at(9.5) }, before)?.from).toBe(at(7.5));
  expect(reminderOf({ startsAt: at(9) }, before)?.from).toBe(at(-4));
  expect(reminderOf({ startsAt: at(1) }, before)?.from).toBe(at(-4));
  expect(reminderOf({ startsAt: at(0.5) }, before)?.from).toBe(at(-4));
  expect(reminderOf({ startsAt: at(14) }, at(11.5))).toBeNull();
  expect(reminderOf({ startsAt: at(14) }, at(11.4))).not.toBeNull();
  fc.assert(
    fc.property(anyInstant, anyInstant, (startsAt, now) => {
      const timing = reminderOf({ startsAt }, now);
      if (timing === null) return;
      expect(isQuiet(timing.from)).toBe(false);
      expect(startsAt - timing.from).toBeGreaterThanOrEqual(2 * HOUR_MS);
      expect(startsAt - timing.from).toBeLessThanOrEqual(14 * HOUR_MS);
    }),
  );
});

test('[ME5] a forgotten check-out is told a quarter of an hour after the end, while the door is open', () => {
  const timing = checkOutReminderOf({ endsAt: at(18) }, at(17));
  expect(timing?.from).toBe(at(18.25));
  const until = timing?.until ?? 0;
  expect(checkOutReminderOf({ endsAt: at(18) }, until - 1)).not.toBeNull();
  expect(checkOutReminderOf({ endsAt: at(18) }, until)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 0, max: 600 }), (minute, closes) => {
      const rules = { ...NO_GRACE, closesAfterMinutes: closes };
      const own = checkOutReminderOf({ endsAt: MIDNIGHT + minute * MINUTE_MS, rules }, MIDNIGHT - DAY_MS);
      expect(own === null || own.from < own.until).toBe(true);
    }),
  );
});

const NO_GRACE = {
  opensBeforeMinutes: 0,
  closesAfterMinutes: 0,
  graceInMinutes: 0,
  graceOutMinutes: 0,
  breaks: [],
  minimumPresencePercent: 0,
  headCountTolerancePercent: 0,
};
