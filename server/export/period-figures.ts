/** Every measure of divisions at the ends of a period: the one way figures get into files and reports. */
import { beforeDayOf, pointsOf, precisionOn, tallyIdsOn, type Period } from '@domain/statistics/period';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import { TREND_MEASURES, type Figure } from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';
import { figureOn, momentOf } from '../statistics/division-figures';

type DivisionDocument = StoredDocument<'divisions'>;
type Tallies = ReadonlyMap<string, Tally>;

/** In the order of TREND_MEASURES, as all lists of figures here. */
export function figuresOn(division: DivisionDocument, tallies: Tallies, day: CivilDay): Figure[] {
  const moment = momentOf(division, tallies, day, precisionOn(day));
  return TREND_MEASURES.map((measure) => figureOn(measure, moment));
}

export interface PeriodFigures {
  readonly now: Figure[];
  readonly before: Figure[];
}

/** At most 6 documents. */
export function periodTallyIds(divisionCode: DivisionCode, period: Period): string[] {
  return tallyIdsOn(divisionCode, [period.toDay, beforeDayOf(period)]);
}

export function periodFiguresOf(division: DivisionDocument, tallies: Tallies, period: Period): PeriodFigures {
  return {
    now: figuresOn(division, tallies, period.toDay),
    before: figuresOn(division, tallies, beforeDayOf(period)),
  };
}

/** At most 8 documents, whatever the period: one for all time, five years, months only of single days. */
export function trendTallyIds(divisionCode: DivisionCode, period: Period): string[] {
  return tallyIdsOn(divisionCode, pointsOf(period));
}

export function trendPointsOf(
  division: DivisionDocument,
  tallies: Tallies,
  period: Period,
): { day: CivilDay; figures: Figure[] }[] {
  return pointsOf(period).map((day) => ({ day, figures: figuresOn(division, tallies, day) }));
}
