import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import {
  ceilDivide,
  dilutedRatio,
  floorDivide,
  gapOf,
  idleAllowanceOf,
  quotasOf,
  type PlanStocks,
} from './planner';
import { formatRatio } from './ratio';

const CITY: PlanStocks = { residents: 1_500_000, registered: 180_000, active: 63_000 };

const anyStocks: fc.Arbitrary<PlanStocks> = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(900))
  .map(([active, dormant, others]) => {
    const registered = active + dormant;
    return { active, registered, residents: registered + others };
  });
const anyTarget = fc.integer({ min: 1, max: 10_000 });
const reaches = (numerator: number, denominator: number, basisPoints: number): boolean =>
  numerator * 10_000 >= basisPoints * denominator;

test('[ST30] the golden city: 45,000 alone, 72,000 with a registration target of 15 %', () => {
  expect(formatRatio({ numerator: CITY.active, denominator: CITY.registered })).toBe('35.00%');
  expect(gapOf(CITY, 6_000, null).naive).toBe(45_000);
  expect(gapOf(CITY, 6_000, 1_500)).toEqual({
    registeredGoal: 225_000,
    activeGoal: 135_000,
    naive: 45_000,
    joint: 72_000,
  });
});

test('[ST31] the golden city registers to 15 % with nobody activated: 28 %', () => {
  expect(formatRatio(dilutedRatio(CITY.active, CITY.registered, 45_000))).toBe('28.00%');
  expect(dilutedRatio(0, 0, 0)).toBeNull();
});

test('[ST30] the gap is the least number of people that reaches the target', () => {
  fc.assert(
    fc.property(anyStocks, anyTarget, fc.option(anyTarget), (stocks, activity, registration) => {
      const { registeredGoal, activeGoal, naive, joint } = gapOf(stocks, activity, registration);
      const search = (base: number): number => {
        let more = 0;
        while (!reaches(stocks.active + more, base, activity)) more += 1;
        return more;
      };
      let goal = stocks.registered;
      while (registration !== null && !reaches(goal, stocks.residents ?? 0, registration)) goal += 1;
      expect(registeredGoal).toBe(goal);
      expect(naive).toBe(search(stocks.registered));
      expect(joint).toBe(search(goal));
      expect(activeGoal).toBeLessThanOrEqual(registeredGoal);
      expect(joint).toBeGreaterThanOrEqual(naive);
    }),
  );
});

test('[ST30] without published residents a registration target changes nothing', () => {
  expect(gapOf({ ...CITY, residents: null }, 6_000, 1_500)).toEqual(gapOf(CITY, 6_000, null));
});

test('[ST31] the allowance is the most idle registrants before the rate falls under the target', () => {
  fc.assert(
    fc.property(anyStocks, anyTarget, ({ active, registered }, target) => {
      const allowance = idleAllowanceOf(active, registered, target);
      if (allowance === null) {
        expect(reaches(active, registered, target)).toBe(false);
        return;
      }
      expect(reaches(active, registered + allowance, target)).toBe(true);
      expect(reaches(active, registered + allowance + 1, target)).toBe(false);
    }),
  );
  expect(idleAllowanceOf(63_000, 100_000, 6_000)).toBe(5_000);
  expect(idleAllowanceOf(CITY.active, CITY.registered, 6_000)).toBeNull();
});

const anyClaims = fc
  .array(fc.nat(300), { minLength: 1, maxLength: 14 })
  .map((all) =>
    all.map((dormant, index) => ({ divisionCode: parseDivisionCode(String(513_201 + index)), dormant })),
  );

test('[ST33] quotas sum to the gap, stay within the dormant, and are less than one from their share', () => {
  fc.assert(
    fc.property(anyClaims, fc.nat(4_000), (claims, gap) => {
      const { quotas, unplaced } = quotasOf(gap, claims);
      const dormant = claims.reduce((sum, claim) => sum + claim.dormant, 0);
      expect(quotas.reduce((sum, { quota }) => sum + quota, 0) + unplaced).toBe(gap);
      expect(unplaced).toBe(Math.max(0, gap - dormant));
      expect(quotas.map(({ divisionCode }) => divisionCode)).toEqual(
        claims.map(({ divisionCode }) => divisionCode),
      );
      for (const row of quotas) {
        expect(row.quota).toBeLessThanOrEqual(row.dormant);
        expect(Math.abs(row.quota * dormant - (gap - unplaced) * row.dormant)).toBeLessThan(
          Math.max(1, dormant),
        );
      }
    }),
  );
});

test('[ST33] equal remainders go to the lower division code, whatever the order of the claims', () => {
  const claim = (code: string) => ({ divisionCode: parseDivisionCode(code), dormant: 3 });
  const shares = quotasOf(4, [claim('513223'), claim('513201'), claim('513222')]).quotas;
  expect(shares.map(({ quota }) => quota)).toEqual([1, 2, 1]);
});

test('[ST30] division in integers is exact where floating point would round', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.integer({ min: 1, max: 1_000_000 }), (base, divisor) => {
      const large = base * 1_000_003 + 1;
      expect(BigInt(floorDivide(large, divisor))).toBe(BigInt(large) / BigInt(divisor));
      expect(BigInt(ceilDivide(large, divisor))).toBe((BigInt(large) - 1n) / BigInt(divisor) + 1n);
    }),
  );
});
