import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { HOUR_MS, MINUTE_MS } from '../time/civil-day';
import { DEFAULT_SHIFT_RULES, type ShiftRules } from './attendance-rules';
import { minutesOf, requiredMinutes, serviceOf } from './credited-minutes';

/** 04:00 in Shanghai: no midnight near. */
const startsAt = 500 * HOUR_MS;
const endsAt = startsAt + 3 * HOUR_MS;
const at = (minute: number): number => startsAt + minute * MINUTE_MS;
const credit = (inMinutes: number, outMinutes: number, rules: Partial<ShiftRules> = {}) =>
  minutesOf(
    serviceOf({
      startsAt,
      endsAt,
      checkInAt: at(inMinutes),
      checkOutAt: at(outMinutes),
      rules: { ...DEFAULT_SHIFT_RULES, ...rules },
    }).served,
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

test('[AT7] graces lengthen the shift at either end', () => {
  const rules = { graceInMinutes: 10, graceOutMinutes: 20 };
  expect(credit(-30, 300, rules)).toBe(10 + 180 + 20);
  expect(credit(-5, 185, rules)).toBe(190);
});

test('[AT11] of a break only what overlaps the presence is taken off', () => {
  const rules = {
    breaks: [
      { from: at(60), to: at(90) },
      { from: at(120), to: at(130) },
    ],
  };
  expect(credit(0, 180, rules)).toBe(140);
  expect(credit(70, 180, rules)).toBe(80);
  expect(credit(60, 90, rules)).toBe(0);
  expect(credit(0, 60, rules)).toBe(60);
});

test('[AT7] the least presence is a share of the shift without its breaks, rounded up', () => {
  const required = (percent: number | null, breaks: ShiftRules['breaks'] = []) =>
    requiredMinutes({
      startsAt,
      endsAt,
      rules: { ...DEFAULT_SHIFT_RULES, minimumPresencePercent: percent, breaks },
    });
  expect(required(null)).toBeNull();
  expect(required(60)).toBe(108);
  expect(required(60, [{ from: at(60), to: at(91) }])).toBe(90);
});

const anyMs = fc.integer({ min: -4 * HOUR_MS, max: 16 * HOUR_MS });
const anyGrace = fc.integer({ min: 0, max: 30 });

test('[AT7][AT11] by the minute: what one counts minute by minute, for any graces and breaks', () => {
  const anyBreak = fc.tuple(fc.nat({ max: 170 }), fc.integer({ min: 1, max: 60 }));
  const minute = fc.integer({ min: -60, max: 300 });
  fc.assert(
    fc.property(minute, minute, anyGrace, anyGrace, fc.array(anyBreak, { maxLength: 4 }), (a, b, ...rest) => {
      const [graceInMinutes, graceOutMinutes, pauses] = rest;
      const isBreak = (one: number) => pauses.some(([from, length]) => from <= one && one < from + length);
      let expected = 0;
      for (let one = Math.max(a, -graceInMinutes); one < Math.min(b, 180 + graceOutMinutes); one += 1) {
        if (!isBreak(one)) expected += 1;
      }
      const breaks = pauses.map(([from, length]) => ({ from: at(from), to: at(from + length) }));
      expect(credit(a, b, { graceInMinutes, graceOutMinutes, breaks })).toBe(expected);
    }),
  );
});

test('[AT7] an integer between 0 and the shift, and staying longer never counts less', () => {
  fc.assert(
    fc.property(anyShift, anyMs, anyMs, anyMs, (shift, checkIn, checkOut, later) => {
      const visit = { ...shift, checkInAt: shift.startsAt + checkIn, rules: DEFAULT_SHIFT_RULES };
      const of = (offset: number) =>
        minutesOf(serviceOf({ ...visit, checkOutAt: shift.startsAt + offset }).served);
      const minutes = of(checkOut);
      expect(Number.isSafeInteger(minutes)).toBe(true);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThanOrEqual((shift.endsAt - shift.startsAt) / MINUTE_MS);
      expect(of(Math.max(checkOut, later))).toBeGreaterThanOrEqual(minutes);
    }),
  );
});
