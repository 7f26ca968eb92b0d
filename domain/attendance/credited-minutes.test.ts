import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { HOUR_MS, MINUTE_MS } from '../time/civil-day';
import { creditedMinutes } from './credited-minutes';

const startsAt = 500 * HOUR_MS;
const endsAt = startsAt + 3 * HOUR_MS;
const credit = (inMinutes: number, outMinutes: number | null, rule?: Parameters<typeof creditedMinutes>[1]) =>
  creditedMinutes(
    {
      startsAt,
      endsAt,
      checkInAt: startsAt + inMinutes * MINUTE_MS,
      checkOutAt: outMinutes === null ? null : startsAt + outMinutes * MINUTE_MS,
    },
    rule,
  );

test('[AT7] presence inside the shift counts, in whole minutes rounded down', () => {
  expect(credit(-20, 180)).toBe(180);
  expect(credit(-20, 240)).toBe(180);
  expect(credit(10, 100)).toBe(90);
  expect(credit(10.5, 100.4)).toBe(89);
  expect(credit(-30, -5)).toBe(0);
  expect(credit(200, 210)).toBe(0);
  expect(credit(100, 50)).toBe(0);
});

test('[AT7] nothing is credited without a check-out', () => {
  expect(credit(0, null)).toBe(0);
});

test('[AT7] graces and breaks of the rule', () => {
  const rule = { graceInMs: 10 * MINUTE_MS, graceOutMs: 20 * MINUTE_MS, breakMs: 30 * MINUTE_MS };
  expect(credit(-30, 300, rule)).toBe(10 + 180 + 20 - 30);
  expect(credit(0, 10, rule)).toBe(0);
});

test('[AT7] an integer between 0 and the shift, and staying longer never counts less', () => {
  const anyMs = fc.integer({ min: -4 * HOUR_MS, max: 16 * HOUR_MS });
  fc.assert(
    fc.property(anyShift, anyMs, anyMs, anyMs, (shift, checkIn, checkOut, later) => {
      const visit = { ...shift, checkInAt: shift.startsAt + checkIn };
      const of = (offset: number) => creditedMinutes({ ...visit, checkOutAt: shift.startsAt + offset });
      const minutes = of(checkOut);
      expect(Number.isSafeInteger(minutes)).toBe(true);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThanOrEqual((shift.endsAt - shift.startsAt) / MINUTE_MS);
      expect(of(Math.max(checkOut, later))).toBeGreaterThanOrEqual(minutes);
    }),
  );
});
