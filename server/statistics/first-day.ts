/** The first day on which a book has a quantity, inside a transaction: by year, then month, then day. */
import type { Quantity } from '@domain/statistics/measure';
import { tallyIdAt, type BookId } from '@domain/statistics/tally';
import { parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import type { Transaction } from '../kernel/ports';

interface Wanted {
  readonly book: BookId;
  readonly quantity: Quantity;
  /** one of this day is looked past */
  readonly without: CivilDay | null;
}

/** Null: there is none. Three round trips; a few more where the only one of the first day is looked past. */
export async function firstDayIn(transaction: Transaction, wanted: Wanted): Promise<CivilDay | null> {
  for (const year of await cellsWith(transaction, wanted)) {
    for (const month of await cellsWith(transaction, wanted, year)) {
      const [day] = await cellsWith(transaction, wanted, month);
      if (day !== undefined) return parseCivilDay(day);
    }
  }
  return null;
}

/** In order. A year and a month hold the one that is looked past as its day does. */
async function cellsWith(
  transaction: Transaction,
  { book, quantity, without }: Wanted,
  period?: string,
): Promise<string[]> {
  const tally = await transaction.get('tallies', tallyIdAt(book, period));
  return Object.entries(tally?.cells ?? {})
    .filter(([cell, amounts]) => {
      const past = without?.startsWith(cell) === true ? 1 : 0;
      return (amounts[quantity] ?? 0) > past;
    })
    .map(([cell]) => cell)
    .sort();
}
