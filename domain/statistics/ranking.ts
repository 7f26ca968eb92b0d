/**
 * 排名 (ST17): competition rank (1, 2, 2, 4) on exact fractions; null is unranked and last; ties by division
 * code.
 */
import type { DivisionCode } from '../kernel/identifiers';
import { compareRatios, type Ratio } from './ratio';

export interface Contestant {
  readonly divisionCode: DivisionCode;
  readonly ratio: Ratio | null;
}
export interface Ranked extends Contestant {
  readonly rank: number | null;
}

export function rankContestants(contestants: readonly Contestant[]): Ranked[] {
  const sorted = [...contestants].sort(
    (a, b) => compareRatios(b.ratio, a.ratio) || (a.divisionCode < b.divisionCode ? -1 : 1),
  );
  let rank = 0;
  return sorted.map((contestant, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || compareRatios(previous.ratio, contestant.ratio) !== 0) rank = index + 1;
    return { ...contestant, rank: contestant.ratio === null ? null : rank };
  });
}
