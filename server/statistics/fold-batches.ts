/**
 * Contributions, marks and tallies are changed together, by batches of the fold (and by repairs). A reader
 * that finds the same number of batches before and after has read one moment of all of them, however many
 * questions it asked; a reader of very much reads again what batches since its beginning have changed.
 */
import { lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Ports, Transaction } from '../kernel/ports';

const BATCHES_ID = 'fold';
const MAXIMUM_READINGS = 8;
/** Batches the journal reaches back: minutes of the busiest hour, and one round trip to read. */
const JOURNAL_SIZE = 256;

/**
 * Part of every transaction that changes contributions or tallies, or takes a mark away. `changed`: the
 * divisions whose tallies it adds to; those above them go without saying.
 */
export async function countBatch(transaction: Transaction, changed: readonly DivisionCode[]): Promise<void> {
  await transaction.increment('foldBatches', BATCHES_ID, { count: 1 });
  const batch = (await transaction.get('foldBatches', BATCHES_ID))?.count ?? 0;
  const divisionCodes = [...new Set(changed)];
  await transaction.put('foldJournal', { _id: slotOf(batch), batch, divisionCodes });
}

function slotOf(batch: number): string {
  return String(batch % JOURNAL_SIZE);
}

export async function batchCountOf(ports: Ports): Promise<number> {
  return (await ports.database.get('foldBatches', BATCHES_ID))?.count ?? 0;
}

/**
 * The divisions whose tallies batches after `since`, up to `until`, have changed, all above them included.
 * Null when the journal no longer reaches back so far. One round trip.
 */
export async function changedBetween(
  ports: Ports,
  since: number,
  until: number,
): Promise<ReadonlySet<DivisionCode> | null> {
  if (until - since > JOURNAL_SIZE) return null;
  const batches = Array.from({ length: until - since }, (_none, index) => since + 1 + index);
  const entries = await ports.database.getMany('foldJournal', batches.map(slotOf));
  const kept = entries.filter(({ batch }) => since < batch && batch <= until);
  if (kept.length < batches.length) return null;
  return new Set(kept.flatMap(({ divisionCodes }) => divisionCodes.flatMap((code) => lineageOf(code))));
}

export type Reading<Value> = { readonly isSettled: boolean; readonly value: Value };

/**
 * Reads again, a few times, until no batch came between. `isSettled` false: batches came between every time,
 * and `value` is of several moments.
 */
export async function readBetweenBatches<Value>(
  ports: Ports,
  read: () => Promise<Value>,
): Promise<Reading<Value>> {
  for (let reading = 1; ; reading += 1) {
    const before = await batchCountOf(ports);
    const value = await read();
    if ((await batchCountOf(ports)) === before) return { isSettled: true, value };
    if (reading === MAXIMUM_READINGS) return { isSettled: false, value };
  }
}
