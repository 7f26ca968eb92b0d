/** Second comparison (ST41): every tally against its own contributions and the tallies of its children. */
import { levelOf, type DivisionLevel } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { cellDifferencesOf, type CellDifference } from '@domain/statistics/recount';
import type { Change } from '@domain/statistics/contribution';
import type { Tally } from '@domain/statistics/tally';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChange } from '../statistics/fold-contributions';

const TALLY_PAGE = 90;
const CONTRIBUTION_PAGE = 150;
const DIVISION_PAGE = 1000;
/** below the first comes everything whose id begins with the code and a colon or a digit */
const AFTER_COLON = ';';

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
 * The next parts of one level. Round trips: 3, and for each part 2, one for every 90 tally documents of the
 * division and its children and one for every 150 contributions in it.
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
  const changes = await changesIn(ports, township, [...codes]);
  const talliesOf = groupTallies(tallies);
  const ownOf = groupChanges(changes);
  const children = [...codes].filter((code) => code !== township);
  const differences = [...codes].flatMap((divisionCode) =>
    cellDifferencesOf({
      divisionCode,
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
  const own = groupChanges(await changesIn(ports, '', [divisionCode])).get(divisionCode) ?? [];
  const tallies = await talliesOfOne(ports, divisionCode);
  const childTallies: Tally[] = [];
  for (const { _id } of children) childTallies.push(...(await talliesOfOne(ports, _id)));
  return {
    divisionCount: 1,
    differences: cellDifferencesOf({ divisionCode, tallies, ownChanges: own, childTallies }),
  };
}

function talliesOfOne(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, `${code}:`, `${code}${AFTER_COLON}`);
}

function talliesBelow(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, code, `${code}${AFTER_COLON}`);
}

async function talliesBetween(ports: Ports, from: string, below: string): Promise<Tally[]> {
  const found: Tally[] = [];
  let bound: { atLeast: string } | { above: string } = { atLeast: from };
  for (;;) {
    const page: StoredDocument<'tallies'>[] = await ports.database.find('tallies', {
      where: { _id: { ...bound, below } },
      orderBy: [['_id', 'asc']],
      limit: TALLY_PAGE,
    });
    found.push(...page.map(({ _id, cells }) => ({ tallyId: _id, cells })));
    const last = page[TALLY_PAGE - 1];
    if (last === undefined) return found;
    bound = { above: last._id };
  }
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
