/**
 * 复核 (AT6.4): shifts whose head-count differs from the records, and those that nobody closed. Listing takes
 * two round trips – grants, rows; deciding takes grants, account, own record and a transaction of two
 * documents, then what `settleClosing` does.
 */
import type { ErrorCode } from '@contract/error-codes';
import type { ReviewView, ShiftPerson } from '@contract/closing.contract';
import { decideReview, RECORDED_STATES } from '@domain/attendance/closing';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { approverKeysOf } from './approval-document';
import { pageOfQueue } from './asked-queue';
import { latenessOf } from './attendance-document';
import { closingViewOf, hasOwnRecord } from './close-shift';
import { putUnsettled } from './closing-document';
import { nameOf } from './duty';
import { dutiesOf } from './on-duty';
import { settleClosing } from './settle-closing';
import { managedShift } from './shift-screen';

const PEOPLE_PAGE = 50;

function toReview(closing: StoredDocument<'closings'>): ReviewView {
  const { shiftId, title, placeName, startsAt, endsAt, state } = closing;
  const { expectedCount, recordedCount, closedByName, askedAt } = closing;
  return {
    ...{ shiftId, title, placeName, startsAt, endsAt, state },
    ...{ expectedCount, recordedCount, closedByName, askedAt },
  };
}

export const listClosingReviews: Handler<'attendance.listClosingReviews'> = async (input, context) => {
  const grants = await context.actor.grants();
  const where = { reviewerKeys: { in: approverKeysOf(grants) }, isWaiting: true };
  const page = await pageOfQueue(context.ports, 'closings', where, input.cursor);
  return { reviews: page.rows.map(toReview), nextCursor: page.nextCursor };
};

/** In order of their ids. Round trips: grants, shift, account, a page. */
export const listShiftPeople: Handler<'attendance.listShiftPeople'> = async (input, context) => {
  const { shiftId, cursor } = input;
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  const account = await context.actor.account();
  const onDuty = new Set(dutiesOf(shift).map(({ volunteerId }) => volunteerId));
  const found = await context.ports.database.find('attendances', {
    where: {
      // ';' is what follows ':'; a cursor that is not of this shift reads as the first page.
      _id: {
        above: cursor?.startsWith(`${shiftId}:`) === true ? cursor : `${shiftId}:`,
        below: `${shiftId};`,
      },
      state: { in: [...RECORDED_STATES, 'voided'] },
    },
    orderBy: [['_id', 'asc']],
    limit: PEOPLE_PAGE + 1,
  });
  const rows = found.slice(0, PEOPLE_PAGE);
  const people = rows.map((row): ShiftPerson => ({
    attendanceId: row._id,
    maskedName: row.maskedName,
    state: row.state,
    isHeld: row.isHeld ?? false,
    checkedInAt: row.checkIn?.at ?? null,
    checkedInBy: row.checkIn?.method ?? null,
    checkedOutAt: row.checkOut?.at ?? null,
    checkedOutBy: row.checkOut?.method ?? null,
    late: latenessOf(row),
    creditedMinutes: row.creditedMinutes,
    isOnDuty: onDuty.has(row.volunteerId),
    isOwn: account?.volunteerId === row.volunteerId,
  }));
  const nextCursor = found.length > PEOPLE_PAGE ? (rows[PEOPLE_PAGE - 1]?._id ?? null) : null;
  return { people, nextCursor };
};

export const decideClosingReview: Handler<'attendance.decideClosingReview'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { ports, now } = context;
  const by = requireOpenId(context);
  const byName = await nameOf(context, managed);
  const isOwn = await hasOwnRecord(context, managed);
  const { requestId, reason, choice } = input;
  const outcome = await ports.database.transaction(
    async (transaction): Promise<'decided' | 'already' | Rejection<ErrorCode>> => {
      const closing = await transaction.get('closings', input.shiftId);
      const shift = await transaction.get('shifts', input.shiftId);
      if (closing === null || shift === null) return rejected('closing.notFound');
      const { decisions, recordedCount } = closing;
      if (decisions.some((one) => one.requestId === requestId)) return 'already';
      const decision = decideReview({
        state: closing.state,
        ...{ recordedCount, choice, reason },
        seenCount: input.recordedCount,
        isInvolved: isOwn || closing.closedBy === by,
        decisionCount: decisions.length,
      });
      if (decision.kind === 'rejected') return decision;
      const { expectedCount } = decision;
      const made = {
        kind: choice.kind,
        expectedCount,
        recordedCount,
        reason,
        by,
        byName,
        at: now,
        requestId,
      };
      const next = { ...closing, expectedCount, decisions: [...decisions, made] };
      await putUnsettled(transaction, { ...next, closedAt: closing.closedAt ?? now }, { ports, now });
      // Nobody had closed it: from now on its records can be held.
      const isClosed = shift.closing !== undefined;
      const opened = { ...shift, closing: { closedAt: now, isUnderReview: false } };
      if (!isClosed) await transaction.put('shifts', opened);
      return 'decided';
    },
  );
  if (typeof outcome !== 'string') return outcome;
  await settleClosing(ports, input.shiftId);
  const shift = await ports.database.get('shifts', input.shiftId);
  assert(shift !== null, 'a shift that was closed exists');
  return { closing: await closingViewOf(context, shift), outcome };
};
