/** 过期 (AT10): what nobody answered in time ends, and its minutes are free again. A timer runs this. */
import type { Ports } from '../kernel/ports';
import { storeStep } from './supplement-document';

/** Each takes some eight round trips; what is left the next run does. */
const BATCH = 50;

/** Returns how many lapsed. Safe to run twice: each decides on what it reads inside. */
export async function lapseSupplements(ports: Ports): Promise<number> {
  const now = ports.now();
  let count = 0;
  for (const group of ['toCheck', 'toConfirm'] as const) {
    const due = await ports.database.find('supplements', {
      where: { group, answerBy: { atMost: now } },
      orderBy: [
        ['answerBy', 'asc'],
        ['_id', 'asc'],
      ],
      limit: BATCH,
    });
    for (const { _id } of due) {
      const hasLapsed = await ports.database.transaction(async (transaction) => {
        const before = await transaction.get('supplements', _id);
        if (before === null || before.group === 'ended' || before.answerBy > now) return false;
        const next = { ...before, state: 'lapsed' as const };
        const step = { actor: 'system', actorName: '', requestId: '', reason: null };
        await storeStep(transaction, now, { before, next, ...step });
        return true;
      });
      if (hasLapsed) count += 1;
    }
  }
  return count;
}
