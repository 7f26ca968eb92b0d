/**
 * 作废 (AT8): a record is taken back for good, and the time it took is free again. Others of the same person
 * that had lost it count it now, as moves of their own in the same transaction. Round trips: grants, account,
 * begin, record, shift, one or two days, then the writes – three for each record that regains, of which a day
 * holds at most MAXIMUM_DAY_VISITS.
 */
import { releaseSeat } from '@domain/activity/shift';
import { holdsSeat } from '@domain/attendance/attendance';
import { decideVoid, SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import { isLineOwed, loadLine, storeShift } from '../enrolment/seats';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { closeSupplement } from '../supplement/supplement-document';
import { toAttendance, toShift } from './attendance-document';
import { recredit } from './recredit';
import { voidImported } from './void-imported';
import { withdrawClaim } from './claim-document';
import { noteRecorded } from './closing-document';
import { readServiceDays, writeServiceDays } from './service-days';
import { withdrawApproval, writeMove, type Clock } from './write-moves';

type Voided = { readonly recreditedCount: number; readonly outcome: 'voided' | 'already' };
interface Request {
  readonly requestId: string;
  readonly reason: string;
  readonly actor: string;
  /** as the ledger of 补录 names them; empty: somebody of the staff */
  readonly actorName?: string;
}

export const voidRecord: Handler<'attendance.voidRecord'> = async (input, context) => {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  if (input.reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  const { attendanceId, requestId, reason } = input;
  const request: Request = { requestId, reason, actor: requireOpenId(context) };
  return context.ports.database.transaction(async (transaction): Promise<Voided | Rejection<ErrorCode>> => {
    const document = await transaction.get('attendances', attendanceId);
    if (document === null) return rejected('record.notFound');
    const { imported } = document;
    const shift = await transaction.get('shifts', document.shiftId);
    assert(shift !== null || imported !== undefined, 'a record has its shift');
    const divisionCode = shift?.place.divisionCode ?? imported?.divisionCode;
    if (divisionCode === undefined || !mayGovern(grants, divisionCode)) return rejected('actor.forbidden');
    const isRetry = await isDoneBy(transaction, `${attendanceId}:${String(document.seq)}`, requestId);
    if (isRetry) return { recreditedCount: 0, outcome: 'already' };
    if (account?.volunteerId === document.volunteerId) return rejected('record.own');
    return shift === null
      ? voidImported(transaction, context, document, { ...request, source: 'void' })
      : voidVisit(transaction, context, { document, shift }, request);
  });
};

/** The visit and all that hangs on it, in the caller's transaction; who may is the caller's matter. */
export async function voidVisit(
  transaction: Transaction,
  clock: Clock,
  { document, shift }: { document: StoredDocument<'attendances'>; shift: StoredDocument<'shifts'> },
  { actor, actorName = '', ...request }: Request,
): Promise<Voided | Rejection<ErrorCode>> {
  const attendance = toAttendance(document);
  const checkOutAt = document.checkOut?.at ?? shift.endsAt;
  const days = await readServiceDays(transaction, toShift(shift), attendance, checkOutAt);
  const decision = decideVoid(attendance, days);
  if (decision.kind === 'rejected') return decision;
  await writeMove(transaction, clock, {
    document,
    move: decision.attendance,
    request: { ...request, source: 'void' },
    actor,
    shiftId: shift._id,
  });
  await writeServiceDays(transaction, decision.days);
  if (document.source === 'supplemented')
    await closeSupplement(transaction, clock.now, document._id, { ...request, actor, actorName });
  await withdrawApproval(transaction, document._id);
  if (document.state === 'disputed') await withdrawClaim(transaction, attendance);
  await noteRecorded(transaction, clock, shift, document, decision.attendance);
  const known = toShift(shift);
  const after = holdsSeat(attendance) ? releaseSeat(known, attendance.enrolment.post) : known;
  const line = isLineOwed(shift, after) ? await loadLine(transaction, shift._id) : null;
  await storeShift(transaction, shift, after, line, clock.now);
  for (const one of decision.recredited) await recredit(transaction, clock, one, request);
  return { recreditedCount: decision.recredited.length, outcome: 'voided' };
}

async function isDoneBy(transaction: Transaction, entryId: string, requestId: string): Promise<boolean> {
  const entry = await transaction.get('ledger', entryId);
  return entry?.to === 'voided' && entry.requestId === requestId;
}
