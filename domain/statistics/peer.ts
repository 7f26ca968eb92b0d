/**
 * 同类城市 (ST17): figures that other cities have published, as they were published. A rounded number is every
 * value it may have been rounded from, "more than 23 %" everything above; ranks that depend on it are
 * given as a range.
 */
import { daysBetween, type CivilDay } from '../time/civil-day';
import type { MeasureId } from './measure';

/** What a peer's figure is of; which definition it follows is said beside it. */
export const PEER_INDICATORS = ['registered', 'registrationRatio', 'activityRate', 'averageHours'] as const;
export type PeerIndicator = (typeof PEER_INDICATORS)[number];

/** Our measures that a city can be ranked in among its peers, by indicator. */
export const PEER_MEASURES = [
  'registered',
  'registrationRatio',
  'activityRate.CUM',
  'activityRate.YEAR',
  'activityRate.R12',
  'averageHours.registered',
  'averageHours.active',
] as const satisfies readonly MeasureId[];
export type PeerMeasure = (typeof PEER_MEASURES)[number];
/** `unstated`: the publication does not say; `other`: it says one that is none of ours. */
export const PEER_DEFINITIONS = [...PEER_MEASURES, 'other', 'unstated'] as const;
export type PeerDefinition = (typeof PEER_DEFINITIONS)[number];

export function indicatorOf(measure: PeerMeasure): PeerIndicator {
  const found = PEER_INDICATORS.find(
    (indicator) => measure === indicator || measure.startsWith(`${indicator}.`),
  );
  if (found === undefined) throw new Error('invariant broken: every measure has an indicator');
  return found;
}

/**
 * In persons, in parts of a whole or in hours: `digits` × 10^`exponent`. `56.08 %` is 5608 × 10⁻⁴, `23.34
 * 万` is 2334 × 10².
 */
export type PublishedValue =
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  /** counted in full: a whole number of persons */
  | { readonly kind: 'whole'; readonly digits: number; readonly exponent: number }
  | { readonly kind: 'rounded'; readonly digits: number; readonly exponent: number }
  | { readonly kind: 'above'; readonly digits: number; readonly exponent: number };

interface Bound {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** is the bound itself possible? */
  readonly isIn: boolean;
}
/** `high` null: without end. */
export interface Range {
  readonly low: Bound;
  readonly high: Bound | null;
}

function bound(digits: bigint, exponent: number, isIn: boolean): Bound {
  const power = BigInt(`1${'0'.repeat(Math.abs(exponent))}`);
  return exponent < 0
    ? { numerator: digits, denominator: power, isIn }
    : { numerator: digits * power, denominator: 1n, isIn };
}

/** Every value the published one may stand for; half up, as figures are rounded. */
export function rangeOf(value: PublishedValue): Range {
  if (value.kind === 'fraction') {
    const at = { numerator: BigInt(value.numerator), denominator: BigInt(value.denominator), isIn: true };
    return { low: at, high: at };
  }
  const digits = BigInt(value.digits);
  if (value.kind === 'above') return { low: bound(digits, value.exponent, false), high: null };
  if (value.kind === 'whole') {
    const at = bound(digits, value.exponent, true);
    return { low: at, high: at };
  }
  // Half of the last digit is 5 of the next.
  return {
    low: bound(digits * 10n - 5n, value.exponent - 1, true),
    high: bound(digits * 10n + 5n, value.exponent - 1, false),
  };
}

function compare(a: Bound, b: Bound): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Is `a` greater than `b` whatever the two really are? */
function isSurelyGreater(a: Range, b: Range): boolean {
  if (b.high === null) return false;
  const order = compare(a.low, b.high);
  return order > 0 || (order === 0 && !(a.low.isIn && b.high.isIn));
}

/** Is `a` greater than `b` for some values they may have? */
function mayBeGreater(a: Range, b: Range): boolean {
  return a.high === null || compare(a.high, b.low) > 0;
}

export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/** ST17 over ranges: 1 + those surely ahead, 1 + those that may be ahead; in the order given. */
export function rankRanges(ranges: readonly Range[]): RankRange[] {
  return ranges.map((own) => ({
    best: 1 + ranges.filter((other) => other !== own && isSurelyGreater(other, own)).length,
    worst: 1 + ranges.filter((other) => other !== own && mayBeGreater(other, own)).length,
  }));
}

/** The greatest first, by what they are at least. */
export function byGreatest(a: Range, b: Range): number {
  return compare(b.low, a.low);
}

/**
 * A quarter: cities publish by quarter and by year, and a stock moves little within one. Further apart two
 * figures are of different times and not ranked.
 */
export const COMPARABLE_DAYS = 92;

export type PeerObstacle = 'definitionUnstated' | 'definitionDiffers' | 'tooFarApart';

/** Why a published figure cannot be ranked beside `measure` on `day`; null when it can. */
export function obstacleOf(
  row: { readonly definition: PeerDefinition; readonly asOfDay: CivilDay },
  measure: PeerMeasure,
  day: CivilDay,
): PeerObstacle | null {
  if (row.definition === 'unstated') return 'definitionUnstated';
  if (row.definition !== measure) return 'definitionDiffers';
  return Math.abs(daysBetween(row.asOfDay, day)) > COMPARABLE_DAYS ? 'tooFarApart' : null;
}

interface Published {
  readonly cityName: string;
  readonly definition: PeerDefinition;
  readonly asOfDay: CivilDay;
}

/**
 * One row a city, the nearest to the day that can be ranked; equally near, the later; then the last
 * entered.
 */
export function comparableRows<Row extends Published>(
  rows: readonly Row[],
  measure: PeerMeasure,
  day: CivilDay,
): Row[] {
  const best = new Map<string, Row>();
  const distance = (row: Row): number => Math.abs(daysBetween(row.asOfDay, day));
  for (const row of rows) {
    if (obstacleOf(row, measure, day) !== null) continue;
    const known = best.get(row.cityName);
    const isNearer =
      known === undefined ||
      distance(row) < distance(known) ||
      (distance(row) === distance(known) && row.asOfDay >= known.asOfDay);
    if (isNearer) best.set(row.cityName, row);
  }
  return [...best.values()];
}
