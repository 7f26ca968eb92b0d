/**
 * 汇总折算: brings the tallies up to the facts. For each marked volunteer the contribution is computed anew from
 * the facts and the difference to the stored one is added to the tallies, in one transaction that also stores
 * the new contribution and takes the mark away – if the mark is still the one that was read. Folding twice
 * changes nothing; a crash leaves either all of a batch or none of it; overlapping timers clash and one of
 * them finds nothing to do.
 */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import { incrementsOf } from '@domain/statistics/tally';
import { civilDayOf } from '@domain/time/civil-day';
import { parseContributionText, toContributionText } from '../kernel/contribution-text';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { countBatch } from './fold-batches';
import { FOLD_STATE_ID } from './read-tallies';
import { loadFacts } from './volunteer-facts';

type Mark = StoredDocument<'dirtyVolunteers'>;

/**
 * Small enough for a transaction's 30 s at a bad moment, large enough to share the writes to the upper
 * divisions.
 */
const BATCH = 25;
/** One run ends before the function's time does; the next run goes on. */
const RUN_MS = 40_000;
/** digits of a township's code */
const TOWNSHIP_LENGTH = 9;

export interface FoldReport {
  readonly foldedCount: number;
  readonly isDrained: boolean;
}

export async function foldContributions(ports: Ports): Promise<FoldReport> {
  const startedAt = ports.now();
  let foldedCount = 0;
  for (;;) {
    const readAt = ports.now();
    const marks = await ports.database.find('dirtyVolunteers', {
      where: {},
      orderBy: [
        ['markedAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: BATCH,
    });
    if (marks.length === 0) {
      await ports.database.put('tallies', { _id: FOLD_STATE_ID, cells: {}, asOf: readAt });
      return { foldedCount, isDrained: true };
    }
    foldedCount += await foldBatch(ports, marks);
    if (ports.now() - startedAt > RUN_MS) return { foldedCount, isDrained: false };
  }
}

/** Returns how many of the marks this call has folded. */
async function foldBatch(ports: Ports, marks: readonly Mark[]): Promise<number> {
  const ids = marks.map((mark) => mark._id);
  const facts = await loadFacts(ports, ids);
  const after = new Map(facts.map((one) => [one.standing.volunteerId, contributionOf(one)]));
  return ports.database.transaction(async (transaction) => {
    const differences: Change[] = [];
    let folded = 0;
    for (const mark of marks) {
      const current = await transaction.get('dirtyVolunteers', mark._id);
      if (current?.version !== mark.version) continue;
      const changes = after.get(mark._id) ?? [];
      differences.push(...(await storeContribution(transaction, mark, changes)));
      await transaction.remove('dirtyVolunteers', mark._id);
      folded += 1;
    }
    await addToTallies(transaction, differences);
    if (folded > 0) await countBatch(transaction);
    await noteLateChange(ports, transaction, differences);
    return folded;
  });
}

async function storeContribution(
  transaction: Transaction,
  mark: Mark,
  changes: readonly Change[],
): Promise<Change[]> {
  const stored = await transaction.get('contributions', mark._id);
  const difference = differenceOf(toChanges(stored), changes);
  await transaction.put('contributions', { _id: mark._id, ...toStored(changes) });
  return difference;
}

/** A late fact (ST15): what was published of its day and after it may have to be restated (ST42). */
async function noteLateChange(
  ports: Ports,
  transaction: Transaction,
  differences: readonly Change[],
): Promise<void> {
  const at = ports.now();
  const [fromDay] = differences.map(({ day }) => day).sort();
  if (fromDay === undefined || fromDay >= civilDayOf(at)) return;
  const reason = { cause: 'lateFact' as const, text: '', actor: 'fold' };
  await transaction.add('lateChanges', { _id: ports.randomId(), fromDay, at, reason });
}

async function addToTallies(transaction: Transaction, differences: readonly Change[]): Promise<void> {
  const byDocument = new Map<string, Record<string, number>>();
  for (const { tallyId, cell, quantity, amount } of incrementsOf(differences)) {
    const amounts = byDocument.get(tallyId) ?? {};
    amounts[`cells.${cell}.${quantity}`] = amount;
    byDocument.set(tallyId, amounts);
  }
  for (const [tallyId, amounts] of byDocument) await transaction.increment('tallies', tallyId, amounts);
}

/** What is stored of one volunteer's contribution. */
export function toStored(changes: readonly Change[]): Omit<StoredDocument<'contributions'>, '_id'> {
  const townships = new Set(changes.map(({ divisionCode }) => divisionCode.slice(0, TOWNSHIP_LENGTH)));
  const [only = ''] = townships;
  const isOne = townships.size === 1 && only.length === TOWNSHIP_LENGTH;
  return { changes: toContributionText(changes), township: isOne ? only : '' };
}

/** The changes that are stored; none without a document. */
export function toChanges(stored: StoredDocument<'contributions'> | null | undefined): Change[] {
  return parseContributionText(stored?.changes ?? '');
}
