/** The cells a sheet is made of: what they mean; how they look is the workbook's. */
import { pointsBetween } from '@domain/statistics/growth';
import { MEASURES } from '@domain/statistics/measure';
import { ratioOf } from '@domain/statistics/ratio';
import type { Figure, TrendMeasure } from '@contract/statistics.contract';
import { kindOf } from '../statistics/division-figures';

export type Cell =
  | {
      readonly kind: 'title' | 'head' | 'label' | 'text' | 'long';
      readonly text: string;
      readonly span?: number;
    }
  | { readonly kind: 'name'; readonly text: string; readonly depth: number }
  /** persons, activities, minutes */
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'hours'; readonly minutes: number }
  /** hours per person */
  | { readonly kind: 'average'; readonly minutes: number; readonly persons: number }
  | { readonly kind: 'percent'; readonly numerator: number; readonly denominator: number }
  /** how many times as much */
  | { readonly kind: 'multiple'; readonly numerator: number; readonly denominator: number }
  /** a difference of rates in hundredths of a percentage point */
  | { readonly kind: 'points'; readonly hundredths: number }
  | { readonly kind: 'none' }
  | null;

export const NONE: Cell = { kind: 'none' };
export const integer = (value: number): Cell => ({ kind: 'integer', value });
export const head = (text: string, span = 1): Cell => ({ kind: 'head', text, span });

/** For lists in the order of TREND_MEASURES. */
export function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error('invariant broken: every measure has its figure');
  return value;
}

export type CellKind = 'count' | 'minutes' | 'ratio' | 'average' | 'multiple';

/** A count that its id calls hours or minutes is kept in minutes and shown in hours. */
export function cellKindOf(measure: TrendMeasure): CellKind {
  const kind = kindOf(measure);
  return kind === 'count' && /hours|minutes/i.test(measure) ? 'minutes' : kind;
}

export function titleOf(measure: TrendMeasure): string {
  return MEASURES[measure].title;
}

/** The figure itself; `—` where there is none (ST3). */
export function valueCell(measure: TrendMeasure, { numerator, denominator }: Figure): Cell {
  const kind = cellKindOf(measure);
  if (kind === 'count') return integer(numerator);
  if (kind === 'minutes') return { kind: 'hours', minutes: numerator };
  const ratio = ratioOf(numerator, denominator);
  if (ratio === null) return NONE;
  if (kind === 'ratio') return { kind: 'percent', ...ratio };
  if (kind === 'multiple') return { kind: 'multiple', ...ratio };
  return { kind: 'average', minutes: ratio.numerator, persons: ratio.denominator };
}

/** What changed over a period: counts and hours by a difference, rates by percentage points (ST16). */
export function changeCell(measure: TrendMeasure, now: Figure, before: Figure): Cell {
  const kind = cellKindOf(measure);
  const difference = now.numerator - before.numerator;
  if (kind === 'count') return integer(difference);
  if (kind === 'minutes') return { kind: 'hours', minutes: difference };
  const [present, past] = [now, before].map((one) => ratioOf(one.numerator, one.denominator));
  if (kind === 'ratio') {
    const hundredths = pointsBetween(present ?? null, past ?? null);
    return hundredths === null ? NONE : { kind: 'points', hundredths };
  }
  // Averages and multiples as they are published, in hundredths.
  if (now.value === null || before.value === null) return NONE;
  const hundredths = now.value - before.value;
  if (kind === 'multiple') return { kind: 'multiple', numerator: hundredths, denominator: 100 };
  return { kind: 'average', minutes: hundredths * 60, persons: 100 };
}
