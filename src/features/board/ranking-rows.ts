/**
 * The ranking of one screen, ready to draw: order and ranks are the server's (ST17), nothing is ranked again
 * here.
 */
import type { Board, DivisionFigures, Figure, RankingId } from '@contract/statistics.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { MeasureId } from '@domain/statistics/measure';

export type Movement =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | { readonly kind: 'same' }
  /** not ranked now, or not ranked at the earlier day */
  | { readonly kind: 'none' };

export interface RankingRow {
  readonly divisionCode: DivisionCode;
  readonly name: string;
  readonly figure: Figure;
  readonly rank: number | null;
  readonly movement: Movement;
  /** share of the longest bar, 0 … 1; null without a value */
  readonly share: number | null;
}

export interface Ranking {
  readonly measure: RankingId;
  readonly rows: readonly RankingRow[];
  /** n of 第 k / n */
  readonly rankedCount: number;
  /** the parent's own value on the same scale; null when it has none or would fall outside */
  readonly parentShare: number | null;
  readonly parentFigure: Figure;
}

/** Any figure a division carries; throws when the server sent none of that measure. */
export function figureOf(division: DivisionFigures, measure: MeasureId): Figure {
  const named = [
    division.registered,
    division.registrationRatio,
    division.registeredGrowth,
    division.activeCum,
    division.activeYear,
    division.activityRateCum,
    division.activityRateYear,
    division.serviceHours,
  ];
  const found = [...named, ...division.further].find((figure) => figure.measure === measure);
  if (found === undefined) throw new Error(`the board carries no ${measure}`);
  return found;
}

export function movementOf(rank: number | null, previousRank: number | null): Movement {
  if (rank === null || previousRank === null) return { kind: 'none' };
  if (rank === previousRank) return { kind: 'same' };
  return rank < previousRank
    ? { kind: 'up', places: previousRank - rank }
    : { kind: 'down', places: rank - previousRank };
}

/** Only for the length of a bar: the exact fraction is what is written beside it. */
function lengthOf(figure: Figure): number | null {
  if (figure.value === null || figure.denominator === null || figure.denominator <= 0) return null;
  return figure.numerator / figure.denominator;
}

function byRank(a: RankingRow, b: RankingRow): number {
  const rankA = a.rank ?? Number.MAX_SAFE_INTEGER;
  const rankB = b.rank ?? Number.MAX_SAFE_INTEGER;
  return rankA - rankB || (a.divisionCode < b.divisionCode ? -1 : 1);
}

export function rankingOf(board: Board, measure: RankingId): Ranking {
  const places = new Map(
    (board.rankings.find((ranking) => ranking.measure === measure)?.rows ?? []).map((row) => [
      row.divisionCode,
      row,
    ]),
  );
  const parentFigure = figureOf(board.division, measure);
  const lengths = board.children.map((child) => lengthOf(figureOf(child, measure)) ?? 0);
  const longest = Math.max(0, ...lengths, lengthOf(parentFigure) ?? 0);
  const shareOf = (figure: Figure): number | null => {
    const length = lengthOf(figure);
    return length === null ? null : longest === 0 ? 0 : length / longest;
  };
  const rows = board.children.map((child): RankingRow => {
    const figure = figureOf(child, measure);
    const place = places.get(child.divisionCode);
    const rank = place?.rank ?? null;
    return {
      divisionCode: child.divisionCode,
      name: child.name,
      figure,
      rank,
      movement: movementOf(rank, place?.previousRank ?? null),
      share: shareOf(figure),
    };
  });
  return {
    measure,
    rows: rows.sort(byRank),
    rankedCount: rows.filter((row) => row.rank !== null).length,
    parentShare: shareOf(parentFigure),
    parentFigure,
  };
}

export type AdditiveKey = 'registered' | 'activeCum' | 'activeYear' | 'serviceHours';
export const ADDITIVE_KEYS: readonly AdditiveKey[] = [
  'registered',
  'activeCum',
  'activeYear',
  'serviceHours',
];

export interface ChildSum {
  /** Σ children, persons or minutes */
  readonly sum: number;
  /** parent − Σ children: belongs to the parent but to no child; 0 when everything is placed (ST5) */
  readonly unassigned: number;
}

export function sumsOf(board: Board): Record<AdditiveKey, ChildSum> {
  const sumOf = (key: AdditiveKey): ChildSum => {
    const sum = board.children.reduce((total, child) => total + (child[key].value ?? 0), 0);
    return { sum, unassigned: (board.division[key].value ?? 0) - sum };
  };
  return {
    registered: sumOf('registered'),
    activeCum: sumOf('activeCum'),
    activeYear: sumOf('activeYear'),
    serviceHours: sumOf('serviceHours'),
  };
}
