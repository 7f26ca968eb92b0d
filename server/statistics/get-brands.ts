/**
 * 品牌项目 (ST19). Round trips: 5, and one for every further 200 townships – roles, divisions with the city's
 * brand projects, tallies. The projects of one city with a valid accreditation are few by nature.
 */
import { levelOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { isBrandProject } from '@domain/project/project';
import type { BrandMeasureId } from '@domain/statistics/measure';
import { populationOn } from '@domain/statistics/population';
import { basisPointsOf, hundredthsOf, ratioOf } from '@domain/statistics/ratio';
import { stocksOn, tallyIdsOf, type Stocks, type Tally } from '@domain/statistics/tally';
import { addDays, parseCivilDay, yearOf, type CivilDay } from '@domain/time/civil-day';
import type { BrandRow } from '@contract/supply.contract';
import type { Figure } from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { upperDivisionsIn } from '../geography/division-lookup';
import { askedDivision } from './asked-division';
import { refusalBeforeData } from './data-begin';
import { readTallyIds } from './read-tallies';

type Project = StoredDocument<'projects'>;
type Division = StoredDocument<'divisions'>;

/** Far more valid accreditations than any city has; six tallies each stay within one read. */
const MAXIMUM_BRANDS = 150;
const DIVISIONS_AT_ONCE = 200;
const PER_RESIDENTS = 100_000;

export const getBrands: Handler<'statistics.getBrands'> = async (input, context) => {
  const { ports } = context;
  const asked = await askedDivision(context, input);
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const [divisions, projects] = await Promise.all([
    upperDivisionsIn(ports, divisionCode),
    accreditedProjects(ports, day),
  ]);
  const division = divisions.find(({ _id }) => _id === divisionCode);
  if (division === undefined) return rejected('division.notFound');
  const own = projects.filter(
    (project) => project.divisionCode.startsWith(divisionCode) && isBrandProject(project, day),
  );
  const books = await readBooks(ports, divisionCode, divisions, own, day);
  const refusal = await refusalBeforeData(ports, books.tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  const brands = own.map((project) => toRow(project, books.tallies, day));
  const presence = (code: DivisionCode): boolean => stocksOn(books.tallies, code, day).brandPresence > 0;
  const counties = divisions.filter(({ level }) => level === 'county');
  return {
    asOf: books.asOf,
    day,
    divisionCode,
    divisionName: division.name,
    lineage: [...division.ancestors, { divisionCode, name: division.name }],
    figures: figuresOf(division, divisions, brands, day, presence),
    brands: brands.sort((a, b) => b.yearMinutes - a.yearMinutes || (a.projectId < b.projectId ? -1 : 1)),
    uncovered: (levelOf(divisionCode) === 'city' ? counties : [])
      .filter(({ _id }) => !presence(_id))
      .map(({ _id, name }) => ({ divisionCode: _id, name })),
  };
};

function accreditedProjects(ports: Ports, day: CivilDay): Promise<Project[]> {
  return ports.database.find('projects', {
    where: { 'accreditation.validToDay': { atLeast: day } },
    orderBy: [
      ['accreditation.validToDay', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_BRANDS,
  });
}

/** The earliest as-of of the readings: what is stored before it is in all of them (ST4). */
async function readBooks(
  ports: Ports,
  divisionCode: DivisionCode,
  divisions: readonly Division[],
  projects: readonly Project[],
  day: CivilDay,
): Promise<{ readonly tallies: ReadonlyMap<string, Tally>; readonly asOf: number }> {
  const lastYear = lastDayOfYearBefore(day);
  const readings = [
    await readTallyIds(ports, [
      ...cityTallyIdsOf(divisionCode, day),
      ...projects.flatMap(({ _id }) => [...tallyIdsOf(_id, day), ...tallyIdsOf(_id, lastYear)]),
    ]),
  ];
  for (let from = 0; from < divisions.length; from += DIVISIONS_AT_ONCE) {
    const page = divisions.slice(from, from + DIVISIONS_AT_ONCE);
    readings.push(
      await readTallyIds(
        ports,
        page.flatMap(({ _id }) => tallyIdsOf(_id, day)),
      ),
    );
  }
  return {
    tallies: new Map(readings.flatMap(({ tallies }) => [...tallies])),
    asOf: Math.min(...readings.map(({ asOf }) => asOf)),
  };
}

function lastDayOfYearBefore(day: CivilDay): CivilDay {
  return addDays(parseCivilDay(`${yearOf(day)}-01-01`), -1);
}

function toRow(project: Project, tallies: ReadonlyMap<string, Tally>, day: CivilDay): BrandRow {
  const { accreditation } = project;
  if (accreditation === null) throw new Error('invariant broken: a brand project has an accreditation');
  const stocks: Stocks = stocksOn(tallies, project._id, day);
  const before = stocksOn(tallies, project._id, lastDayOfYearBefore(day));
  return {
    projectId: project._id,
    title: project.title,
    divisionName: project.divisionName,
    level: accreditation.level,
    document: accreditation.document,
    validToDay: accreditation.validToDay,
    hostLevel: project.hostLevel,
    isLive: stocks.liveProjects > 0,
    yearMinutes: stocks.heldMinutes - before.heldMinutes,
    minutes: stocks.heldMinutes,
    shiftCount: stocks.heldShifts,
    volunteerCount: stocks.projectVolunteers,
  };
}

function figuresOf(
  division: Division,
  divisions: readonly Division[],
  brands: readonly BrandRow[],
  day: CivilDay,
  presence: (code: DivisionCode) => boolean,
): Figure[] {
  const population = populationOn(division.population, day);
  const perResidents = ratioOf(brands.length * PER_RESIDENTS, population?.residents ?? null);
  const covered = (level: Division['level'], measure: BrandMeasureId): Figure => {
    const all = divisions.filter((one) => one.level === level);
    return share(measure, all.filter(({ _id }) => presence(_id)).length, all.length);
  };
  const minutes = brands.map(({ yearMinutes }) => yearMinutes);
  const yearMinutes = minutes.reduce((sum, one) => sum + one, 0);
  const isCity = levelOf(division._id) === 'city';
  return [
    count('brandProjects', brands.length),
    count('liveBrandProjects', brands.filter(({ isLive }) => isLive).length),
    {
      ...share('brandsPer100k', brands.length, population?.residents ?? 0),
      value: perResidents === null ? null : hundredthsOf(perResidents),
      populationYear: population === null ? null : Number(yearOf(population.referenceDay)),
      source: population?.document ?? null,
    },
    ...(isCity ? [covered('county', 'brandCountyCoverage')] : []),
    covered('township', 'brandTownshipCoverage'),
    share('brandConcentration', Math.max(0, ...minutes), yearMinutes),
  ];
}

const NO_POPULATION = { populationYear: null, source: null };

function count(measure: BrandMeasureId, value: number): Figure {
  return { measure, value, numerator: value, denominator: null, ...NO_POPULATION };
}

function share(measure: BrandMeasureId, numerator: number, denominator: number): Figure {
  const ratio = ratioOf(numerator, denominator);
  return {
    measure,
    value: ratio === null ? null : basisPointsOf(ratio),
    numerator,
    denominator: ratio?.denominator ?? null,
    ...NO_POPULATION,
  };
}
