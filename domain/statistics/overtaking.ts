/**
 * 超越 (ST33): the least number of people that puts a division strictly ahead of another in a ranking (ST17).
 */
import type { DivisionCode } from '../kernel/identifiers';
import { rankContestants, type Contestant } from './ranking';
import { compareRatios, type Ratio } from './ratio';

/**
 * The least people to add to `own`'s numerator so that it is strictly greater than `rival`; 0 when it is
 * already, null when even 100 % would not do. Exact by BigInt: it runs on the server.
 */
export function peopleToPass(own: Ratio, rival: Ratio): number | null {
  if (compareRatios(own, rival) > 0) return 0;
  const level =
    (BigInt(rival.numerator) * BigInt(own.denominator)) / BigInt(rival.denominator) - BigInt(own.numerator);
  const more = Number(level) + 1;
  return own.numerator + more > own.denominator ? null : more;
}

export interface Overtaking {
  readonly divisionCode: DivisionCode;
  readonly rank: number;
  /** null: even 100 % would not do */
  readonly people: number | null;
}

export interface Standing {
  /** null: no ratio, no rank */
  readonly rank: number | null;
  readonly rankedCount: number;
  /** everybody ahead or level, the nearest first */
  readonly ahead: readonly Overtaking[];
}

/** Where one contestant stands and what it takes to pass each that is ahead of it or level with it. */
export function standingOf(contestants: readonly Contestant[], divisionCode: DivisionCode): Standing {
  const ranked = rankContestants(contestants);
  const own = ranked.find((row) => row.divisionCode === divisionCode);
  const rankedCount = ranked.filter((row) => row.rank !== null).length;
  const ratio = own?.ratio ?? null;
  if (own === undefined || ratio === null) return { rank: null, rankedCount, ahead: [] };
  const ahead = ranked.flatMap((row): Overtaking[] => {
    if (row.divisionCode === divisionCode || row.ratio === null || row.rank === null) return [];
    if (compareRatios(row.ratio, ratio) < 0) return [];
    return [{ divisionCode: row.divisionCode, rank: row.rank, people: peopleToPass(ratio, row.ratio) }];
  });
  return { rank: own.rank, rankedCount, ahead: ahead.reverse() };
}
