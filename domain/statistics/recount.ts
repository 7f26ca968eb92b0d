/**
 * 核对: what the stored sums should be, and where they are not (ST41).
 *
 * Two comparisons, each exact while the fold works on: a volunteer's stored contribution against that
 * volunteer's facts, and every tally against the contributions of its own division plus the tallies of its
 * children. A fold adds the same amount on both sides of the second, so its difference is a constant until
 * somebody repairs it (docs/adr/0014-recount.md).
 */
import { isDivisionCode, lineageOf, parseDivisionCode } from '../geography/division';
import type { Change } from './contribution';
import { QUANTITIES, type Quantity } from './measure';
import { cellsOf, type BookId, type ProjectChange, type Tally } from './tally';

/** One cell that does not hold what it should. */
export interface CellDifference {
  readonly book: BookId;
  /** `all`, a year or a month: the document of the book */
  readonly period: string;
  readonly cell: string;
  readonly quantity: Quantity;
  readonly stored: number;
  readonly counted: number;
}

/** Amounts of one cell in the order of QUANTITIES, by period and cell. */
type Sums = Map<string, Map<string, number[]>>;
const PLACE_OF: ReadonlyMap<string, number> = new Map(QUANTITIES.map((quantity, place) => [quantity, place]));
const NOTHING: readonly number[] = QUANTITIES.map(() => 0);

function periodIn(sums: Sums, period: string): Map<string, number[]> {
  const known = sums.get(period);
  if (known !== undefined) return known;
  const cells = new Map<string, number[]>();
  sums.set(period, cells);
  return cells;
}

function cellIn(cells: Map<string, number[]>, cell: string): number[] {
  const known = cells.get(cell);
  if (known !== undefined) return known;
  const amounts = [...NOTHING];
  cells.set(cell, amounts);
  return amounts;
}

function add(amounts: number[], quantity: string, amount: number): void {
  const place = PLACE_OF.get(quantity);
  if (place !== undefined) amounts[place] = (amounts[place] ?? 0) + amount;
}

function addTally(sums: Sums, tally: Tally): void {
  const cells = periodIn(sums, periodOf(tally.tallyId));
  for (const cell in tally.cells) {
    const amounts = cellIn(cells, cell);
    const stored: Readonly<Record<string, number>> = tally.cells[cell] ?? {};
    for (const quantity in stored) add(amounts, quantity, stored[quantity] ?? 0);
  }
}

const periodOf = (tallyId: string): string => tallyId.slice(tallyId.indexOf(':') + 1);

/** A dated amount that counts in the book itself. */
type OwnChange = Pick<Change, 'day' | 'quantity' | 'amount'>;

/** Into the three cells of its day. Changes of one day mostly follow each other: the cells are found once. */
function addChanges(sums: Sums, book: BookId, changes: readonly OwnChange[]): void {
  let lastDay: string | null = null;
  let cells: number[][] = [];
  for (const { day, quantity, amount } of changes) {
    if (day !== lastDay) {
      lastDay = day;
      cells = cellsOf(book, day).map(([tallyId, cell]) => cellIn(periodIn(sums, periodOf(tallyId)), cell));
    }
    for (const amounts of cells) add(amounts, quantity, amount);
  }
}

export interface BookSums {
  readonly book: BookId;
  readonly tallies: readonly Tally[];
  /** rows of contributions in exactly this division, or of exactly this project; others are passed over */
  readonly ownChanges: readonly (Change | ProjectChange)[];
  /** the tallies of all divisions directly below */
  readonly childTallies: readonly Tally[];
}

const bookOf = (change: Change | ProjectChange): BookId =>
  'projectId' in change ? change.projectId : change.divisionCode;

/** Where `tallies` are not the own contributions plus the children; in the order of periods and cells. */
export function cellDifferencesOf(sums: BookSums): CellDifference[] {
  const { book, ownChanges } = sums;
  const stored: Sums = new Map();
  const counted: Sums = new Map();
  for (const tally of sums.tallies) addTally(stored, tally);
  for (const tally of sums.childTallies) addTally(counted, tally);
  addChanges(
    counted,
    book,
    ownChanges.filter((change) => bookOf(change) === book),
  );
  return sortedKeysOf(stored, counted).flatMap((period) => {
    const [left, right] = [periodIn(stored, period), periodIn(counted, period)];
    return sortedKeysOf(left, right).flatMap((cell) =>
      differencesIn({ book, period, cell }, left.get(cell) ?? NOTHING, right.get(cell) ?? NOTHING),
    );
  });
}

function sortedKeysOf(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].sort();
}

function differencesIn(
  at: Pick<CellDifference, 'book' | 'period' | 'cell'>,
  stored: readonly number[],
  counted: readonly number[],
): CellDifference[] {
  if (stored.every((amount, place) => amount === counted[place])) return [];
  return QUANTITIES.flatMap((quantity, place) => {
    const difference = { stored: stored[place] ?? 0, counted: counted[place] ?? 0 };
    return difference.stored === difference.counted ? [] : [{ ...at, quantity, ...difference }];
  });
}

/** What is wrong with one cell of a book's tally: `excess` has to be taken off. */
export interface WrongCell {
  readonly book: BookId;
  readonly period: string;
  readonly cell: string;
  readonly quantity: Quantity;
  readonly excess: number;
}

/**
 * From differences to their cause. A wrong child makes its parent look wrong by the opposite amount, so what
 * is wrong in a division is the sum of all differences in its subtree.
 */
export function wrongCellsOf(differences: readonly CellDifference[]): WrongCell[] {
  const cells = new Map<string, WrongCell>();
  for (const { book, period, cell, quantity, stored, counted } of differences) {
    for (const above of booksAbove(book)) {
      const key = [above, period, cell, quantity].join('|');
      const excess = (cells.get(key)?.excess ?? 0) + stored - counted;
      cells.set(key, { book: above, period, cell, quantity, excess });
    }
  }
  return [...cells.values()].filter(({ excess }) => excess !== 0);
}

/** Itself, and for a division all above it. */
function booksAbove(book: BookId): BookId[] {
  return isDivisionCode(book) ? lineageOf(parseDivisionCode(book)) : [book];
}

/** The first day whose published figures a wrong cell changes: the first of its year, month or day. */
export function firstDayTextOf(cell: string): string {
  return `${cell}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2}-\d{2}).*$/, '$1');
}
