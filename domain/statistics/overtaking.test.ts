import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { peopleToPass, standingOf } from './overtaking';
import { rankContestants, type Contestant } from './ranking';
import { compareRatios, type Ratio } from './ratio';

const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([numerator, others]) => ({ numerator, denominator: Math.max(1, numerator + others) }));
const code = (index: number) => parseDivisionCode(String(513_201 + index));

test('[ST33] passing takes the least number of people, found by trying', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (own, rival) => {
      const tries = Array.from({ length: own.denominator - own.numerator + 1 }, (_none, more) => more);
      const least = tries.find(
        (more) => compareRatios({ ...own, numerator: own.numerator + more }, rival) > 0,
      );
      expect(peopleToPass(own, rival)).toBe(least ?? null);
    }),
  );
});

test('[ST33] level takes one more, ahead takes none, and nobody passes 100 %', () => {
  expect(peopleToPass({ numerator: 1, denominator: 3 }, { numerator: 20, denominator: 60 })).toBe(1);
  expect(peopleToPass({ numerator: 2, denominator: 3 }, { numerator: 20, denominator: 60 })).toBe(0);
  expect(peopleToPass({ numerator: 2, denominator: 3 }, { numerator: 5, denominator: 5 })).toBeNull();
  const huge = 9_007_199_254_740_990;
  const rival = { numerator: huge - 3, denominator: huge - 1 };
  expect(peopleToPass({ numerator: huge - 5, denominator: huge }, rival)).toBe(3);
});

test('[ST33][ST17] after adding exactly these people the division stands before the one it passes', () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyRatio, { freq: 8 }), { minLength: 1, maxLength: 8 }), (ratios) => {
      const contestants = ratios.map((ratio, index): Contestant => ({ divisionCode: code(index), ratio }));
      const ranks = new Map(rankContestants(contestants).map((row) => [row.divisionCode, row.rank]));
      for (const own of contestants) {
        const standing = standingOf(contestants, own.divisionCode);
        expect(standing.rank).toBe(ranks.get(own.divisionCode));
        expect(standing.ahead.map(({ rank }) => rank)).toEqual(
          standing.ahead.map(({ rank }) => rank).sort((a, b) => b - a),
        );
        for (const rival of standing.ahead) {
          if (own.ratio === null || rival.people === null) continue;
          const raised = { ...own.ratio, numerator: own.ratio.numerator + rival.people };
          const after = standingOf(
            contestants.map((row) => (row === own ? { ...own, ratio: raised } : row)),
            own.divisionCode,
          );
          expect(after.rank).toBeLessThanOrEqual(rival.rank);
          expect(after.ahead.map(({ divisionCode }) => divisionCode)).not.toContain(rival.divisionCode);
        }
      }
    }),
    { numRuns: 300 },
  );
});
