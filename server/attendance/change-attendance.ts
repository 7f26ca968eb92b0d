/**
 * The one way an attendance changes: load shift and attendance by id, decide, write document, ledger, seat
 * and mark in one transaction. Round trips: account, begin, two reads, then document and one ledger entry per
 * move, the seat when it changed, the mark (read and written) when a figure may change, commit – a check-in
 * takes 7, or 8 when it takes a limited seat.
 */
import type { Shift } from '@domain/activity/shift';
import { recordSourceOf, type Attendance } from '@domain/attendance/attendance';
import { attendanceIdOf, type ShiftId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, requireOpenId, type RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { toAttendance, toShift } from './attendance-document';

type AttendanceDocument = StoredDocument<'attendances'>;

export type AttendanceChange<Code extends string> =
  | Rejection<Code>
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed';
      /** successive states, one ledger entry each; the last is stored */
      readonly moves: readonly Attendance[];
      readonly shift: Shift;
    };

export interface ChangeRequest {
  readonly shiftId: ShiftId;
  readonly requestId: string;
  readonly source: string;
}

export interface VisitFacts {
  readonly volunteerId: AttendanceDocument['volunteerId'];
  readonly shift: Shift;
  readonly attendance: Attendance | null;
}

export interface ChangeResult {
  readonly kind: 'done';
  readonly document: AttendanceDocument | null;
  readonly isChanged: boolean;
}

export async function changeAttendance<Code extends string>(
  context: RequestContext,
  request: ChangeRequest,
  decide: (facts: VisitFacts) => AttendanceChange<Code>,
): Promise<ChangeResult | Rejection<Code | 'shift.notFound'>> {
  const account = await requireAccount(context);
  return context.ports.database.transaction((transaction) =>
    changeInTransaction(transaction, context, request, account, decide),
  );
}

/** The same for anybody's attendance, with more in the transaction; who asks is the ledger's actor. */
export async function changeInTransaction<Code extends string>(
  transaction: Transaction,
  context: RequestContext,
  request: ChangeRequest,
  { volunteerId, maskedName }: Pick<AttendanceDocument, 'volunteerId' | 'maskedName'>,
  decide: (facts: VisitFacts) => AttendanceChange<Code>,
): Promise<ChangeResult | Rejection<Code | 'shift.notFound'>> {
  const shift = await transaction.get('shifts', request.shiftId);
  if (shift === null || !shift.isPublished) return rejected('shift.notFound');
  const known = await transaction.get('attendances', attendanceIdOf(request.shiftId, volunteerId));
  const attendance = known === null ? null : toAttendance(known);
  const change = decide({ volunteerId, shift: toShift(shift), attendance });
  if (change.kind === 'rejected') return change;
  const last = change.kind === 'changed' ? change.moves[change.moves.length - 1] : undefined;
  if (change.kind === 'unchanged' || last === undefined) {
    return { kind: 'done', document: known, isChanged: false };
  }
  const document = toDocument(last, shift, maskedName, context.now);
  await transaction.put('attendances', document);
  const actor = requireOpenId(context);
  for (const move of change.moves) await addLedgerEntry(transaction, move, request, actor, context.now);
  if (change.shift.takenCount !== shift.takenCount) {
    await transaction.put('shifts', { ...shift, takenCount: change.shift.takenCount });
  }
  if (changesFigures(change.moves)) await markVolunteer(transaction, context, volunteerId, shift._id);
  return { kind: 'done', document, isChanged: true };
}

/** A visit that ends, a record that is confirmed or taken back: that is what is counted (ST13, ST22). */
const COUNTED: readonly Attendance['state'][] = ['checkedOut', 'confirmed', 'voided'];

function changesFigures(moves: readonly Attendance[]): boolean {
  return moves.some(({ state }) => COUNTED.includes(state));
}

function toDocument(
  attendance: Attendance,
  shift: StoredDocument<'shifts'>,
  maskedName: string,
  now: number,
): AttendanceDocument {
  return {
    _id: attendance.attendanceId,
    shiftId: attendance.shiftId,
    activityId: attendance.activityId,
    projectId: attendance.projectId,
    volunteerId: attendance.volunteerId,
    state: attendance.state,
    source: recordSourceOf(attendance),
    trainingValidDays: shift.trainingValidDays,
    enrolledAt: attendance.enrolledAt,
    checkIn: attendance.checkIn,
    checkOut: attendance.checkOut,
    creditedMinutes: attendance.creditedMinutes,
    confirmedAt: attendance.confirmedAt,
    seq: attendance.seq,
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    maskedName,
    movedAt: now,
  };
}

/** 流水: append-only, one entry per move. */
export async function addLedgerEntry(
  transaction: Transaction,
  move: Attendance,
  request: Pick<ChangeRequest, 'source' | 'requestId'>,
  actor: string,
  now: number,
): Promise<void> {
  await transaction.add('ledger', {
    _id: `${move.attendanceId}:${String(move.seq)}`,
    attendanceId: move.attendanceId,
    volunteerId: move.volunteerId,
    seq: move.seq,
    to: move.state,
    at: now,
    actor,
    source: request.source,
    requestId: request.requestId,
    creditedMinutes: move.creditedMinutes,
  });
}
