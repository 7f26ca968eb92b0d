/** Storing what was decided of one attendance: its document, 流水 and mark, in the caller's transaction. */
import { recordSourceOf, type Attendance } from '@domain/attendance/attendance';
import type { ServiceDay } from '@domain/attendance/service-day';
import type { AttendanceId, ShiftId, VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import { announce } from '../message/announce';
import { recordConfirmedOf } from '../message/message-document';
import type { Ports, Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { approvalOf } from './approval-document';
import { creditFieldsOf, shiftCopyOf, withMove } from './attendance-document';
import { withdrawClaim } from './claim-document';
import { noteRecorded } from './closing-document';
import { writeServiceDays } from './service-days';

type AttendanceDocument = StoredDocument<'attendances'>;

/** what a mark, a message and a ledger entry need of a request, or of a timer */
export type Clock = Pick<RequestContext, 'now'> & {
  readonly ports: Pick<Ports, 'randomId' | 'messageTemplates'>;
};

interface Person {
  readonly volunteerId: VolunteerId;
  readonly maskedName: string;
}
/** what a ledger entry says of where a move comes from */
interface Cause {
  readonly source: string;
  readonly requestId: string;
  readonly reason?: string;
}
export interface Moves {
  readonly shift: StoredDocument<'shifts'>;
  readonly person: Person;
  /** as it is stored; absent: it is known to be neither counted nor waiting for an approval */
  readonly known?: AttendanceDocument | null;
  readonly moves: readonly Attendance[];
  /** days of service that changed with them (AT8) */
  readonly days?: readonly ServiceDay[];
  readonly request: Cause;
  readonly actor: string;
}

/** The last move is what is stored, each has its ledger entry; none: nothing is written. */
export async function writeMoves(
  transaction: Transaction,
  context: Clock,
  { shift, person, known = null, moves, days = [], request, actor }: Moves,
): Promise<AttendanceDocument | null> {
  const last = moves[moves.length - 1];
  if (last === undefined) return null;
  const document = toDocument(last, shift, person, context.now);
  await transaction.put('attendances', document);
  for (const move of moves) await addLedgerEntry(transaction, move, request, actor, context.now);
  await writeServiceDays(transaction, days);
  const approval = approvalOf(last, shift, person.maskedName, context.now);
  if (approval !== null) await transaction.put('approvals', approval);
  else if (known?.state === 'checkedOut') await withdrawApproval(transaction, last.attendanceId);
  const states = [...(known === null ? [] : [known.state]), ...moves.map(({ state }) => state)];
  const isCounted = states.some((state) => COUNTED.includes(state));
  if (isCounted) await markVolunteer(transaction, context, person.volunteerId, shift._id);
  await noteRecorded(transaction, context, shift, known, last);
  if (known?.state === 'disputed' && last.state !== 'disputed') await withdrawClaim(transaction, last);
  await tellOfConfirmation(transaction, context, document, request);
  return document;
}

export interface StoredMove {
  readonly document: AttendanceDocument;
  readonly move: Attendance;
  readonly request: Cause;
  readonly actor: string;
  /** whose sums change with it; null: no shift's */
  readonly shiftId: ShiftId | null;
}

/** One move of a visit, with its entry and its mark: four round trips. Returns what is stored. */
export async function writeMove(
  transaction: Transaction,
  clock: Clock,
  { document, move, request, actor, shiftId }: StoredMove,
): Promise<AttendanceDocument> {
  const stored = withMove(document, move, clock.now);
  await transaction.put('attendances', stored);
  await addLedgerEntry(transaction, move, request, actor, clock.now);
  await markVolunteer(transaction, clock, document.volunteerId, shiftId);
  await tellOfConfirmation(transaction, clock, stored, request);
  return stored;
}

/** Deeds of others by which a record may be confirmed: of one's own one sees what came of it at once. */
const DEEDS_OF_OTHERS: readonly string[] = [
  'approval',
  'reduction',
  'lateVouched',
  'roster',
  'released',
  'claimAccepted',
  'claimRefused',
  'recredit',
];

/** One round trip more, for such deeds only, where the city has the template; two more for who agreed. */
async function tellOfConfirmation(
  transaction: Transaction,
  clock: Clock,
  document: AttendanceDocument,
  { source }: Cause,
): Promise<void> {
  const isTold = document.state === 'confirmed' && document.creditedMinutes > 0;
  if (!isTold || !DEEDS_OF_OTHERS.includes(source)) return;
  await announce(transaction, clock, recordConfirmedOf(document, clock.now));
}

/**
 * A visit that ends, a record that is confirmed or taken back: that is what is counted (ST13, ST22), and what
 * was counted and no longer is (AT5).
 */
const COUNTED: readonly Attendance['state'][] = ['checkedOut', 'confirmed', 'disputed', 'voided'];

/** Nobody has to decide any more; a decision that was made stays. One round trip, or two. */
export async function withdrawApproval(transaction: Transaction, attendanceId: AttendanceId): Promise<void> {
  const approval = await transaction.get('approvals', attendanceId);
  if (approval?.state === 'waiting') await transaction.put('approvals', { ...approval, state: 'voided' });
}

function toDocument(
  attendance: Attendance,
  shift: StoredDocument<'shifts'>,
  { maskedName }: Person,
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
    ...(shift.courseId === undefined ? {} : { courseId: shift.courseId }),
    enrolledAt: attendance.enrolledAt,
    checkIn: attendance.checkIn,
    checkOut: attendance.checkOut,
    creditedMinutes: attendance.creditedMinutes,
    confirmedAt: attendance.confirmedAt,
    enrolment: attendance.enrolment,
    seq: attendance.seq,
    ...shiftCopyOf(shift),
    maskedName,
    movedAt: now,
    ...creditFieldsOf(attendance),
  };
}

const isLate = ({ checkIn, checkOut }: Attendance): boolean =>
  checkIn?.late !== undefined || checkOut?.late !== undefined;

/** 流水: append-only, one entry per move. */
async function addLedgerEntry(
  transaction: Transaction,
  move: Attendance,
  request: Cause,
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
    ...(isLate(move) ? { isLate: true } : {}),
    ...(request.reason === undefined || request.reason === '' ? {} : { reason: request.reason }),
  });
}
