/** Who leaves takes the own orders along (RG10): what waits is withdrawn, and none names the person. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { RequestContext } from '../kernel/procedure';
import type { OrderDocument } from './order-access';
import { movedOrder, NOBODY } from './order-document';

const PAGE = 100;

/** After the transaction of leaving; safe to repeat. Round trips: one a hundred, three for each order. */
export async function forgetOrders(context: RequestContext, volunteerId: VolunteerId): Promise<void> {
  const { ports, now } = context;
  const volunteer = await ports.database.get('volunteers', volunteerId);
  const keys = [volunteerId, ...(volunteer?.mergedIds ?? [])];
  for (;;) {
    const found = await ports.database.find('orders', { where: { askerKeys: { in: keys } }, limit: PAGE });
    for (const { _id } of found)
      await ports.database.transaction(async (transaction) => {
        const order = await transaction.get('orders', _id);
        if (order !== null) await transaction.put('orders', nameless(order, now));
      });
    if (found.length < PAGE) return;
  }
}

function nameless(order: OrderDocument, now: number): OrderDocument {
  const next = movedOrder(order, { kind: 'withdraw' }, NOBODY, now);
  const last = 'kind' in next ? order : next;
  return {
    ...last,
    ...{
      need: '',
      placeName: '',
      position: null,
      askerKeys: [],
      contactNameBox: null,
      contactPhoneBox: null,
    },
    rating: last.rating === null ? null : { ...last.rating, words: '', askedWhom: '' },
    moves: last.moves.map((move) => (order.askerKeys.includes(move.by) ? { ...move, by: '' } : move)),
  };
}
