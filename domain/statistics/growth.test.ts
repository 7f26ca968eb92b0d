import fc from 'fast-check';
import { growthBetween, pointsBetween } from './growth';
import { basisPointsOf, ratioOf } from './ratio';

const anyCount = fc.integer({ min: 1, max: 10_000_000 });

test('[ST16] the growth of a rate is a difference in percentage points, not a percent of a percent', () => {
  expect(pointsBetween(ratioOf(60, 100), ratioOf(50, 100))).toBe(1_000);
  expect(pointsBetween(ratioOf(1, 3), ratioOf(1, 2))).toBe(-1_667);
  expect(pointsBetween(ratioOf(1, 3), ratioOf(1, 0))).toBeNull();
});

test('[ST16] a stock grows by a share of what it was; from nothing there is no growth', () => {
  expect(growthBetween(300, 180)).toBe(6_667);
  expect(growthBetween(80, 90)).toBe(-1_111);
  expect(growthBetween(5, 0)).toBeNull();
});

test('[ST16] points back and forth differ by rounding only, and from zero they are the rate', () => {
  fc.assert(
    fc.property(anyCount, anyCount, anyCount, anyCount, (a, b, c, d) => {
      const [now, then] = [ratioOf(a, b), ratioOf(c, d)];
      expect(Math.abs((pointsBetween(now, then) ?? 0) + (pointsBetween(then, now) ?? 0))).toBeLessThanOrEqual(
        1,
      );
      if (now !== null) expect(pointsBetween(now, ratioOf(0, d))).toBe(basisPointsOf(now));
    }),
  );
});
