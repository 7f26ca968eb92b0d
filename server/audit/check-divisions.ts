/** Third comparison (ST41): every tally against its own contributions and the tallies of its children. */
import { levelOf, type DivisionLevel } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { cellDifferencesOf, type CellDifference } from '@domain/statistics/recount';
import { lifeStepsOf, servedStepsOf, shiftContributionOf } from '@domain/statistics/shift-contribution';
import type { Change } from '@domain/statistics/contribution';
import type { Tally } from '@domain/statistics/tally';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChange } from '../statistics/fold-volunteers';
import { contributionsInDivision, contributionsOfProject, toShiftFacts } from '../statistics/shift-facts';
import { talliesBelow, talliesOfBook } from './stored-tallies';

const CONTRIBUTION_PAGE = 150;
const DIVISION_PAGE = 1000;
/** of one division itself: a county hosts a few dozen */
const PROJECT_LIMIT = 1000;

/** From the bottom up: a part is a township with its communities, then a county, then the city. */
const PART_LEVELS: readonly DivisionLevel[] = ['township', 'county', 'city'];

export interface DivisionPart {
  readonly divisionCount: number;
  readonly isSettled: boolean;
  readonly differences: readonly CellDifference[];
  /** null: that was the last part */
  readonly nextCursor: string | null;
}

/** Parts looked at together: few enough to be read between two batches of the fold. */
const PARTS_AT_ONCE = 6;

/**
 * The next parts of one level. Round trips: 3, and for each part 3, one for every 90 tally documents of the
 * division and its children, for every 150 contributions and thousand shifts in it, and for every project of it.
 */
export async function checkDivisionParts(ports: Ports, cursor: string): Promise<DivisionPart> {
  const parts = await nextParts(ports, cursor);
  const last = parts[parts.length - 1];
  if (last === undefined) return { divisionCount: 0, isSettled: true, differences: [], nextCursor: null };
  const { isSettled, value } = await readBetweenBatches(ports, () =>
    Promise.all(
      parts.map(({ _id }) =>
        levelOf(_id) === 'township' ? checkTownship(ports, _id) : checkUpper(ports, _id),
      ),
    ),
  );
  return {
    divisionCount: value.reduce((sum, part) => sum + part.divisionCount, 0),
    isSettled,
    differences: isSettled ? value.flatMap((part) => part.differences) : [],
    nextCursor: `${last.level}|${last._id}`,
  };
}

async function nextParts(ports: Ports, cursor: string): Promise<StoredDocument<'divisions'>[]> {
  const [level = 'township', after = ''] = cursor === '' ? [] : cursor.split('|');
  const from = PART_LEVELS.findIndex((known) => known === level);
  for (const [index, part] of PART_LEVELS.slice(from).entries()) {
    const beyond = index === 0 && after !== '' ? { _id: { above: after } } : {};
    const found = await ports.database.find('divisions', {
      where: { level: part, ...beyond },
      orderBy: [['_id', 'asc']],
      limit: PARTS_AT_ONCE,
    });
    if (found.length > 0) return found;
  }
  return [];
}

type Checked = Pick<DivisionPart, 'divisionCount' | 'differences'>;

/** The township and all its communities; a tally of a code that is no division counts as one as well. */
async function checkTownship(ports: Ports, township: DivisionCode): Promise<Checked> {
  const tallies = await talliesBelow(ports, township);
  const communities = await ports.database.find('divisions', {
    where: { parentCode: township },
    orderBy: [['_id', 'asc']],
    limit: DIVISION_PAGE,
  });
  const codes = new Set<DivisionCode>([township, ...communities.map(({ _id }) => _id)]);
  const changes = [
    ...(await changesIn(ports, township, [...codes])),
    ...(await shiftChangesIn(ports, township)),
    ...(await projectChangesIn(ports, [...codes])),
  ];
  const talliesOf = groupTallies(tallies);
  const ownOf = groupChanges(changes);
  const children = [...codes].filter((code) => code !== township);
  const differences = [...codes].flatMap((divisionCode) =>
    cellDifferencesOf({
      book: divisionCode,
      tallies: talliesOf.get(divisionCode) ?? [],
      ownChanges: ownOf.get(divisionCode) ?? [],
      childTallies: divisionCode === township ? children.flatMap((code) => talliesOf.get(code) ?? []) : [],
    }),
  );
  return { divisionCount: codes.size, differences };
}

/** A county or the city: itself against its children. */
async function checkUpper(ports: Ports, divisionCode: DivisionCode): Promise<Checked> {
  const children = await ports.database.find('divisions', {
    where: { parentCode: divisionCode },
    orderBy: [['_id', 'asc']],
    limit: DIVISION_PAGE,
  });
  const own = [
    ...(await changesIn(ports, '', [divisionCode])),
    ...(await projectChangesIn(ports, [divisionCode])),
  ];
  const tallies = await talliesOfBook(ports, divisionCode);
  const childTallies: Tally[] = [];
  for (const { _id } of children) childTallies.push(...(await talliesOfBook(ports, _id)));
  return {
    divisionCount: 1,
    differences: cellDifferencesOf({ book: divisionCode, tallies, ownChanges: own, childTallies }),
  };
}

/**
 * Rows of contributions in these divisions of a township. Who lived in several has none, and is read
 * with each; in an upper division itself lives nobody else.
 */
async function changesIn(ports: Ports, township: string, codes: readonly DivisionCode[]): Promise<Change[]> {
  const wanted = new Set(codes);
  const found: Change[] = [];
  let after = '';
  for (;;) {
    const page: StoredDocument<'contributions'>[] = await ports.database.find('contributions', {
      where: {
        township: { in: [...new Set([township, ''])] },
        ...(after === '' ? {} : { _id: { above: after } }),
      },
      orderBy: [['_id', 'asc']],
      limit: CONTRIBUTION_PAGE,
    });
    for (const { changes } of page) {
      found.push(...changes.map(toChange).filter((change) => wanted.has(change.divisionCode)));
    }
    const last = page[CONTRIBUTION_PAGE - 1];
    if (last === undefined) return found;
    after = last._id;
  }
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

function groupChanges(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.divisionCode);
    if (group === undefined) groups.set(change.divisionCode, [change]);
    else group.push(change);
  }
  return groups;
}
