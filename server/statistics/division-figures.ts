/** From sums to published figures (ST4): every one with numerator, denominator and definition. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { MeasureId } from '@domain/statistics/measure';
import { populationOn, type PopulationFigure } from '@domain/statistics/population';
import { basisPointsOf, ratioOf, type Ratio } from '@domain/statistics/ratio';
import { stocksOn, type Stocks, type Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { DivisionFigures, Figure, RankingId } from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';

type Ratios = Readonly<Record<RankingId, Ratio | null>>;
export interface DivisionReading {
  readonly divisionCode: DivisionCode;
  readonly name: string;
  readonly stocks: Stocks;
  readonly before: Stocks;
  readonly population: PopulationFigure | null;
  readonly ratios: { readonly now: Ratios; readonly before: Ratios };
}

function ratiosOf(stocks: Stocks, population: PopulationFigure | null): Ratios {
  return {
    registrationRatio: ratioOf(stocks.registered, population?.residents ?? null),
    'activityRate.CUM': ratioOf(stocks.activeCum, stocks.registered),
    'activityRate.YEAR': ratioOf(stocks.activeYear, stocks.registered),
  };
}

export function readingOf(
  division: StoredDocument<'divisions'>,
  tallies: ReadonlyMap<string, Tally>,
  day: CivilDay,
  growthSinceDay: CivilDay,
): DivisionReading {
  const stocks = stocksOn(tallies, division._id, day);
  const before = stocksOn(tallies, division._id, growthSinceDay, 'monthEnd');
  const population = populationOn(division.population, day);
  return {
    divisionCode: division._id,
    name: division.name,
    stocks,
    before,
    population,
    ratios: {
      now: ratiosOf(stocks, population),
      before: ratiosOf(before, populationOn(division.population, growthSinceDay)),
    },
  };
}

export function toFigures(reading: DivisionReading): DivisionFigures {
  const { stocks, before, population, ratios } = reading;
  const growth = stocks.registered - before.registered;
  return {
    divisionCode: reading.divisionCode,
    name: reading.name,
    registered: count('registered', stocks.registered),
    registrationRatio: {
      ...ratioFigure('registrationRatio', ratios.now.registrationRatio, stocks.registered),
      populationYear: population === null ? null : Number(population.referenceDay.slice(0, 4)),
      source: population?.document ?? null,
    },
    registeredGrowth: ratioFigure('registeredGrowth', ratioOf(growth, before.registered), growth),
    activeCum: count('active.CUM', stocks.activeCum),
    activeYear: count('active.YEAR', stocks.activeYear),
    activityRateCum: ratioFigure('activityRate.CUM', ratios.now['activityRate.CUM'], stocks.activeCum),
    activityRateYear: ratioFigure('activityRate.YEAR', ratios.now['activityRate.YEAR'], stocks.activeYear),
    serviceHours: count('serviceHours', stocks.serviceMinutes),
  };
}

function count(measure: MeasureId, value: number): Figure {
  return { measure, value, numerator: value, denominator: null, populationYear: null, source: null };
}

function ratioFigure(measure: MeasureId, ratio: Ratio | null, numerator: number): Figure {
  return {
    measure,
    value: ratio === null ? null : basisPointsOf(ratio),
    numerator,
    denominator: ratio?.denominator ?? null,
    populationYear: null,
    source: null,
  };
}
