/**
 * 更正申请 of the volunteer (AT7.2). Asking takes account and a transaction of three reads and five writes,
 * taking it back one write less; a look takes account and two documents.
 */
import type { ClaimView } from '@contract/claim.contract';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import {
  CLAIM_LIMIT_MS,
  claimableUntil,
  claimKindsOf,
  decideClaim,
  decideWithdrawal,
  MAXIMUM_CLAIMS,
} from '@domain/attendance/claim';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import { requireAccount, requireOpenId, type Handler } from '../kernel/procedure';
import { toAttendance, toShift, toSummary } from './attendance-document';
import { reviewerKeysOf } from './closing-document';
import { writeMove } from './write-moves';

type Claim = StoredDocument<'claims'>;

/** More than one forgets in a month; the rest are among the records. */
const CORRECTABLE_LIMIT = 10;

function toClaimView({ kind, arrivedAt, leftAt, statement, state, askedAt, answer }: Claim): ClaimView {
  const shown = answer && {
    verdict: answer.verdict,
    arrivedAt: answer.arrivedAt,
    leftAt: answer.leftAt,
    reason: answer.reason,
    at: answer.at,
  };
  return { kind, arrivedAt, leftAt, statement, state, askedAt, answer: shown };
}

export const getMyClaim: Handler<'attendance.getMyClaim'> = async (input, context) => {
  const { volunteerId } = await requireAccount(context);
  const { database } = context.ports;
  const id = attendanceIdOf(input.shiftId, volunteerId);
  const [attendance, claim] = await Promise.all([
    database.get('attendances', id),
    database.get('claims', id),
  ]);
  // What a list of elsewhere says is objected to (IM15).
  if (attendance === null || attendance.source === 'imported') return rejected('record.notFound');
  const isOpen = context.now < claimableUntil(attendance) && (claim?.claimCount ?? 0) < MAXIMUM_CLAIMS;
  return {
    attendance: toSummary(attendance),
    claim: claim && toClaimView(claim),
    kinds: isOpen ? [...claimKindsOf(attendance)] : [],
    claimableUntil: claimableUntil(attendance),
  };
};

/** Round trips: account, one page by index. */
export const listMyCorrectable: Handler<'attendance.listMyCorrectable'> = async (_input, context) => {
  const account = await context.actor.account();
  if (account === null) return { attendances: [] };
  const found = await context.ports.database.find('attendances', {
    where: {
      volunteerId: account.volunteerId,
      state: 'expired',
      endsAt: { above: context.now - CLAIM_LIMIT_MS },
    },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: CORRECTABLE_LIMIT,
  });
  return { attendances: found.map(toSummary) };
};

type Asked = ViewOf<'attendance.makeClaim'>;

export const makeClaim: Handler<'attendance.makeClaim'> = async (input, context) => {
  const { volunteerId } = await requireAccount(context);
  const actor = requireOpenId(context);
  const { shiftId, requestId, kind, arrivedAt, leftAt, statement } = input;
  const id = attendanceIdOf(shiftId, volunteerId);
  return context.ports.database.transaction(async (transaction): Promise<Asked | Rejection<ErrorCode>> => {
    const document = await transaction.get('attendances', id);
    const shift = await transaction.get('shifts', shiftId);
    if (document === null || shift === null) return rejected('record.notFound');
    const known = await transaction.get('claims', id);
    if (known?.requestId === requestId) return { attendance: toSummary(document), outcome: 'already' };
    const decision = decideClaim({
      shift: toShift(shift),
      attendance: toAttendance(document),
      ...{ kind, arrivedAt, leftAt, statement },
      claimCount: known?.claimCount ?? 0,
      now: context.now,
    });
    if (decision.kind === 'rejected') return decision;
    const move = decision.attendance;
    const request = { source: 'claim', requestId, reason: statement };
    const stored = await writeMove(transaction, context, { document, move, request, actor, shiftId });
    await transaction.put('claims', {
      _id: id,
      ...{ shiftId, volunteerId, kind, arrivedAt, leftAt, statement, requestId },
      title: shift.title,
      placeName: shift.place.name,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      maskedName: document.maskedName,
      checkedInAt: document.checkIn?.at ?? null,
      checkedOutAt: document.checkOut?.at ?? null,
      creditedMinutes: document.creditedMinutes,
      answererKeys: reviewerKeysOf(shift),
      state: 'waiting',
      claimCount: (known?.claimCount ?? 0) + 1,
      askedAt: context.now,
      answer: null,
    });
    return { attendance: toSummary(stored), outcome: 'asked' };
  });
};

type Withdrawn = ViewOf<'attendance.withdrawClaim'>;

export const withdrawClaim: Handler<'attendance.withdrawClaim'> = async (input, context) => {
  const { volunteerId } = await requireAccount(context);
  const actor = requireOpenId(context);
  const { shiftId, requestId } = input;
  const id = attendanceIdOf(shiftId, volunteerId);
  return context.ports.database.transaction(
    async (transaction): Promise<Withdrawn | Rejection<ErrorCode>> => {
      const document = await transaction.get('attendances', id);
      const shift = await transaction.get('shifts', shiftId);
      const claim = await transaction.get('claims', id);
      if (document === null || shift === null || claim === null) return rejected('record.notFound');
      const move = decideWithdrawal(toShift(shift), toAttendance(document), context.now);
      if (move === null) return { attendance: toSummary(document), outcome: 'already' };
      const request = { source: 'claimWithdrawn', requestId };
      const stored = await writeMove(transaction, context, { document, move, request, actor, shiftId });
      await transaction.put('claims', { ...claim, state: 'withdrawn' });
      return { attendance: toSummary(stored), outcome: 'withdrawn' };
    },
  );
};
