/**
 * 汇总: sums of changes, kept so that any figure of any day is read from three small documents.
 *
 * A division has one document for all time (cells by year), one per year (cells by month) and one per month
 * (cells by day). The stock on day T = years before T's year + months before T's month + days up to T. Work
 * per change: three additions per level of the division tree; work per figure: three documents, whatever the
 * number of volunteers.
 */
import { lineageOf } from '../geography/division';
import type { DivisionCode, ProjectId } from '../kernel/identifiers';
import { addDays, monthOf, yearOf, type CivilDay } from '../time/civil-day';
import type { Change } from './contribution';
import { QUANTITIES, type Quantity } from './measure';

export type Amounts = Readonly<Partial<Record<Quantity, number>>>;
export interface Tally {
  readonly tallyId: string;
  /** by year, month or day, as the document's period says */
  readonly cells: Readonly<Record<string, Amounts>>;
}
/** One addition to one cell of one document. */
export interface TallyIncrement {
  readonly tallyId: string;
  readonly cell: string;
  readonly quantity: Quantity;
  readonly amount: number;
}

const ALL_TIME = 'all';
/** 服务地 (BP14): of the shifts of one project in one community. */
export type PlaceBookId = `${ProjectId}@${DivisionCode}`;
/** Whose sums they are. A project's books stand alone: they are no part of the division tree. */
export type BookId = DivisionCode | ProjectId | PlaceBookId;

export function placeBookOf(projectId: ProjectId, placeCode: DivisionCode): PlaceBookId {
  return `${projectId}@${placeCode}`;
}

const tallyIdOf = (book: BookId, period: string): string => `${book}:${period}`;

/** The three documents that give the stock of a book on a day. */
export function tallyIdsOf(book: BookId, day: CivilDay): string[] {
  return [ALL_TIME, yearOf(day), monthOf(day)].map((period) => tallyIdOf(book, period));
}

/** The documents a book's earliest day is found by: of all time, then of a year, then of a month. */
export function tallyIdAt(book: BookId, period: string = ALL_TIME): string {
  return tallyIdOf(book, period);
}

/** The month documents that hold the changes of these days, first and last included. */
export function monthTallyIdsOf(book: BookId, from: CivilDay, to: CivilDay): string[] {
  const months = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) months.add(monthOf(day));
  return [...months].map((month) => tallyIdOf(book, month));
}

/** The net change of a quantity over these days, first and last included, from the month documents. */
export function changeOver(
  tallies: ReadonlyMap<string, Tally>,
  divisionCode: DivisionCode,
  quantity: Quantity,
  from: CivilDay,
  to: CivilDay,
): number {
  return monthTallyIdsOf(divisionCode, from, to)
    .flatMap((tallyId) => Object.entries(tallies.get(tallyId)?.cells ?? {}))
    .filter(([day]) => from <= day && day <= to)
    .reduce((sum, [, amounts]) => sum + (amounts[quantity] ?? 0), 0);
}

/** A dated change of a project's own book, or of one of its places. */
export interface ProjectChange extends Pick<Change, 'day' | 'quantity' | 'amount'> {
  readonly projectId: ProjectId | PlaceBookId;
}

/** Every addition that a change makes, in its own division and all above it; equal cells summed. */
export function incrementsOf(changes: readonly Change[]): TallyIncrement[] {
  return incrementsIn(changes, ({ divisionCode }) => lineageOf(divisionCode));
}

/** The same for the books of projects, which have nothing above them. */
export function projectIncrementsOf(changes: readonly ProjectChange[]): TallyIncrement[] {
  return incrementsIn(changes, ({ projectId }) => [projectId]);
}

function incrementsIn<One extends Pick<Change, 'day' | 'quantity' | 'amount'>>(
  changes: readonly One[],
  booksOf: (change: One) => readonly BookId[],
): TallyIncrement[] {
  const sums = new Map<string, TallyIncrement>();
  for (const change of changes) {
    const { day, quantity } = change;
    for (const book of booksOf(change)) {
      for (const [tallyId, cell] of cellsOf(book, day)) {
        const key = `${tallyId}|${cell}|${quantity}`;
        const amount = (sums.get(key)?.amount ?? 0) + change.amount;
        sums.set(key, { tallyId, cell, quantity, amount });
      }
    }
  }
  return [...sums.values()].filter((increment) => increment.amount !== 0);
}

/** The three cells that a day belongs to in a book's documents. */
export function cellsOf(book: BookId, day: CivilDay): (readonly [tallyId: string, cell: string])[] {
  const [year, month] = [yearOf(day), monthOf(day)];
  return [
    [tallyIdOf(book, ALL_TIME), year],
    [tallyIdOf(book, year), month],
    [tallyIdOf(book, month), day],
  ];
}

export type Stocks = Readonly<Record<Quantity, number>>;

/**
 * The sums up to and including `day`, or, with `monthEnd`, to the end of that day's month (no month document
 * needed). `tallies` are found by id; a missing document is an empty one.
 */
export function stocksOn(
  tallies: ReadonlyMap<string, Tally>,
  book: BookId,
  day: CivilDay,
  precision: 'day' | 'monthEnd' = 'day',
): Stocks {
  const sums = emptyStocks();
  const add = (period: string, takes: (cell: string) => boolean): void => {
    const cells = tallies.get(tallyIdOf(book, period))?.cells ?? {};
    for (const [cell, amounts] of Object.entries(cells)) {
      if (takes(cell)) addAmounts(sums, amounts);
    }
  };
  add(ALL_TIME, (year) => year < yearOf(day));
  add(yearOf(day), (month) => (precision === 'day' ? month < monthOf(day) : month <= monthOf(day)));
  if (precision === 'day') add(monthOf(day), (cell) => cell <= day);
  return sums;
}

/** Only what is there is looked at: a cell has a few of the many quantities. */
function addAmounts(sums: Record<Quantity, number>, amounts: Amounts): void {
  for (const [name, amount] of Object.entries(amounts)) if (isQuantity(name)) sums[name] += amount;
}

const KNOWN = new Set<string>(QUANTITIES);
function isQuantity(name: string): name is Quantity {
  return KNOWN.has(name);
}

function emptyStocks(): Record<Quantity, number> {
  return {
    registered: 0,
    activeCum: 0,
    activeYear: 0,
    activeR12: 0,
    activeCumStrict: 0,
    activeYearStrict: 0,
    activeR12Strict: 0,
    serviceMinutes: 0,
    strictMinutes: 0,
    serviceRecords: 0,
    supplementedMinutes: 0,
    lateRecords: 0,
    closedVisits: 0,
    unclosedVisits: 0,
    active20Hours: 0,
    activeTrained: 0,
    heldShifts: 0,
    heldMinutes: 0,
    ruralShifts: 0,
    ruralMinutes: 0,
    urbanMinutes: 0,
    servedRuralCommunities: 0,
    liveProjects: 0,
    liveGrassrootsProjects: 0,
    brandPresence: 0,
    livelyShifts: 0,
    projectVolunteers: 0,
    projectReturners: 0,
    projectPlaces: 0,
    lapsedR12: 0,
  };
}
