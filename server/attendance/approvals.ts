/**
 * 时长审批 (AT9). A check-out over the day's automatic tier leaves a document here; its keys say whose grants may
 * decide. Listing takes two round trips – grants, rows; deciding takes grants, account and one transaction of
 * at most eleven single documents, fourteen where a message tells of it.
 */
import { decideApproval as decide } from '@domain/attendance/decide-approval';
import { isUnderReview } from '@domain/activity/shift';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import type { ApprovalView } from '@contract/crediting.contract';
import type { ErrorCode } from '@contract/error-codes';
import { orderServedBy } from '../demand/order-of-shift';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { approverKeysOf } from './approval-document';
import { pageOfQueue } from './asked-queue';
import { toAttendance, toShift } from './attendance-document';
import { readServiceDays, writeServiceDays } from './service-days';
import { writeMove } from './write-moves';

type Approval = StoredDocument<'approvals'>;

function toView(approval: Approval, ownId: string | null): ApprovalView {
  const { _id, volunteerId, approverKeys: _keys, state: _state, ...rest } = approval;
  const { askedAt: _askedAt, requestId: _requestId, ...view } = rest;
  return { attendanceId: _id, ...view, isOwn: volunteerId === ownId };
}

export const listApprovals: Handler<'attendance.listApprovals'> = async (input, context) => {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const where = { approverKeys: { in: approverKeysOf(grants) }, state: 'waiting' };
  const page = await pageOfQueue(context.ports, 'approvals', where, input.cursor);
  return {
    approvals: page.rows.map((row) => toView(row, account?.volunteerId ?? null)),
    mayVoid: grants.some(({ scope }) => scope.kind === 'division' && mayGovern(grants, scope.divisionCode)),
    nextCursor: page.nextCursor,
  };
};

type Decided = { readonly creditedMinutes: number; readonly outcome: 'approved' | 'already' };

export const decideApproval: Handler<'attendance.decideApproval'> = async (input, context) => {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const openId = requireOpenId(context);
  const { attendanceId, requestId, reason } = input;
  return context.ports.database.transaction(async (transaction): Promise<Decided | Rejection<ErrorCode>> => {
    const approval = await transaction.get('approvals', attendanceId);
    if (approval === null) return rejected('record.notFound');
    if (!approverKeysOf(grants).some((key) => approval.approverKeys.includes(key)))
      return rejected('actor.forbidden');
    const document = await transaction.get('attendances', attendanceId);
    const shift = await transaction.get('shifts', approval.shiftId);
    assert(document !== null && shift !== null, 'what waits for an approval exists');
    if (approval.requestId === requestId) {
      return { creditedMinutes: document.creditedMinutes, outcome: 'already' };
    }
    const attendance = toAttendance(document);
    const { minutes } = input;
    const isOwn = account?.volunteerId === attendance.volunteerId;
    const isHeld = isUnderReview(toShift(shift));
    const stored =
      minutes === null
        ? []
        : await readServiceDays(transaction, toShift(shift), attendance, approval.checkOutAt);
    const decision = decide({
      attendance,
      days: stored,
      minutes,
      reason,
      isOwn,
      isUnderReview: isHeld,
      now: context.now,
    });
    if (decision.kind === 'rejected') return decision;
    const move = decision.attendance;
    const source = decision.days.length === 0 ? 'approval' : 'reduction';
    const request = { source, requestId, reason };
    await writeMove(transaction, context, { document, move, request, actor: openId, shiftId: shift._id });
    await writeServiceDays(transaction, decision.days);
    await transaction.put('approvals', { ...approval, state: 'decided', requestId });
    if (move.state === 'confirmed') await orderServedBy(transaction, shift, context.now);
    return { creditedMinutes: move.creditedMinutes, outcome: 'approved' };
  });
};
