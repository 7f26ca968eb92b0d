/**
 * The one way an attendance changes: load shift and attendance by id, decide, write document, ledger, seat
 * and mark in one transaction. Round trips: account, begin, two reads, then document and one ledger entry per
 * move, the seat when it changed, the mark (read and written) when a figure may change, commit – a check-in
 * takes 7, or 8 when it takes a limited seat. A check-out takes 12: the day of service is read and written
 * with it; 14 around a midnight, one more when it waits for an approval.
 */
import { checkInWindowOf, checkOutClosesAt, type Shift } from '@domain/activity/shift';
import type { Attendance } from '@domain/attendance/attendance';
import { attendanceIdOf, type ShiftId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type RequestContext } from '../kernel/procedure';
import type { ServiceDay } from '@domain/attendance/service-day';
import { markVolunteer } from '../statistics/mark';
import { approvalOf } from './approval-document';
import { creditFieldsOf, toAttendance, toShift } from './attendance-document';
import { writeServiceDays } from './service-days';

type AttendanceDocument = StoredDocument<'attendances'>;

export type AttendanceChange<Code extends string> =
  | Rejection<Code>
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed';
      /** successive states, one ledger entry each; the last is stored */
      readonly moves: readonly Attendance[];
      readonly shift: Shift;
      /** days of service that changed with it (AT8) */
      readonly days?: readonly ServiceDay[];
    };

export interface ChangeRequest {
  readonly shiftId: ShiftId;
  readonly requestId: string;
  readonly source: string;
}

export interface ChangeResult {
  readonly kind: 'done';
  readonly document: AttendanceDocument | null;
  readonly isChanged: boolean;
}

export async function changeAttendance<Code extends string>(
  context: RequestContext,
  request: ChangeRequest,
  decide: (facts: {
    readonly volunteerId: AttendanceDocument['volunteerId'];
    readonly shift: Shift;
    readonly attendance: Attendance | null;
    /** for what a decision needs besides, by id */
    readonly transaction: Transaction;
  }) => AttendanceChange<Code> | Promise<AttendanceChange<Code>>,
): Promise<ChangeResult | Rejection<Code | 'shift.notFound'>> {
  const { volunteerId, maskedName, _id: actor } = await requireAccount(context);
  const attendanceId = attendanceIdOf(request.shiftId, volunteerId);
  return context.ports.database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', request.shiftId);
    if (shift === null || !shift.isPublished) return rejected('shift.notFound');
    const known = await transaction.get('attendances', attendanceId);
    const change = await decide({
      transaction,
      volunteerId,
      shift: toShift(shift),
      attendance: known === null ? null : toAttendance(known),
    });
    if (change.kind === 'rejected') return change;
    const last = change.kind === 'changed' ? change.moves[change.moves.length - 1] : undefined;
    if (change.kind === 'unchanged' || last === undefined) {
      return { kind: 'done', document: known, isChanged: false };
    }
    const document = toDocument(last, shift, maskedName, context.now);
    await transaction.put('attendances', document);
    for (const move of change.moves) await addLedgerEntry(transaction, move, request, actor, context.now);
    if (change.shift.takenCount !== shift.takenCount) {
      await transaction.put('shifts', { ...shift, takenCount: change.shift.takenCount });
    }
    await writeServiceDays(transaction, change.days ?? []);
    const approval = approvalOf(last, shift, maskedName, context.now);
    if (approval !== null) await transaction.put('approvals', approval);
    if (changesFigures(change.moves)) await markVolunteer(transaction, context, volunteerId, shift._id);
    return { kind: 'done', document, isChanged: true };
  });
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
    source: 'own',
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
    ...(shift.rules === undefined
      ? {}
      : { checkInOpensAt: checkInWindowOf(shift).opensAt, checkOutClosesAt: checkOutClosesAt(shift) }),
    ...creditFieldsOf(attendance),
  };
}

/** 流水: append-only, one entry per move. */
export async function addLedgerEntry(
  transaction: Transaction,
  move: Attendance,
  request: Pick<ChangeRequest, 'source' | 'requestId'> & { readonly reason?: string },
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
    ...(request.reason === undefined || request.reason === '' ? {} : { reason: request.reason }),
  });
}
