/** 公开统计 (ST23): the city and its counties, small counts hidden; three round trips, roles are not read. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import { isBrandProject } from '@domain/project/project';
import { suppress } from '@domain/statistics/suppression';
import { stocksOn } from '@domain/statistics/tally';
import { civilDayOf } from '@domain/time/civil-day';
import type { PublicRow } from '@contract/statistics.contract';
import { familyOf } from '../geography/division-lookup';
import type { Handler } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { readTallies } from './read-tallies';

/** Far more brand projects than any city has. */
const PROJECTS_LIMIT = 1000;

export const getPublicBoard: Handler<'statistics.getPublicBoard'> = async (_input, context) => {
  const { ports, now } = context;
  const { cityCode } = await cityOf(ports);
  const day = civilDayOf(now);
  const [family, projects] = await Promise.all([
    familyOf(ports, cityCode),
    ports.database.find('projects', { where: { brandRank: { atLeast: 0 } }, limit: PROJECTS_LIMIT }),
  ]);
  const codes = family.map(({ _id }) => _id);
  const { tallies, asOf } = await readTallies(ports, codes, day);
  const readings = family.map(({ _id, name }) => ({
    divisionCode: _id,
    name,
    stocks: stocksOn(tallies, _id, day),
    brandProjectCount: projects.filter(
      (project) => isBrandProject(project, day) && project.divisionCode.startsWith(_id),
    ).length,
  }));
  const rows = publicRowsOf(cityCode, readings);
  const [total] = rows.splice(
    rows.findIndex(({ divisionCode }) => divisionCode === cityCode),
    1,
  );
  if (total === undefined) throw new Error('invariant broken: the family of a city contains the city');
  return { asOf, day, total, counties: rows };
};

export interface PublicReading {
  readonly divisionCode: DivisionCode;
  readonly name: string;
  readonly stocks: {
    readonly registered: number;
    readonly activeCum: number;
    readonly serviceMinutes: number;
  };
  readonly brandProjectCount: number;
}

/**
 * Whoever belongs to no county is one more cell that a reader can subtract: it is weighed with the counties.
 */
export function publicRowsOf(cityCode: DivisionCode, readings: readonly PublicReading[]): PublicRow[] {
  const city = readings.find(({ divisionCode }) => divisionCode === cityCode);
  const counties = readings.filter(({ divisionCode }) => divisionCode !== cityCode);
  const shownOf = (quantity: 'registered' | 'activeCum'): Map<string, number | null> => {
    const cells = counties.map(({ stocks }) => stocks[quantity]);
    const rest = (city?.stocks[quantity] ?? 0) - cells.reduce((sum, cell) => sum + cell, 0);
    const shown = suppress(rest === 0 ? cells : [...cells, rest]);
    return new Map<string, number | null>([
      [cityCode, shown.total],
      ...counties.map(({ divisionCode }, index) => [divisionCode, shown.cells[index] ?? null] as const),
    ]);
  };
  const [registered, active] = [shownOf('registered'), shownOf('activeCum')];
  return readings.map(({ divisionCode, name, stocks, brandProjectCount }) => {
    const activeCum = active.get(divisionCode) ?? null;
    return {
      divisionCode,
      name,
      registered: registered.get(divisionCode) ?? null,
      activeCum,
      serviceMinutes: activeCum === null ? null : stocks.serviceMinutes,
      brandProjectCount,
    };
  });
}
