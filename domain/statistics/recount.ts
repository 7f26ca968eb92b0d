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
import { incrementsOf, projectIncrementsOf, type BookId, type ProjectChange, type Tally } from './tally';

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

type Sums = Map<string, number>;
const SEPARATOR = '|';

function add(sums: Sums, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

const keyOf = (period: string, cell: string, quantity: Quantity): string =>
  [period, cell, quantity].join(SEPARATOR);

function addTally(sums: Sums, tally: Tally): void {
  const period = tally.tallyId.slice(tally.tallyId.indexOf(':') + 1);
  for (const [cell, amounts] of Object.entries(tally.cells)) {
    for (const quantity of QUANTITIES) add(sums, keyOf(period, cell, quantity), amounts[quantity] ?? 0);
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
    ...incrementsOf(ownChanges.flatMap((change) => (isOfProject(change) ? [] : [change]))),
    ...projectIncrementsOf(ownChanges.filter(isOfProject)),
  ];
  for (const { tallyId, cell, quantity, amount } of increments) {
    const [code, period = ''] = tallyId.split(':');
    if (code === book) add(counted, keyOf(period, cell, quantity), amount);
  }
  return [...new Set([...stored.keys(), ...counted.keys()])].sort().flatMap((key) => {
    const difference = { stored: stored.get(key) ?? 0, counted: counted.get(key) ?? 0 };
    if (difference.stored === difference.counted) return [];
    const [period = '', cell = '', name] = key.split(SEPARATOR);
    const quantity = QUANTITIES.find((known) => known === name);
    return quantity === undefined ? [] : [{ book, period, cell, quantity, ...difference }];
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
      const key = `${above}${SEPARATOR}${keyOf(period, cell, quantity)}`;
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
