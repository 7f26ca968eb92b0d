/** An order and the shift that was made for it (DM5): attendance and figures come from real check-ins. */
import type { ActivityId, ShiftId, TeamId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import { moveByShift, movedOrder, NOBODY, orderNotFound } from './order-document';

type Shift = Pick<StoredDocument<'shifts'>, '_id' | 'orderId'>;

export interface Arranged {
  readonly orderId: string;
  readonly activityId: ActivityId;
  readonly shiftId: ShiftId;
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly requestId: string;
}

/** In the transaction that makes the activity: two round trips. Null: it is arranged. */
export async function arrangeOrder(
  transaction: Transaction,
  context: RequestContext,
  { orderId, teamId, teamName, activityId, shiftId, requestId }: Arranged,
): Promise<Rejection<ErrorCode> | null> {
  const order = await transaction.get('orders', orderId);
  if (order?.teamId !== teamId) return orderNotFound();
  const cause = { requestId, by: requireOpenId(context), byName: teamName, reason: '' };
  const next = movedOrder(order, { kind: 'arrange', activityId, shiftId }, cause, context.now);
  if ('kind' in next) return rejected(next.code, next.params);
  await transaction.put('orders', next);
  return null;
}

/** In the transaction that cancels the shift: the team arranges another, or returns the order. */
export function releaseOrder(
  transaction: Transaction,
  context: RequestContext,
  shift: Shift,
  reason: string,
): Promise<void> {
  const cause = { ...NOBODY, by: requireOpenId(context), reason, now: context.now };
  return moveByShift(transaction, shift, { kind: 'release' }, cause);
}

/**
 * After the shift is closed and its records are settled: served with the first visit that is confirmed (DM5).
 * No round trip for other shifts; else a count by index, and a transaction of three.
 */
export async function serveOrder(ports: Ports, shift: Shift): Promise<void> {
  if (shift.orderId === undefined) return;
  const confirmed = await ports.database.count('attendances', { shiftId: shift._id, state: 'confirmed' });
  if (confirmed === 0) return;
  await ports.database.transaction(async (transaction) => {
    const current = await transaction.get('shifts', shift._id);
    if (current !== null) await orderServedBy(transaction, current, ports.now());
  });
}

/** A visit of the shift is confirmed; not before it is closed. Two round trips, none for other shifts. */
export async function orderServedBy(
  transaction: Transaction,
  shift: Shift & Pick<StoredDocument<'shifts'>, 'closing'>,
  now: number,
): Promise<void> {
  if (shift.closing === undefined || shift.closing.isUnderReview) return;
  await moveByShift(transaction, shift, { kind: 'serve' }, { ...NOBODY, now });
}
