/**
 * 补录 of a registration that ends (RM6): what waits goes on for the survivor, what was confirmed stays in the
 * public list under the survivor's record; where the survivor has one of the same shift, what waits ends.
 */
import { isOpen } from '@domain/supplement/supplement';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { storeStep } from '../supplement/supplement-document';
import type { Merging } from './take-over-visit';

type Supplement = StoredDocument<'supplements'>;

/** A kilobyte each; nobody has more entered for them in a lifetime of service. */
const MOST_OF_ONE_PERSON = 500;

/** One transaction each; done again it changes nothing. */
export async function carrySupplements(ports: Ports, merging: Merging): Promise<void> {
  const found = await ports.database.find('supplements', {
    where: { volunteerId: merging.otherId },
    orderBy: [
      ['enteredAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MOST_OF_ONE_PERSON,
  });
  for (const { _id } of found) {
    await ports.database.transaction((transaction) => carryOne(transaction, ports.now(), merging, _id));
  }
}

async function carryOne(
  transaction: Transaction,
  now: number,
  merging: Merging,
  supplementId: Supplement['_id'],
): Promise<void> {
  const before = await transaction.get('supplements', supplementId);
  if (before?.volunteerId !== merging.otherId) return;
  const targetId = attendanceIdOf(before.shiftId, merging.survivorId);
  if ((await transaction.get('supplements', targetId)) !== null) {
    if (!isOpen(before.state)) return;
    const { requestId, actor } = merging;
    const next = { ...before, state: 'lapsed' as const };
    await storeStep(transaction, now, { before, next, actor, actorName: '', requestId, reason: null });
    return;
  }
  for (let seq = 1; seq <= before.seq; seq += 1) {
    const step = await transaction.get('supplementSteps', `${supplementId}:${String(seq)}`);
    if (step === null) continue;
    const _id = `${targetId}:${String(seq)}`;
    await transaction.put('supplementSteps', { ...step, _id, supplementId: targetId });
  }
  const review = await transaction.get('supplementReviews', supplementId);
  if (review !== null) {
    await transaction.put('supplementReviews', { ...review, _id: targetId });
    await transaction.remove('supplementReviews', supplementId);
  }
  await transaction.put('supplements', { ...before, _id: targetId, volunteerId: merging.survivorId });
  await transaction.remove('supplements', supplementId);
}
