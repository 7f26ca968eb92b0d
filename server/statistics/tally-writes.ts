/** What every transaction that changes figures does with the difference. */
import type { Change } from '@domain/statistics/contribution';
import {
  incrementsOf,
  projectIncrementsOf,
  type ProjectChange,
  type TallyIncrement,
} from '@domain/statistics/tally';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { Ports, Transaction } from '../kernel/ports';

export interface Differences {
  readonly changes: readonly Change[];
  readonly projectChanges: readonly ProjectChange[];
}

/** One round trip for each tally document touched (two for a new one), and one note of a late change. */
export async function addDifferences(
  ports: Ports,
  transaction: Transaction,
  { changes, projectChanges }: Differences,
): Promise<void> {
  await addToTallies(transaction, [...incrementsOf(changes), ...projectIncrementsOf(projectChanges)]);
  await noteLateChange(
    ports,
    transaction,
    changes.map(({ day }) => day),
  );
}

async function addToTallies(transaction: Transaction, increments: readonly TallyIncrement[]): Promise<void> {
  const byDocument = new Map<string, Record<string, number>>();
  for (const { tallyId, cell, quantity, amount } of increments) {
    const amounts = byDocument.get(tallyId) ?? {};
    amounts[`cells.${cell}.${quantity}`] = amount;
    byDocument.set(tallyId, amounts);
  }
  for (const [tallyId, amounts] of byDocument) await transaction.increment('tallies', tallyId, amounts);
}

/** A late fact (ST15): what was published of its day and after it may have to be restated (ST42). */
async function noteLateChange(
  ports: Ports,
  transaction: Transaction,
  days: readonly CivilDay[],
): Promise<void> {
  const at = ports.now();
  const [fromDay] = [...days].sort();
  if (fromDay === undefined || fromDay >= civilDayOf(at)) return;
  const reason = { cause: 'lateFact' as const, text: '', actor: 'fold' };
  await transaction.add('lateChanges', { _id: ports.randomId(), fromDay, at, reason });
}
