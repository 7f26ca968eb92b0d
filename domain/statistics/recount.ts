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
import { ownIncrementsOf, projectIncrementsOf, type BookId, type ProjectChange, type Tally } from './tally';

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
type Sums = Map<string, number[]>;
const SEPARATOR = '|';
const PLACE_OF: ReadonlyMap<string, number> = new Map(QUANTITIES.map((quantity, place) => [quantity, place]));

function cellIn(sums: Sums, period: string, cell: string): number[] {
  const key = `${period}${SEPARATOR}${cell}`;
  const known = sums.get(key);
  if (known !== undefined) return known;
  const amounts = QUANTITIES.map(() => 0);
  sums.set(key, amounts);
  return amounts;
}

function add(amounts: number[], quantity: string, amount: number): void {
  const place = PLACE_OF.get(quantity);
  if (place !== undefined) amounts[place] = (amounts[place] ?? 0) + amount;
}

function addTally(sums: Sums, tally: Tally): void {
  const period = tally.tallyId.slice(tally.tallyId.indexOf(':') + 1);
  for (const [cell, stored] of Object.entries(tally.cells)) {
    const amounts = cellIn(sums, period, cell);
    for (const [quantity, amount] of Object.entries(stored)) add(amounts, quantity, amount);
  }
}

export interface BookSums {
  readonly book: BookId;
  readonly tallies: readonly Tally[];
  /** rows of contributions in exactly this division, or of exactly this project */
  readonly ownChanges: readonly (Change | ProjectChange)[];
  /** the tallies of all divisions directly below */
  readonly childTallies: readonly Tally[];
}

function isOfProject(change: Change | ProjectChange): change is ProjectChange {
  return 'projectId' in change;
}

/** Where `tallies` are not the own contributions plus the children. */
export function cellDifferencesOf(sums: BookSums): CellDifference[] {
  const { book, ownChanges } = sums;
  const stored: Sums = new Map();
  const counted: Sums = new Map();
  for (const tally of sums.tallies) addTally(stored, tally);
  for (const tally of sums.childTallies) addTally(counted, tally);
  const increments = [
    ...ownIncrementsOf(ownChanges.flatMap((change) => (isOfProject(change) ? [] : [change]))),
    ...projectIncrementsOf(ownChanges.filter(isOfProject)),
  ];
  for (const { tallyId, cell, quantity, amount } of increments) {
    const [code, period = ''] = tallyId.split(':');
    if (code === book) add(cellIn(counted, period, cell), quantity, amount);
  }
  const keys = [...new Set([...stored.keys(), ...counted.keys()])].sort();
  return keys.flatMap((key) => differencesIn(book, key, stored.get(key), counted.get(key)));
}

function differencesIn(
  book: BookId,
  key: string,
  stored: readonly number[] = [],
  counted: readonly number[] = [],
): CellDifference[] {
  const [period = '', cell = ''] = key.split(SEPARATOR);
  return QUANTITIES.flatMap((quantity, place) => {
    const difference = { stored: stored[place] ?? 0, counted: counted[place] ?? 0 };
    if (difference.stored === difference.counted) return [];
    return [{ book, period, cell, quantity, ...difference }];
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
      const key = [above, period, cell, quantity].join(SEPARATOR);
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
