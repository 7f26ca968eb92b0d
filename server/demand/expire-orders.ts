/** Orders that nobody took in time end (DM4), and with them whom to call (DM2). */
import type { Ports } from '../kernel/ports';
import { movedOrder, NOBODY } from './order-document';

const AT_ONCE = 50;

/** A timer runs it; safe to run twice. Round trips: one, and a transaction of two for each. */
export async function expireOrders({ database, now }: Ports): Promise<number> {
  const found = await database.find('orders', {
    where: { group: 'waiting', expiresAt: { atMost: now() } },
    orderBy: [
      ['expiresAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: AT_ONCE,
  });
  for (const { _id } of found)
    await database.transaction(async (transaction) => {
      const order = await transaction.get('orders', _id);
      const next = order === null ? null : movedOrder(order, { kind: 'expire' }, NOBODY, now());
      if (next !== null && !('kind' in next)) await transaction.put('orders', next);
    });
  return found.length;
}
