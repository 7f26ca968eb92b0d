/** Third comparison (ST41): every tally against its own contributions and the tallies of its children. */
import { levelOf, type DivisionLevel } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { ChangeSums } from '@domain/statistics/change-sums';
import { cellDifferencesOf, type CellDifference } from '@domain/statistics/recount';
import { lifeStepsOf, servedStepsOf, shiftContributionOf } from '@domain/statistics/shift-contribution';
import type { Change } from '@domain/statistics/contribution';
import type { Tally } from '@domain/statistics/tally';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { pagesOf } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges } from '../statistics/fold-volunteers';
import { contributionsInDivision, contributionsOfProject, toShiftFacts } from '../statistics/shift-facts';
import { cellFindings, type Findings } from './findings';
import { talliesBelow, talliesOfBook } from './stored-tallies';

const DIVISION_PAGE = 1000;
/** of one division itself: a county hosts a few dozen */
const PROJECT_LIMIT = 1000;

/** what a contribution has as its township when it has several, or is of a division above them */
const SEVERAL_TOWNSHIPS = '';

/** From the bottom up: a part is a township with its communities, then a county, then the city. */
const PART_LEVELS: readonly DivisionLevel[] = ['township', 'county', 'city'];

/**
 * These divisions. Round trips: 2, one for every 1,000 contributions of people who have lived in several
 * townships, and for each division 2, one for every 90 tally documents of it and its children and one for
 * every 1,000 contributions and shifts in it, and one or more for every project of it.
 */
export async function checkDivisions(ports: Ports, codes: readonly DivisionCode[]): Promise<Findings> {
  const { isSettled, value } = await readBetweenBatches(ports, async () => {
    const movers = await sumsIn(ports, SEVERAL_TOWNSHIPS);
    const check = (code: DivisionCode): Promise<Checked> =>
      levelOf(code) === 'township' ? checkTownship(ports, code, movers) : checkUpper(ports, code, movers);
    return Promise.all(codes.map(check));
  });
  return cellFindings(
    value.reduce((sum, part) => sum + part.divisionCount, 0),
    { isSettled, value: value.flatMap((part) => part.differences) },
  );
}

/** The next divisions of one level, at most so many; none after the last. One round trip, or three. */
export async function nextDivisions(
  { database }: Ports,
  cursor: string,
  limit: number,
): Promise<StoredDocument<'divisions'>[]> {
  const [level = 'township', after = ''] = cursor === '' ? [] : cursor.split('|');
  const from = PART_LEVELS.findIndex((known) => known === level);
  for (const [index, part] of PART_LEVELS.slice(from).entries()) {
    const beyond = index === 0 && after !== '' ? { _id: { above: after } } : {};
    const where = { level: part, ...beyond };
    const found = await database.find('divisions', { where, orderBy: [['_id', 'asc']], limit });
    if (found.length > 0) return found;
  }
  return [];
}

export const cursorAfter = ({ level, _id }: StoredDocument<'divisions'>): string => `${level}|${_id}`;

interface Checked {
  readonly divisionCount: number;
  readonly differences: readonly CellDifference[];
}

/** The township and all its communities; a tally of a code that is no division counts as one as well. */
async function checkTownship(ports: Ports, township: DivisionCode, movers: ChangeSums): Promise<Checked> {
  const [tallies, communities, residents] = await Promise.all([
    talliesBelow(ports, township),
    childrenOf(ports, township),
    sumsIn(ports, township),
  ]);
  const codes = new Set<DivisionCode>([township, ...communities]);
  const ofShifts = new ChangeSums().addAll(await shiftChangesIn(ports, township));
  ofShifts.addAll(await projectChangesIn(ports, [...codes]));
  const talliesOf = groupTallies(tallies);
  const children = [...codes].filter((code) => code !== township);
  const differences = [...codes].flatMap((divisionCode) =>
    cellDifferencesOf({
      book: divisionCode,
      tallies: talliesOf.get(divisionCode) ?? [],
      ownChanges: [residents, movers, ofShifts].flatMap((sums) => sums.changesIn(divisionCode)),
      childTallies: divisionCode === township ? children.flatMap((code) => talliesOf.get(code) ?? []) : [],
    }),
  );
  return { divisionCount: codes.size, differences };
}

/** A county or the city: itself against its children. In an upper division itself live movers only. */
async function checkUpper(ports: Ports, divisionCode: DivisionCode, movers: ChangeSums): Promise<Checked> {
  const tallies = await talliesOfBook(ports, divisionCode);
  const childTallies: Tally[] = [];
  for (const child of await childrenOf(ports, divisionCode)) {
    childTallies.push(...(await talliesOfBook(ports, child)));
  }
  const ownChanges = [...movers.changesIn(divisionCode), ...(await projectChangesIn(ports, [divisionCode]))];
  return {
    divisionCount: 1,
    differences: cellDifferencesOf({ book: divisionCode, tallies, ownChanges, childTallies }),
  };
}

async function childrenOf(ports: Ports, parentCode: DivisionCode): Promise<DivisionCode[]> {
  const children = await ports.database.find('divisions', {
    where: { parentCode },
    orderBy: [['_id', 'asc']],
    limit: DIVISION_PAGE,
  });
  return children.map(({ _id }) => _id);
}

/** Contributions of everybody who has only ever lived in this township, or of those who lived in several. */
async function sumsIn(ports: Ports, township: string): Promise<ChangeSums> {
  const sums = new ChangeSums();
  for await (const page of pagesOf(ports, 'contributions', { township }, { above: '', below: null })) {
    for (const contribution of page) sums.addAll(toChanges(contribution));
  }
  return sums;
}

/** What the shifts in a township add at their communities, and which of these were served villages when. */
async function shiftChangesIn(ports: Ports, township: DivisionCode): Promise<Change[]> {
  const shifts = (await contributionsInDivision(ports, township)).map(toShiftFacts);
  const places = [...new Set(shifts.map(({ placeCode }) => placeCode))];
  return [
    ...shifts.flatMap((facts) => shiftContributionOf(facts).changes),
    ...places.flatMap((divisionCode) =>
      servedStepsOf(shifts.filter(({ placeCode }) => placeCode === divisionCode)).map((step) => ({
        ...step,
        divisionCode,
        quantity: 'servedRuralCommunities' as const,
      })),
    ),
  ];
}

/** When the projects that belong to exactly these divisions were live. */
async function projectChangesIn(ports: Ports, codes: readonly DivisionCode[]): Promise<Change[]> {
  const projects = await ports.database.find('projects', {
    where: { divisionCode: { in: codes } },
    orderBy: [['_id', 'asc']],
    limit: PROJECT_LIMIT,
  });
  const changes: Change[] = [];
  for (const { _id } of projects) {
    const shifts = (await contributionsOfProject(ports, _id)).map(toShiftFacts);
    const [first] = shifts;
    if (first === undefined) continue;
    const at = { divisionCode: first.projectDivision };
    for (const step of lifeStepsOf(shifts)) {
      changes.push({ ...at, ...step, quantity: 'liveProjects' });
      if (first.isGrassroots) changes.push({ ...at, ...step, quantity: 'liveGrassrootsProjects' });
    }
  }
  return changes;
}

function groupTallies(tallies: readonly Tally[]): Map<string, Tally[]> {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const code = tally.tallyId.split(':')[0] ?? '';
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [tally]);
    else group.push(tally);
  }
  return groups;
}
