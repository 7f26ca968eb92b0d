import fc from 'fast-check';
import { differenceOf, MINIMUM_ARM, upliftOf, wilsonOf, type ArmResult } from './uplift';

const arm = (served: number, assigned: number): ArmResult => ({ served, assigned });

/** Newcombe 1998, table II, method 10: 95 % limits, to four decimals. */
test.each([
  [56, 70, 48, 80, 2000, 524, 3339],
  [9, 10, 3, 10, 6000, 1705, 8090],
  [6, 7, 2, 7, 5714, 582, 8062],
  [5, 56, 0, 29, 893, -381, 1926],
  [0, 10, 0, 20, 0, -1611, 2775],
  [0, 10, 0, 10, 0, -2775, 2775],
  [10, 10, 0, 20, 10_000, 6791, 10_000],
  [10, 10, 0, 10, 10_000, 6075, 10_000],
])('[WK8] %i/%i − %i/%i as published', (a, m, b, n, difference, low, high) => {
  expect(differenceOf(arm(a, m), arm(b, n))).toEqual({ difference, low, high });
});

/** Newcombe 1998 on single proportions (Statistics in Medicine 17, 857–872), table I, method 3. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('[WK8] the score interval of %i/%i as published', (served, assigned, low, high) => {
  const interval = wilsonOf(arm(served, assigned));
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

const anyArm = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([assigned, share]) => arm(Math.round(share * assigned), assigned));

test('[WK8] the interval holds the difference, turns with the arms, and stays within −1 and 1', () => {
  fc.assert(
    fc.property(anyArm, anyArm, (one, other) => {
      const { difference, low, high } = differenceOf(one, other);
      expect(low).toBeLessThanOrEqual(difference);
      expect(difference).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(-10_000);
      expect(high).toBeLessThanOrEqual(10_000);
      const turned = differenceOf(other, one);
      expect([turned.difference + difference, turned.low + high, turned.high + low]).toEqual([0, 0, 0]);
    }),
  );
});

test('[WK8] below thirty in an arm nothing is said; nobody and more than all are no share', () => {
  const enough = arm(3, MINIMUM_ARM);
  expect(upliftOf(enough, arm(3, MINIMUM_ARM - 1))).toBeNull();
  expect(upliftOf(arm(0, 0), enough)).toBeNull();
  expect(upliftOf(enough, enough)).toMatchObject({ difference: 0 });
  expect(() => differenceOf(arm(0, 0), enough)).toThrow(RangeError);
  expect(() => differenceOf(arm(4, 3), enough)).toThrow(RangeError);
});
