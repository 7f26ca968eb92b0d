/** Second comparison (ST41): every tally against its own contributions and the tallies of its children. */
import { levelOf, type DivisionLevel } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { ChangeSums } from '@domain/statistics/change-sums';
import { cellDifferencesOf, type CellDifference } from '@domain/statistics/recount';
import type { Tally } from '@domain/statistics/tally';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { pagesOf, readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges } from '../statistics/fold-contributions';

/** A tally of a month holds up to 10 KB: an answer of the cloud holds 1 MB. */
const TALLY_PAGE = 90;
const DIVISION_PAGE = 1000;
/** below the first comes everything whose id begins with the code and a colon or a digit */
const AFTER_COLON = ';';

/** what a contribution has as its township when it has several, or is of a division above them */
const SEVERAL_TOWNSHIPS = '';

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
 * The next parts of one level. Round trips: 3, one for every 1,000 contributions of people who have lived in
 * several townships, and for each part 2, one for every 90 tally documents of the division and its children
 * and one for every 1,000 contributions in it.
 */
export async function checkDivisionParts(ports: Ports, cursor: string): Promise<DivisionPart> {
  const parts = await nextParts(ports, cursor);
  const last = parts[parts.length - 1];
  if (last === undefined) return { divisionCount: 0, isSettled: true, differences: [], nextCursor: null };
  const { isSettled, value } = await readBetweenBatches(ports, async () => {
    const movers = await sumsIn(ports, SEVERAL_TOWNSHIPS);
    const check = (code: DivisionCode): Promise<Checked> =>
      levelOf(code) === 'township' ? checkTownship(ports, code, movers) : checkUpper(ports, code, movers);
    return Promise.all(parts.map(({ _id }) => check(_id)));
  });
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
async function checkTownship(ports: Ports, township: DivisionCode, movers: ChangeSums): Promise<Checked> {
  const [tallies, communities, residents] = await Promise.all([
    talliesBetween(ports, township, `${township}${AFTER_COLON}`),
    childrenOf(ports, township),
    sumsIn(ports, township),
  ]);
  const codes = new Set<DivisionCode>([township, ...communities]);
  const talliesOf = groupTallies(tallies);
  const children = [...codes].filter((code) => code !== township);
  const differences = [...codes].flatMap((divisionCode) =>
    cellDifferencesOf({
      divisionCode,
      tallies: talliesOf.get(divisionCode) ?? [],
      ownChanges: [...residents.changesIn(divisionCode), ...movers.changesIn(divisionCode)],
      childTallies: divisionCode === township ? children.flatMap((code) => talliesOf.get(code) ?? []) : [],
    }),
  );
  return { divisionCount: codes.size, differences };
}

/** A county or the city: itself against its children. In an upper division itself live movers only. */
async function checkUpper(ports: Ports, divisionCode: DivisionCode, movers: ChangeSums): Promise<Checked> {
  const tallies = await talliesOfOne(ports, divisionCode);
  const childTallies: Tally[] = [];
  for (const child of await childrenOf(ports, divisionCode)) {
    childTallies.push(...(await talliesOfOne(ports, child)));
  }
  const ownChanges = movers.changesIn(divisionCode);
  return {
    divisionCount: 1,
    differences: cellDifferencesOf({ divisionCode, tallies, ownChanges, childTallies }),
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

function talliesOfOne(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, `${code}:`, `${code}${AFTER_COLON}`);
}

async function talliesBetween(ports: Ports, above: string, below: string): Promise<Tally[]> {
  const found = await readRange(ports, 'tallies', {}, { above, below }, TALLY_PAGE);
  return found.map(({ _id, cells }) => ({ tallyId: _id, cells }));
}

/** Contributions of everybody who has only ever lived in this township, or of those who lived in several. */
async function sumsIn(ports: Ports, township: string): Promise<ChangeSums> {
  const sums = new ChangeSums();
  for await (const page of pagesOf(ports, 'contributions', { township }, { above: '', below: null })) {
    for (const contribution of page) sums.addAll(toChanges(contribution));
  }
  return sums;
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
