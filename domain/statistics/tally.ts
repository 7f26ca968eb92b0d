/**
 * 汇总: sums of changes, kept so that any figure of any day is read from three small documents.
 *
 * A division has one document for all time (cells by year), one per year (cells by month) and one per month
 * (cells by day). The stock on day T = years before T's year + months before T's month + days up to T. Work
 * per change: three additions per level of the division tree; work per figure: three documents, whatever the
 * number of volunteers.
 */
import { lineageOf } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
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
const tallyIdOf = (divisionCode: DivisionCode, period: string): string => `${divisionCode}:${period}`;

/** The three documents that give the stock of a division on a day. */
export function tallyIdsOf(divisionCode: DivisionCode, day: CivilDay): string[] {
  return [ALL_TIME, yearOf(day), monthOf(day)].map((period) => tallyIdOf(divisionCode, period));
}

/** The month documents that hold the changes of these days, first and last included. */
export function monthTallyIdsOf(divisionCode: DivisionCode, from: CivilDay, to: CivilDay): string[] {
  const months = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) months.add(monthOf(day));
  return [...months].map((month) => tallyIdOf(divisionCode, month));
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

/** Every addition that a change makes, in its own division and all above it; equal cells summed. */
export function incrementsOf(changes: readonly Change[]): TallyIncrement[] {
  return incrementsIn(changes, lineageOf);
}

/** The same in its own division only. */
export function ownIncrementsOf(changes: readonly Change[]): TallyIncrement[] {
  return incrementsIn(changes, (divisionCode) => [divisionCode]);
}

function incrementsIn(
  changes: readonly Change[],
  divisionsOf: (code: DivisionCode) => readonly DivisionCode[],
): TallyIncrement[] {
  const sums = new Map<string, TallyIncrement>();
  for (const change of changes) {
    for (const divisionCode of divisionsOf(change.divisionCode)) {
      for (const [tallyId, cell] of cellsOf(divisionCode, change.day)) {
        const key = `${tallyId}|${cell}|${change.quantity}`;
        const amount = (sums.get(key)?.amount ?? 0) + change.amount;
        sums.set(key, { tallyId, cell, quantity: change.quantity, amount });
      }
    }
  }
  return [...sums.values()].filter((increment) => increment.amount !== 0);
}

/** The three cells that a day belongs to in a division's documents. */
export function cellsOf(
  divisionCode: DivisionCode,
  day: CivilDay,
): (readonly [tallyId: string, cell: string])[] {
  const [year, month] = [yearOf(day), monthOf(day)];
  return [
    [tallyIdOf(divisionCode, ALL_TIME), year],
    [tallyIdOf(divisionCode, year), month],
    [tallyIdOf(divisionCode, month), day],
  ];
}

export type Stocks = Readonly<Record<Quantity, number>>;

/**
 * The sums up to and including `day`, or, with `monthEnd`, to the end of that day's month (no month document
 * needed). `tallies` are found by id; a missing document is an empty one.
 */
export function stocksOn(
  tallies: ReadonlyMap<string, Tally>,
  divisionCode: DivisionCode,
  day: CivilDay,
  precision: 'day' | 'monthEnd' = 'day',
): Stocks {
  const sums = emptyStocks();
  const add = (period: string, takes: (cell: string) => boolean): void => {
    const cells = tallies.get(tallyIdOf(divisionCode, period))?.cells ?? {};
    for (const [cell, amounts] of Object.entries(cells)) {
      if (takes(cell)) for (const quantity of QUANTITIES) sums[quantity] += amounts[quantity] ?? 0;
    }
  };
  add(ALL_TIME, (year) => year < yearOf(day));
  add(yearOf(day), (month) => (precision === 'day' ? month < monthOf(day) : month <= monthOf(day)));
  if (precision === 'day') add(monthOf(day), (cell) => cell <= day);
  return sums;
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
  };
}
