/**
 * 成果数 (BP1–BP5): the one number of a project that no amount of service can fake. Of so many counted
 * (vehicles) so many did it (yielded), by samples of ten minutes at fixed points, before and after service
 * began there.
 */
import { rejected, type Rejection } from '../kernel/result';
import { ratioOf, type Ratio } from '../statistics/ratio';
import { civilDayOf, DAY_MS, MINUTE_MS, type CivilDay } from '../time/civil-day';

/** BP2: whoever counts does not choose when to stop. */
export const SAMPLE_MS = 10 * MINUTE_MS;
/** The clock of a phone that has learnt the server's is right to a few seconds. */
export const SAMPLE_CLOCK_TOLERANCE_MS = MINUTE_MS;
/** A phone without a network keeps a count for a week; the day more is for its clock. */
export const SAMPLE_MAXIMUM_AGE_MS = 8 * DAY_MS;
/** Three a second for ten minutes: nobody taps faster. */
export const MAXIMUM_COUNT = 1_800;
/** One person counts at most six an hour; a long day has far fewer. */
export const MAXIMUM_DAY_SAMPLES = 60;
/** A project's crossings; all of them lie in one document. */
export const MAXIMUM_POINTS = 40;
/** BP4: below either of them there is no share. */
export const MINIMUM_SAMPLES = 2;
export const MINIMUM_COUNTED = 30;

export const PHASES = ['before', 'after'] as const;
export type Phase = (typeof PHASES)[number];

export interface SampleTimes {
  readonly startedAt: number;
  readonly endedAt: number;
}
export interface SampleCounts {
  readonly doneCount: number;
  readonly missedCount: number;
}
/** Sums of the samples of one point in one phase. */
export interface PhaseSums {
  /** whole ten minutes, not voided: only these are in the other two sums */
  readonly sampleCount: number;
  readonly doneCount: number;
  readonly countedCount: number;
  /** ended early: kept and shown, in no share (BP2) */
  readonly shortCount: number;
  readonly voidedCount: number;
}
export const NO_SAMPLES: PhaseSums = {
  sampleCount: 0,
  doneCount: 0,
  countedCount: 0,
  shortCount: 0,
  voidedCount: 0,
};

/** BP3: by the day service began at the point, which itself is after. */
export function phaseOf(startsDay: CivilDay, startedAt: number): Phase {
  return civilDayOf(startedAt) < startsDay ? 'before' : 'after';
}

export function isShort({ startedAt, endedAt }: SampleTimes): boolean {
  return endedAt - startedAt < SAMPLE_MS;
}

export type SampleRefusal = 'outcome.sampleTimesInvalid' | 'outcome.overlap' | 'outcome.tooManySamples';

/**
 * BP2: `own` are the counter's other samples around that time, at whatever point. Null: it may be counted.
 */
export function refusalOfSample(
  { startedAt, endedAt }: SampleTimes,
  own: readonly SampleTimes[],
  now: number,
): Rejection<SampleRefusal> | null {
  const refuse = (reason: string) => rejected('outcome.sampleTimesInvalid' as const, { reason });
  if (endedAt <= startedAt) return refuse('endBeforeStart');
  if (endedAt - startedAt > SAMPLE_MS) return refuse('tooLong');
  if (endedAt > now + SAMPLE_CLOCK_TOLERANCE_MS) return refuse('future');
  if (startedAt < now - SAMPLE_MAXIMUM_AGE_MS) return refuse('tooOld');
  const overlaps = own.some((other) => other.startedAt < endedAt && startedAt < other.endedAt);
  if (overlaps) return rejected('outcome.overlap');
  if (own.length >= MAXIMUM_DAY_SAMPLES) return rejected('outcome.tooManySamples');
  return null;
}

/** The days under which other samples that could overlap this one are found. */
export function daysAround({ startedAt, endedAt }: SampleTimes): CivilDay[] {
  return [...new Set([civilDayOf(startedAt - SAMPLE_MS), civilDayOf(startedAt), civilDayOf(endedAt)])];
}

type Sample = SampleTimes & SampleCounts;

/** The sums with one more sample. */
export function withSample(sums: PhaseSums, sample: Sample): PhaseSums {
  return changed(sums, sample, 1);
}

/** BP5: the sums after a sample in them is voided; that there was one stays to be seen. */
export function withoutSample(sums: PhaseSums, sample: Sample): PhaseSums {
  return { ...changed(sums, sample, -1), voidedCount: sums.voidedCount + 1 };
}

function changed(sums: PhaseSums, sample: Sample, sign: 1 | -1): PhaseSums {
  if (isShort(sample)) return { ...sums, shortCount: sums.shortCount + sign };
  const { doneCount, missedCount } = sample;
  return {
    ...sums,
    sampleCount: sums.sampleCount + sign,
    doneCount: sums.doneCount + sign * doneCount,
    countedCount: sums.countedCount + sign * (doneCount + missedCount),
  };
}

/** All points together: every vehicle counts once, so busy points weigh more. */
export function sumOfSums(all: readonly PhaseSums[]): PhaseSums {
  return all.reduce(
    (sum, one) => ({
      sampleCount: sum.sampleCount + one.sampleCount,
      doneCount: sum.doneCount + one.doneCount,
      countedCount: sum.countedCount + one.countedCount,
      shortCount: sum.shortCount + one.shortCount,
      voidedCount: sum.voidedCount + one.voidedCount,
    }),
    NO_SAMPLES,
  );
}

export type ShareGap = 'noSamples' | 'fewSamples' | 'fewCounted';
export type OutcomeShare =
  { readonly kind: 'share'; readonly ratio: Ratio } | { readonly kind: 'none'; readonly why: ShareGap };

/** BP4: two integers, or why there are none. */
export function outcomeShareOf(sums: PhaseSums): OutcomeShare {
  if (sums.sampleCount === 0) return { kind: 'none', why: 'noSamples' };
  if (sums.sampleCount < MINIMUM_SAMPLES) return { kind: 'none', why: 'fewSamples' };
  const ratio = sums.countedCount < MINIMUM_COUNTED ? null : ratioOf(sums.doneCount, sums.countedCount);
  return ratio === null ? { kind: 'none', why: 'fewCounted' } : { kind: 'share', ratio };
}

export interface Band {
  readonly lowBasisPoints: number;
  readonly highBasisPoints: number;
}

const Z_95 = 1.96;

/**
 * BP4: Wilson's interval, 95 %, for display: rounded outwards, so the band is never narrower than it is. It
 * takes every vehicle for a draw of its own.
 */
export function bandOf({ numerator, denominator }: Ratio): Band {
  const share = numerator / denominator;
  const spread = Z_95 ** 2 / denominator;
  const middle = share + spread / 2;
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  const edge = (value: number) => Math.min(10_000, Math.max(0, (value / (1 + spread)) * 10_000));
  return {
    lowBasisPoints: numerator === 0 ? 0 : Math.floor(edge(middle - half)),
    highBasisPoints: numerator === denominator ? 10_000 : Math.ceil(edge(middle + half)),
  };
}
