/** An order as it is stored and shown, and the one way in which it moves on (DM2). */
import { decideOrder, groupOf, isOverdue, standingOf, type OrderDeed } from '@domain/demand/order';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { OrderView } from '@contract/demand.contract';
import type { Transaction } from '../kernel/ports';
import type { OrderDocument } from './order-access';

export interface Cause {
  readonly requestId: string;
  /** the account; empty: a timer */
  readonly by: string;
  /** what its role is for; empty: who asked, or a timer */
  readonly byName: string;
  readonly reason: string;
}

/** Of a timer, and of who leaves: no account is named. */
export const NOBODY: Cause = { requestId: '', by: '', byName: '', reason: '' };

/** The order after the deed, not stored yet; or why not. */
export function movedOrder(
  order: OrderDocument,
  deed: OrderDeed,
  cause: Cause,
  now: number,
): OrderDocument | Rejection<ErrorCode> {
  const next = decideOrder(order, deed, now);
  if ('kind' in next) return next;
  const move = { ...cause, to: next.state, at: now, teamName: next.teamName };
  const group = groupOf(next.state);
  return {
    ...order,
    ...next,
    group,
    moves: [...order.moves, move],
    offeredKeys: next.state === 'offered' ? order.officeKeys.slice(1) : [],
    // Nobody needs them any more (DM2).
    ...(group === 'ended' ? { contactNameBox: null, contactPhoneBox: null, position: null } : {}),
  };
}

/** What is told of them: thought over, a rating is still one move. */
export function toldMoves({ moves }: OrderDocument): OrderDocument['moves'] {
  return moves.filter(({ to }, index) => to !== 'rated' || index === moves.length - 1);
}

/** Sent again by the same account it finds itself done. */
export function isDone({ moves }: OrderDocument, requestId: string, openId: string): boolean {
  return moves.some((move) => move.requestId === requestId && move.by === openId);
}

/** By the deed of a shift: two round trips. An order that is elsewhere by now is left alone. */
export async function moveByShift(
  transaction: Transaction,
  shift: { readonly _id: string; readonly orderId?: string },
  deed: Extract<OrderDeed, { kind: 'release' | 'serve' }>,
  cause: Cause & { readonly now: number },
): Promise<void> {
  const { now, ...told } = cause;
  if (shift.orderId === undefined) return;
  const order = await transaction.get('orders', shift.orderId);
  if (order?.shiftId !== shift._id) return;
  const next = movedOrder(order, deed, told, now);
  if (!('kind' in next)) await transaction.put('orders', next);
}

/** `isPrecise`: for who asked, the offices and the team; others see the community alone. */
export function toOrderView(order: OrderDocument, now: number, isPrecise: boolean): OrderView {
  const { _id, field, need, divisionCode, divisionName, wishes, peopleCount, isProxy, placedAt } = order;
  const { teamId, teamName, activityId, shiftId } = order;
  return {
    ...{ orderId: _id, field, need, communityCode: divisionCode, divisionName, wishes, peopleCount },
    skills: order.skills ?? [],
    ...{ isProxy, placedAt, teamId, teamName, activityId, shiftId },
    placeName: isPrecise ? order.placeName : '',
    position: isPrecise ? order.position : null,
    standing: standingOf(order, now),
    isOverdue: isOverdue(order, now),
  };
}

export function orderNotFound(): Rejection<'order.notFound'> {
  return rejected('order.notFound');
}
