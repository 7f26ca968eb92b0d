/** From sums to published figures (ST4): every one with numerator, denominator and definition. */
import { parseDivisionCode } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { growthBetween, pointsBetween } from '@domain/statistics/growth';
import { ACTIVITY_MEASURES, type ActivityMeasure, type MeasureId } from '@domain/statistics/measure';
import { equityOf } from '@domain/statistics/equity';
import {
  populationOn,
  type PopulationFigure,
  type SettlementPopulation,
} from '@domain/statistics/population';
import { basisPointsOf, hundredthsOf, ratioOf, type Ratio } from '@domain/statistics/ratio';
import { stocksOn, type Stocks, type Tally } from '@domain/statistics/tally';
import { parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import {
  TREND_MEASURES,
  type DivisionFigures,
  type Figure,
  type FigureChange,
  type RankingId,
  type TrendMeasure,
} from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';

/** Sums and residents of one division on one day: all that a figure is made of. */
export interface Moment {
  readonly stocks: Stocks;
  readonly population: PopulationFigure | null;
  readonly settlement: SettlementPopulation | null;
  /** communities classed rural */
  readonly ruralCommunityCount: number;
}
export interface DivisionReading {
  readonly divisionCode: DivisionCode;
  readonly name: string;
  readonly now: Moment;
  readonly before: Moment;
}

export function momentOf(
  division: StoredDocument<'divisions'>,
  tallies: ReadonlyMap<string, Tally>,
  day: CivilDay,
  precision: 'day' | 'monthEnd' = 'day',
): Moment {
  return {
    stocks: stocksOn(tallies, division._id, day, precision),
    population: populationOn(division.population, day),
    settlement: populationOn(division.settlementPopulation, day),
    ruralCommunityCount: division.ruralCommunityCount,
  };
}

export function readingOf(
  division: StoredDocument<'divisions'>,
  tallies: ReadonlyMap<string, Tally>,
  day: CivilDay,
  growthSinceDay: CivilDay,
): DivisionReading {
  return {
    divisionCode: division._id,
    name: division.name,
    now: momentOf(division, tallies, day),
    before: momentOf(division, tallies, growthSinceDay, 'monthEnd'),
  };
}

export type FigureKind = 'count' | 'ratio' | 'average' | 'multiple';
interface Parts {
  readonly kind: FigureKind;
  readonly numerator: number;
  readonly denominator: number | null;
}

function partsOf(measure: TrendMeasure, moment: Moment): Parts {
  const { stocks, population } = moment;
  const count = (numerator: number): Parts => ({ kind: 'count', numerator, denominator: null });
  const per = (
    kind: 'ratio' | 'average' | 'multiple',
    numerator: number,
    denominator: number | null,
  ): Parts => ({
    kind,
    numerator,
    denominator,
  });
  switch (measure) {
    case 'registered':
      return count(stocks.registered);
    case 'serviceHours':
      return count(stocks.serviceMinutes);
    case 'registrationRatio':
      return per('ratio', stocks.registered, population?.residents ?? null);
    case 'averageHours.registered':
      return per('average', stocks.serviceMinutes, stocks.registered);
    case 'averageHours.active':
      return per('average', stocks.serviceMinutes, stocks.activeCum);
    case 'twentyHourShare':
      return per('ratio', stocks.active20Hours, stocks.registered);
    case 'closureRate':
      return per('ratio', stocks.closedVisits, stocks.closedVisits + stocks.unclosedVisits);
    case 'timelinessRate':
      return per('ratio', stocks.serviceRecords - stocks.lateRecords, stocks.serviceRecords);
    case 'supplementShare':
      return per('ratio', stocks.supplementedMinutes, stocks.serviceMinutes);
    case 'trainingRate':
      return per('ratio', stocks.activeTrained, stocks.activeCum);
    case 'ruralShiftShare':
      return per('ratio', stocks.ruralShifts, stocks.heldShifts);
    case 'ruralMinuteShare':
      return per('ratio', stocks.ruralMinutes, stocks.heldMinutes);
    case 'ruralCoverage':
      return per('ratio', stocks.servedRuralCommunities, moment.ruralCommunityCount);
    case 'grassrootsShare':
      return per('ratio', stocks.liveGrassrootsProjects, stocks.liveProjects);
    case 'ruralEquity': {
      const equity = equityOf(stocks.ruralMinutes, stocks.urbanMinutes, moment.settlement);
      return per('multiple', equity?.numerator ?? 0, equity?.denominator ?? null);
    }
    default: {
      const active = stocks[ACTIVITY_MEASURES[activityOf(measure)]];
      return measure.startsWith('active.') ? count(active) : per('ratio', active, stocks.registered);
    }
  }
}

function activityOf(
  measure: `active.${ActivityMeasure}` | `activityRate.${ActivityMeasure}`,
): ActivityMeasure {
  const name = measure.slice(measure.indexOf('.') + 1);
  const found = Object.keys(ACTIVITY_MEASURES).find((one): one is ActivityMeasure => one === name);
  if (found === undefined) throw new Error('invariant broken: the type names every definition of activity');
  return found;
}

const NOWHERE: Moment = {
  stocks: stocksOn(new Map(), parseDivisionCode('0000'), parseCivilDay('2000-01-01')),
  population: null,
  settlement: null,
  ruralCommunityCount: 0,
};

/** What a measure is on every division and day. */
export function kindOf(measure: TrendMeasure): FigureKind {
  return partsOf(measure, NOWHERE).kind;
}

export function ratioOn(measure: RankingId, moment: Moment): Ratio | null {
  const { numerator, denominator } = partsOf(measure, moment);
  return ratioOf(numerator, denominator);
}

export function figureOn(measure: TrendMeasure, moment: Moment): Figure {
  const { kind, numerator, denominator } = partsOf(measure, moment);
  const ratio = ratioOf(numerator, denominator);
  const population = publicationFor(measure, moment);
  return {
    measure,
    value: kind === 'count' ? numerator : ratio === null ? null : valueOf(kind, ratio),
    numerator,
    denominator: ratio?.denominator ?? null,
    populationYear: population === null ? null : Number(population.referenceDay.slice(0, 4)),
    source: population?.document ?? null,
  };
}

function publicationFor(
  measure: TrendMeasure,
  { population, settlement }: Moment,
): Pick<PopulationFigure, 'referenceDay' | 'document'> | null {
  if (measure === 'registrationRatio') return population;
  return measure === 'ruralEquity' ? settlement : null;
}

/** Minutes over persons as hundredths of an hour: 100 of 60 minutes, half up; a multiple in hundredths. */
function valueOf(kind: 'ratio' | 'average' | 'multiple', ratio: Ratio): number {
  if (kind === 'ratio') return basisPointsOf(ratio);
  if (kind === 'multiple') return hundredthsOf(ratio);
  return Math.floor((ratio.numerator * 10 + ratio.denominator * 3) / (ratio.denominator * 6));
}

const NAMED: readonly MeasureId[] = [
  'registered',
  'registrationRatio',
  'active.CUM',
  'active.YEAR',
  'activityRate.CUM',
  'activityRate.YEAR',
  'serviceHours',
];
const FURTHER = TREND_MEASURES.filter((measure) => !NAMED.includes(measure));

export function toFigures({ divisionCode, name, now, before }: DivisionReading): DivisionFigures {
  return {
    divisionCode,
    name,
    registered: figureOn('registered', now),
    registrationRatio: figureOn('registrationRatio', now),
    registeredGrowth: growthFigure(now.stocks.registered, before.stocks.registered),
    activeCum: figureOn('active.CUM', now),
    activeYear: figureOn('active.YEAR', now),
    activityRateCum: figureOn('activityRate.CUM', now),
    activityRateYear: figureOn('activityRate.YEAR', now),
    serviceHours: figureOn('serviceHours', now),
    further: FURTHER.map((measure) => figureOn(measure, now)),
  };
}

function growthFigure(now: number, before: number): Figure {
  const ratio = ratioOf(now - before, before);
  return {
    measure: 'registeredGrowth',
    value: ratio === null ? null : basisPointsOf(ratio),
    numerator: now - before,
    denominator: ratio?.denominator ?? null,
    populationYear: null,
    source: null,
  };
}

/** ST16: rates by percentage points, everything else by a share of what it was. */
export function changesOf(now: Moment, monthEnd: Moment, lastYear: Moment): FigureChange[] {
  return TREND_MEASURES.map((measure) => {
    const { kind, numerator, denominator } = partsOf(measure, now);
    const since = (then: Moment): number | null => {
      const base = partsOf(measure, then);
      if (kind === 'count') return growthBetween(numerator, base.numerator);
      const [present, past] = [ratioOf(numerator, denominator), ratioOf(base.numerator, base.denominator)];
      if (kind === 'ratio') return pointsBetween(present, past);
      return present === null || past === null
        ? null
        : growthBetween(valueOf(kind, present), valueOf(kind, past));
    };
    return {
      measure,
      kind: kind === 'ratio' ? ('percentagePoints' as const) : ('percent' as const),
      sinceMonthEnd: since(monthEnd),
      sinceLastYear: since(lastYear),
    };
  });
}
