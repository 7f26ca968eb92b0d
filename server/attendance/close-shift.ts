/** 收队 (AT6.2, AT6.3): the organiser's head-count beside the records, and what follows from it. */
import type { ClosingView } from '@contract/closing.contract';
import type { ErrorCode } from '@contract/error-codes';
import {
  closableUntil,
  closingOpensAt,
  decideClosing,
  RECORDED_STATES,
  tolerancePercentOf,
} from '@domain/attendance/closing';
import { isOnDuty } from '@domain/attendance/duty';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { toShift } from './attendance-document';
import { blankClosing, putUnsettled } from './closing-document';
import { nameOf, toDutyView } from './duty';
import { dutiesOf } from './on-duty';
import { settleClosing } from './settle-closing';
import { managedShift } from './shift-screen';

type ShiftDocument = StoredDocument<'shifts'>;

/** Is there an own record of this shift? Then others look at it. One round trip. */
export async function hasOwnRecord(context: RequestContext, shift: ShiftDocument): Promise<boolean> {
  const account = await context.actor.account();
  if (account === null) return false;
  const id = attendanceIdOf(shift._id, account.volunteerId);
  const own = await context.ports.database.get('attendances', id);
  return own !== null && RECORDED_STATES.includes(own.state);
}

/** Round trips: the closing, two counts, one more when nothing is stored, and the own record, all at once. */
export async function closingViewOf(context: RequestContext, shift: ShiftDocument): Promise<ClosingView> {
  const { database } = context.ports;
  const countIn = (states: readonly string[]) =>
    database.count('attendances', { shiftId: shift._id, state: { in: [...states] } });
  const [closing, recordedCount, presentCount, expiredCount, isOwn, grants] = await Promise.all([
    database.get('closings', shift._id),
    countIn(RECORDED_STATES),
    countIn(['checkedIn']),
    countIn(['expired']),
    hasOwnRecord(context, shift),
    context.actor.grants(),
  ]);
  const openId = requireOpenId(context);
  return {
    shiftId: shift._id,
    opensAt: closingOpensAt(shift),
    closesAt: closableUntil(shift),
    ...{ recordedCount, presentCount, expiredCount },
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    state: closing?.state ?? null,
    headCount: closing?.headCount ?? null,
    expectedCount: closing?.expectedCount ?? null,
    tolerancePercent: closing?.tolerancePercent ?? tolerancePercentOf(toShift(shift)),
    closedAt: closing?.closedAt ?? null,
    closedByName: closing?.closedByName ?? '',
    onDuty: dutiesOf(shift).map((duty) => toDutyView(duty, openId)),
    decisions: (closing?.decisions ?? []).map(({ by: _by, requestId: _requestId, ...decision }) => decision),
    isSettling: closing?.isSettling ?? false,
    mayClose: countedBefore(closing) === null,
    mayDecide: closing?.isWaiting === true && closing.closedBy !== openId && !isOwn,
    mayVoid: mayGovern(grants, shift.place.divisionCode),
  };
}

/** What was counted, or what a reviewer has decided where nobody had: no organiser counts over it. */
function countedBefore(closing: StoredDocument<'closings'> | null): number | null {
  return closing === null ? null : (closing.headCount ?? closing.expectedCount);
}

export const getClosing: Handler<'attendance.getClosing'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  return 'kind' in shift ? shift : { closing: await closingViewOf(context, shift) };
};

/**
 * Sent again it finds itself done (AT1), and goes on with what is unsettled. Round trips: grants, shift,
 * account, a transaction of two reads and two writes, then those of `settleClosing` and of the view.
 */
export const closeShift: Handler<'attendance.closeShift'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { ports, now } = context;
  const openId = requireOpenId(context);
  const closedByName = await nameOf(context, managed);
  const outcome = await ports.database.transaction(
    async (transaction): Promise<'closed' | 'already' | Rejection<ErrorCode>> => {
      const shift = await transaction.get('shifts', input.shiftId);
      if (shift === null || !shift.isPublished) return rejected('shift.notFound');
      const known = await transaction.get('closings', shift._id);
      const decision = decideClosing({
        shift: toShift(shift),
        headCountBefore: countedBefore(known),
        headCount: input.headCount,
        isOnDuty: isOnDuty(dutiesOf(shift), openId),
        now,
      });
      if (decision.kind === 'rejected') return decision;
      if (decision.kind === 'already') return 'already';
      const { headCount } = input;
      await transaction.put('shifts', {
        ...shift,
        closing: shift.closing ?? { closedAt: now, isUnderReview: false },
        closingDueAt: null,
      });
      const closing = { ...(known ?? blankClosing(shift, now)), headCount, expectedCount: headCount };
      const closed = { ...closing, closedAt: now, closedBy: openId, closedByName };
      await putUnsettled(transaction, closed, { ports, now });
      return 'closed';
    },
  );
  if (typeof outcome !== 'string') return outcome;
  await settleClosing(ports, input.shiftId);
  const shift = await ports.database.get('shifts', input.shiftId);
  assert(shift !== null, 'a shift that was closed exists');
  return { closing: await closingViewOf(context, shift), outcome };
};
