import fc from 'fast-check';
import { addDays, parseCivilDay } from '../time/civil-day';
import { isWellFormed, schemeInForce, starProgressOf, type StarLevel } from './star-level';

const anyLevels = fc
  .uniqueArray(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 9 })
  .map((minutes): StarLevel[] =>
    minutes.sort((a, b) => a - b).map((one, index) => ({ name: `${String(index + 1)} 星`, minutes: one })),
  );
const anyMinutes = fc.integer({ min: 0, max: 600_000 });

test('[AT12] a star is earned by exactly its minutes, not one fewer', () => {
  fc.assert(
    fc.property(anyLevels, fc.nat(), (levels, pick) => {
      const index = pick % levels.length;
      const { minutes = 1 } = levels[index] ?? {};
      expect(starProgressOf(levels, minutes).stars).toBe(index + 1);
      expect(starProgressOf(levels, minutes - 1).stars).toBe(index);
    }),
  );
});

test('[AT12] serving what is missing earns the next star at once, serving more never takes one away', () => {
  fc.assert(
    fc.property(anyLevels, anyMinutes, anyMinutes, (levels, total, more) => {
      const { stars, current, next } = starProgressOf(levels, total);
      expect(current).toEqual(stars === 0 ? null : levels[stars - 1]);
      expect(starProgressOf(levels, total + more).stars).toBeGreaterThanOrEqual(stars);
      if (next === null) expect(stars).toBe(levels.length);
      else {
        expect(next.missingMinutes).toBeGreaterThan(0);
        expect(starProgressOf(levels, total + next.missingMinutes).stars).toBe(stars + 1);
        expect(starProgressOf(levels, total + next.missingMinutes - 1).stars).toBe(stars);
      }
    }),
  );
});

test('[AT12] of several versions the latest in force counts', () => {
  const day = parseCivilDay('2026-06-01');
  const scheme = (version: number, fromDay: typeof day) => ({ version, fromDay });
  const old = scheme(1, parseCivilDay('2020-01-01'));
  const revised = scheme(2, day);
  const corrected = scheme(3, day);
  const future = scheme(4, addDays(day, 1));
  expect(schemeInForce([future, corrected, old, revised], day)).toBe(corrected);
  expect(schemeInForce([old, revised, future], addDays(day, -1))).toBe(old);
  expect(schemeInForce([future], day)).toBeNull();
});

test('[AT12] levels that do not rise are no scheme', () => {
  const levels = (...minutes: number[]) => minutes.map((one) => ({ name: '星', minutes: one }));
  expect(isWellFormed(levels(6_000, 18_000))).toBe(true);
  for (const wrong of [[], [0], [6_000, 6_000], [6_000, 100], [0.5], [Number.NaN]]) {
    expect(isWellFormed(levels(...wrong))).toBe(false);
  }
});
