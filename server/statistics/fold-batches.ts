/**
 * Contributions, marks and tallies are changed together, by batches of the fold (and by repairs). A reader
 * that finds the same number of batches before and after has read one moment of all of them, however many
 * questions it asked.
 */
import type { Ports, Transaction } from '../kernel/ports';

const BATCHES_ID = 'fold';
const MAXIMUM_READINGS = 8;

/** Part of every transaction that changes contributions or tallies, or takes a mark away. */
export async function countBatch(transaction: Transaction): Promise<void> {
  await transaction.increment('foldBatches', BATCHES_ID, { count: 1 });
}

async function batchCountOf(ports: Ports): Promise<number> {
  return (await ports.database.get('foldBatches', BATCHES_ID))?.count ?? 0;
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
