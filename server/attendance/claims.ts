/**
 * 答复更正申请 (AT7.3), by who was there. Listing takes grants, account and rows; answering grants, account and one
 * transaction: three reads, the days the record lies on or may come to lie on, and what is written of a visit
 * that is credited anew.
 */
import type { AskedClaim } from '@contract/claim.contract';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ViewOf } from '@contract/procedures';
import { daysOfClaim, decideAnswer } from '@domain/attendance/claim';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import { mayGovern, type RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { approverKeysOf } from './approval-document';
import { pageOfQueue } from './asked-queue';
import { toAttendance, toShift } from './attendance-document';
import { dutiesOf } from './on-duty';
import { recredit } from './recredit';
import { readDaysOf } from './service-days';
import { voidVisit } from './void-record';
import { writeMove, writeMoves } from './write-moves';

type Claim = StoredDocument<'claims'>;
type ShiftDocument = StoredDocument<'shifts'>;
type Input = ParsedInputOf<'attendance.answerClaim'>;
type Answered = ViewOf<'attendance.answerClaim'>;

function toAsked(claim: Claim, ownId: VolunteerId | null): AskedClaim {
  const { _id, volunteerId, answererKeys: _keys, state: _state, claimCount: _count, ...rest } = claim;
  const { requestId: _requestId, answer: _answer, ...shown } = rest;
  return { attendanceId: _id, ...shown, isOwn: volunteerId === ownId };
}

export const listClaims: Handler<'attendance.listClaims'> = async (input, context) => {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const where = { answererKeys: { in: approverKeysOf(grants) }, state: 'waiting' };
  const page = await pageOfQueue(context.ports, 'claims', where, input.cursor);
  return {
    claims: page.rows.map((claim) => toAsked(claim, account?.volunteerId ?? null)),
    nextCursor: page.nextCursor,
  };
};

/** Somebody who was on duty, the asker apart; where nobody was, whoever runs the shift; and offices. */
function mayAnswer(
  grants: readonly RoleGrant[],
  openId: string,
  shift: ShiftDocument,
  askerId: VolunteerId,
): boolean {
  if (mayGovern(grants, shift.place.divisionCode)) return true;
  const others = dutiesOf(shift).filter(({ volunteerId }) => volunteerId !== askerId);
  return others.length === 0 || others.some((duty) => duty.openId === openId);
}

export const answerClaim: Handler<'attendance.answerClaim'> = async (input, context) => {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const openId = requireOpenId(context);
  const { attendanceId, requestId } = input;
  return context.ports.database.transaction(async (transaction): Promise<Answered | Rejection<ErrorCode>> => {
    const claim = await transaction.get('claims', attendanceId);
    if (claim === null) return rejected('record.notFound');
    if (!approverKeysOf(grants).some((key) => claim.answererKeys.includes(key))) {
      return rejected('actor.forbidden');
    }
    const document = await transaction.get('attendances', attendanceId);
    const shift = await transaction.get('shifts', claim.shiftId);
    assert(document !== null && shift !== null, 'what was claimed is a record of a shift');
    if (claim.answer?.requestId === requestId) {
      return { creditedMinutes: document.creditedMinutes, outcome: 'already' };
    }
    const isOwn = account?.volunteerId === claim.volunteerId;
    if (!isOwn && !mayAnswer(grants, openId, shift, claim.volunteerId)) return rejected('claim.notThere');
    const answered = await answer(transaction, context, { claim, document, shift }, input, isOwn);
    if (typeof answered !== 'number') return answered;
    const { verdict, arrivedAt, leftAt, reason } = input;
    const given = { verdict, arrivedAt, leftAt, reason, by: openId, at: context.now, requestId };
    await transaction.put('claims', { ...claim, state: 'answered', answer: given });
    return { creditedMinutes: answered, outcome: 'answered' };
  });
};

interface Asked {
  readonly claim: Claim;
  readonly document: StoredDocument<'attendances'>;
  readonly shift: ShiftDocument;
}

/** Writes what follows; the minutes of the record afterwards, or the refusal. */
async function answer(
  transaction: Transaction,
  context: RequestContext,
  { claim, document, shift }: Asked,
  { requestId, verdict, arrivedAt, leftAt, reason }: Input,
  isOwn: boolean,
): Promise<number | Rejection<ErrorCode>> {
  const attendance = toAttendance(document);
  const facts = { shift: toShift(shift), attendance, claim, verdict, reason, isOwn, requestId };
  const wanted = daysOfClaim(facts.shift, attendance, claim);
  const days = await readDaysOf(transaction, document.volunteerId, wanted);
  const times = { arrivedAt, leftAt };
  const decision = decideAnswer({ ...facts, times, days, now: context.now });
  if (decision.kind === 'rejected') return decision;
  const actor = requireOpenId(context);
  const { shiftId } = claim;
  if (decision.kind === 'void') {
    const request = { requestId, reason, actor };
    const voided = await voidVisit(transaction, context, { document, shift }, request);
    return 'kind' in voided ? voided : 0;
  }
  if (decision.kind === 'unchanged') {
    const move = decision.attendance;
    const request = { source: 'claimRefused', requestId, reason };
    await writeMove(transaction, context, { document, move, request, actor, shiftId });
    return move.creditedMinutes;
  }
  const { moves, recredited } = decision;
  const request = { source: 'claimAccepted', requestId, reason };
  const written = { shift, person: document, known: document, moves, days: decision.days, request, actor };
  const stored = await writeMoves(transaction, context, written);
  for (const one of recredited) await recredit(transaction, context, one, { requestId, reason });
  return stored?.creditedMinutes ?? 0;
}
