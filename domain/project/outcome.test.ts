import fc from 'fast-check';
import { basisPointsOf } from '../statistics/ratio';
import { HOUR_MS, MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import {
  bandOf,
  daysAround,
  isShort,
  MAXIMUM_DAY_SAMPLES,
  MINIMUM_COUNTED,
  NO_SAMPLES,
  outcomeShareOf,
  phaseOf,
  refusalOfSample,
  SAMPLE_MAXIMUM_AGE_MS,
  SAMPLE_MS,
  sumOfSums,
  withoutSample,
  withSample,
  type PhaseSums,
} from './outcome';

const NOW = startOfDay(parseCivilDay('2026-11-25')) + 10 * HOUR_MS;
const times = (fromMs: number, lengthMs = SAMPLE_MS) => ({
  startedAt: NOW + fromMs,
  endedAt: NOW + fromMs + lengthMs,
});
const sums = (sampleCount: number, doneCount: number, countedCount: number): PhaseSums => ({
  ...NO_SAMPLES,
  sampleCount,
  doneCount,
  countedCount,
});

test('[BP2] a sample has an end after its start, at most ten minutes, not ahead and not long ago', () => {
  const reasonOf = (fromMs: number, lengthMs?: number) =>
    refusalOfSample(times(fromMs, lengthMs), [], NOW)?.params.reason ?? 'counted';
  expect(reasonOf(-SAMPLE_MS)).toBe('counted');
  expect(reasonOf(-SAMPLE_MS + MINUTE_MS)).toBe('counted');
  expect(reasonOf(-SAMPLE_MS + MINUTE_MS + 1)).toBe('future');
  expect(reasonOf(-HOUR_MS, SAMPLE_MS + 1)).toBe('tooLong');
  expect(reasonOf(-HOUR_MS, 0)).toBe('endBeforeStart');
  expect(reasonOf(-HOUR_MS, -1)).toBe('endBeforeStart');
  expect(reasonOf(-SAMPLE_MAXIMUM_AGE_MS)).toBe('counted');
  expect(reasonOf(-SAMPLE_MAXIMUM_AGE_MS - 1)).toBe('tooOld');
});

test('[BP2] one person counts at one point at a time, and only so many a day', () => {
  const own = [times(-HOUR_MS)];
  expect(refusalOfSample(times(-HOUR_MS + SAMPLE_MS), own, NOW)).toBeNull();
  expect(refusalOfSample(times(-HOUR_MS - SAMPLE_MS), own, NOW)).toBeNull();
  expect(refusalOfSample(times(-HOUR_MS + SAMPLE_MS - 1), own, NOW)?.code).toBe('outcome.overlap');
  expect(refusalOfSample(times(-HOUR_MS + 1, 1), own, NOW)?.code).toBe('outcome.overlap');
  const many = Array.from({ length: MAXIMUM_DAY_SAMPLES }, (_none, index) => times(-2 * HOUR_MS + index, 1));
  expect(refusalOfSample(times(-HOUR_MS), many, NOW)?.code).toBe('outcome.tooManySamples');
});

test('[BP2] samples around a midnight find each other', () => {
  const midnight = startOfDay(parseCivilDay('2026-11-25'));
  const late = { startedAt: midnight - MINUTE_MS, endedAt: midnight - MINUTE_MS + SAMPLE_MS };
  expect(daysAround(late)).toEqual(['2026-11-24', '2026-11-25']);
  const early = { startedAt: midnight + MINUTE_MS, endedAt: midnight + SAMPLE_MS };
  expect(daysAround(early)).toEqual(['2026-11-24', '2026-11-25']);
  expect(daysAround(times(0))).toEqual(['2026-11-25']);
});

test('[BP2] what ended early is no whole sample', () => {
  expect([isShort(times(0)), isShort(times(0, SAMPLE_MS - 1))]).toEqual([false, true]);
});

test('[BP3] before is before the day service began at the point', () => {
  const day = parseCivilDay('2026-11-25');
  expect(phaseOf(day, startOfDay(day) - 1)).toBe('before');
  expect(phaseOf(day, startOfDay(day))).toBe('after');
});

test('[BP4] below two samples or thirty counted there is no share, with the reason', () => {
  expect(outcomeShareOf(NO_SAMPLES)).toEqual({ kind: 'none', why: 'noSamples' });
  expect(outcomeShareOf(sums(1, 400, 500))).toEqual({ kind: 'none', why: 'fewSamples' });
  expect(outcomeShareOf(sums(9, 0, MINIMUM_COUNTED - 1))).toEqual({ kind: 'none', why: 'fewCounted' });
  const share = outcomeShareOf(sums(2, 21, MINIMUM_COUNTED));
  expect(share).toEqual({ kind: 'share', ratio: { numerator: 21, denominator: MINIMUM_COUNTED } });
});

test('[BP4] the band holds the share, lies in 0–100 %, and narrows with more vehicles', () => {
  const anyRatio = fc
    .integer({ min: MINIMUM_COUNTED, max: 1_000_000 })
    .chain((denominator) =>
      fc.integer({ min: 0, max: denominator }).map((numerator) => ({ numerator, denominator })),
    );
  fc.assert(
    fc.property(anyRatio, (ratio) => {
      const { lowBasisPoints, highBasisPoints } = bandOf(ratio);
      const share = basisPointsOf(ratio);
      expect(lowBasisPoints).toBeGreaterThanOrEqual(0);
      expect(highBasisPoints).toBeLessThanOrEqual(10_000);
      expect(lowBasisPoints).toBeLessThanOrEqual(share);
      expect(share).toBeLessThanOrEqual(highBasisPoints);
      const more = bandOf({ numerator: ratio.numerator * 4, denominator: ratio.denominator * 4 });
      const width = highBasisPoints - lowBasisPoints;
      expect(more.highBasisPoints - more.lowBasisPoints).toBeLessThanOrEqual(width);
    }),
  );
  // Worked by hand from the published formula: 50 of 100 is 40.38 % to 59.62 %.
  expect(bandOf({ numerator: 50, denominator: 100 })).toEqual({
    lowBasisPoints: 4038,
    highBasisPoints: 5962,
  });
});

test('[BP5] sums are exactly what is counted and not voided, in whatever order', () => {
  const anySample = fc.record({
    doneCount: fc.nat(1_800),
    missedCount: fc.nat(1_800),
    isWhole: fc.boolean(),
    isVoided: fc.boolean(),
    order: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(anySample, { maxLength: 30 }), (drawn) => {
      const samples = drawn.map((one) => ({ ...one, ...times(0, one.isWhole ? SAMPLE_MS : SAMPLE_MS / 2) }));
      const added = samples.reduce(withSample, NO_SAMPLES);
      const voided = samples.filter((one) => one.isVoided).sort((a, b) => a.order - b.order);
      const left = voided.reduce(withoutSample, added);
      const kept = samples.filter((one) => !one.isVoided);
      const whole = kept.filter((one) => one.isWhole);
      const done = whole.reduce((sum, one) => sum + one.doneCount, 0);
      const missed = whole.reduce((sum, one) => sum + one.missedCount, 0);
      const expected = {
        sampleCount: whole.length,
        doneCount: done,
        countedCount: done + missed,
        shortCount: kept.length - whole.length,
        voidedCount: voided.length,
      };
      expect(left).toEqual(expected);
      expect(sumOfSums([left, NO_SAMPLES])).toEqual(expected);
    }),
  );
});
