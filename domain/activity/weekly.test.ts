import fc from 'fast-check';
import { anyInstant } from '../../tests/kit/arbitrary-facts';
import { addDays, civilDayOf, daysBetween, parseCivilDay } from '../time/civil-day';
import { MAXIMUM_WEEKS, movedDays, WEEKDAYS, weekdayOf, weeklyDays } from './weekly';

const anyDay = anyInstant.map(civilDayOf);

test('[AC7] the days of a week, by name and for every day after', () => {
  expect(weekdayOf(parseCivilDay('2026-11-23'))).toBe(1);
  expect(weekdayOf(parseCivilDay('2026-11-29'))).toBe(7);
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
    }),
  );
});

test('[AC7] every day of the chosen weekdays once, in order, within the weeks, and no other', () => {
  const anyWeekdays = fc.subarray([...WEEKDAYS]);
  fc.assert(
    fc.property(anyDay, anyWeekdays, fc.integer({ min: -2, max: 40 }), (day, weekdays, weeks) => {
      const days = weeklyDays(day, weekdays, weeks);
      const bounded = Math.min(MAXIMUM_WEEKS, Math.max(0, weeks));
      expect(days).toHaveLength(weekdays.length * bounded);
      expect([...new Set(days)].sort()).toEqual(days);
      for (const one of days) {
        expect(weekdays).toContain(weekdayOf(one));
        expect(daysBetween(day, one)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, one)).toBeLessThan(7 * bounded);
      }
    }),
  );
});

test('[AC8] a plan moves as a whole: the earliest to its day, the others as far from it as before', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 26 }), anyDay, (days, firstDay) => {
      const moved = movedDays(days, firstDay);
      expect([...moved].sort()[0]).toBe(firstDay);
      const distances = (of: typeof days) => of.map((day) => daysBetween(of[0] ?? day, day));
      expect(distances(moved)).toEqual(distances(days));
    }),
  );
});
