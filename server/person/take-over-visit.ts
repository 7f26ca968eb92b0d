/**
 * 转入 (RM3, RM4): one attendance of the registration that ends becomes one of the survivor, with all that
 * hangs on it, in one transaction: at every moment a visit belongs to one of the two and no minute is counted
 * twice. Round trips: begin, seven reads and two for each day, some fifteen writes, commit.
 */
import { takeSeat, releaseSeat } from '@domain/activity/shift';
import { holdsSeat, type Attendance } from '@domain/attendance/attendance';
import { creditVisit, daysOfVisit } from '@domain/attendance/credit-visit';
import type { ServiceDay } from '@domain/attendance/service-day';
import { creditedBefore, decideTakeOver, LIVE_STATES, type TakeOver } from '@domain/attendance/take-over';
import { leaveLine, replaceInLine, type Line } from '@domain/enrolment/line';
import { attendanceIdOf, type AttendanceId, type VolunteerId } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import { toAttendance, toShift } from '../attendance/attendance-document';
import { withdrawClaim } from '../attendance/claim-document';
import { noteRecorded } from '../attendance/closing-document';
import { readDaysOf, writeServiceDays } from '../attendance/service-days';
import { withdrawApproval, writeMove, writeMoves, type Clock } from '../attendance/write-moves';
import { isLineOwed, loadLine, storeShift } from '../enrolment/seats';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { closeSupplement } from '../supplement/supplement-document';
import { carryAlong } from './carry-along';
import { takeOverImported } from './take-over-imported';

type AttendanceDocument = StoredDocument<'attendances'>;
type Shift = StoredDocument<'shifts'>;

export interface Merging {
  readonly personRequestId: string;
  readonly survivorId: VolunteerId;
  readonly otherId: VolunteerId;
  readonly actor: string;
  readonly requestId: string;
}
/** `first`: another visit of the same day that was credited before it, and goes over before it. */
export type TakenOver =
  { readonly kind: 'done' | 'nothing' } | { readonly kind: 'later'; readonly first: AttendanceId };

export async function takeOverVisit(
  transaction: Transaction,
  clock: Clock,
  merging: Merging,
  attendanceId: AttendanceId,
): Promise<TakenOver> {
  const document = await transaction.get('attendances', attendanceId);
  if (document === null || !isLive(document)) return { kind: 'nothing' };
  if (document.source === 'imported') {
    const result = await takeOverImported(transaction, clock, merging, document);
    if (result.kind === 'done') await countProgress(transaction, merging, result.isMoved);
    return result;
  }
  const [shift, survivor] = [
    await transaction.get('shifts', document.shiftId),
    await transaction.get('volunteers', merging.survivorId),
  ];
  assert(shift !== null && survivor !== null, 'a visit has its shift, a merged person a survivor');
  const dayNames = daysOf(document, shift);
  const fromDays = await readDaysOf(transaction, merging.otherId, dayNames);
  const ownDays = fromDays.filter(({ visits }) => visits.some((one) => one.attendanceId === attendanceId));
  for (const first of creditedBefore(ownDays, attendanceId)) {
    const before = await transaction.get('attendances', first);
    if (before !== null && isLive(before)) return { kind: 'later', first };
  }
  const targetId = attendanceIdOf(shift._id, merging.survivorId);
  const known = await transaction.get('attendances', targetId);
  const decision = decideTakeOver({
    from: toAttendance(document),
    known: known === null ? null : toAttendance(known),
    attendanceId: targetId,
    volunteerId: merging.survivorId,
    fromDays: ownDays,
    days: await readDaysOf(transaction, merging.survivorId, dayNames),
    served: servedOf(document, shift, ownDays),
  });
  await carryAlong(transaction, merging, document, { targetId, isMoved: decision.moves.length > 0 });
  const person = { volunteerId: merging.survivorId, maskedName: redactName(survivor.name) };
  const { actor } = merging;
  const request = { source: 'merge', requestId: merging.requestId };
  const { moves, days, ended } = decision;
  await end(transaction, clock, { document, shift, decision, merging });
  const stored = await writeMoves(transaction, clock, { shift, person, known, moves, days, request, actor });
  // A record that was taken over from elsewhere says so still (ST14).
  const { source, trainingValidDays } = document;
  if (stored !== null && (stored.source !== source || stored.trainingValidDays !== trainingValidDays))
    await transaction.put('attendances', { ...stored, source, trainingValidDays });
  await storeSeats(transaction, clock.now, shift, { from: document, known, decision, merging });
  if (moves.length === 0 && document.source === 'supplemented' && ended.state === 'voided')
    await closeSupplement(transaction, clock.now, document._id, {
      ...request,
      actor,
      actorName: '',
      reason: '',
    });
  await countProgress(transaction, merging, moves.length > 0);
  return { kind: 'done' };
}

function isLive({ state }: AttendanceDocument): boolean {
  return LIVE_STATES.some((live) => live === state);
}

function finished({ checkIn, checkOut }: AttendanceDocument, shift: Shift) {
  return checkIn === null || checkOut === null
    ? null
    : { shift: toShift(shift), checkInAt: checkIn.at, checkOutAt: checkOut.at };
}

function daysOf(document: AttendanceDocument, shift: Shift) {
  const visit = finished(document, shift);
  return visit === null ? [] : daysOfVisit({ ...visit, volunteerId: document.volunteerId });
}

/** What the visit takes of its days by itself; and the days that hold it whatever it takes. */
function servedOf(
  document: AttendanceDocument,
  shift: Shift,
  ownDays: readonly ServiceDay[],
): readonly ServiceDay[] {
  const visit = finished(document, shift);
  if (visit === null) return [];
  const { _id: attendanceId, volunteerId } = document;
  const { days } = creditVisit({ ...visit, attendanceId, volunteerId }, []);
  return [...days, ...ownDays.filter(({ day }) => days.every((one) => one.day !== day))];
}

interface Ending {
  readonly document: AttendanceDocument;
  readonly shift: Shift;
  readonly decision: TakeOver;
  readonly merging: Merging;
}
/** Nothing of it is deleted: it ends by an entry that says why. */
async function end(
  transaction: Transaction,
  clock: Clock,
  { document: before, shift, decision, merging }: Ending,
): Promise<void> {
  const { actor, requestId, survivorId } = merging;
  const request = { source: 'merge', requestId };
  const move: Attendance = decision.ended;
  const document = { ...before, movedTo: attendanceIdOf(shift._id, survivorId) };
  await writeMove(transaction, clock, { document, move, request, actor, shiftId: shift._id });
  await writeServiceDays(transaction, decision.fromDays);
  await withdrawApproval(transaction, document._id);
  if (document.state === 'disputed') await withdrawClaim(transaction, { attendanceId: document._id });
  await noteRecorded(transaction, clock, shift, document, move);
}

interface Seating {
  readonly from: AttendanceDocument;
  readonly known: AttendanceDocument | null;
  readonly decision: TakeOver;
  readonly merging: Merging;
}
/** One person has one seat, or one place in the line: the survivor's is the better of the two (RM4). */
async function storeSeats(
  transaction: Transaction,
  now: number,
  shift: Shift,
  { from, known, decision, merging }: Seating,
): Promise<void> {
  const before = known === null ? null : toAttendance(known);
  const last = decision.moves[decision.moves.length - 1] ?? null;
  let after = toShift(shift);
  const ended = toAttendance(from);
  if (holdsSeat(ended)) after = releaseSeat(after, ended.enrolment.post);
  if (last !== null) {
    if (before !== null && holdsSeat(before)) after = releaseSeat(after, before.enrolment.post);
    if (holdsSeat(last)) after = takeSeat(after, last.enrolment.post);
  }
  const isInLine = from.state === 'waiting' || (before?.state === 'waiting' && last !== null);
  const isTouched = isInLine || isLineOwed(shift, after);
  const line = isTouched ? await loadLine(transaction, shift._id) : null;
  const next = line === null ? null : lineAfter(line, merging, last);
  await storeShift(transaction, shift, after, next, now);
}

function lineAfter(line: Line, { otherId, survivorId }: Merging, last: Attendance | null): Line {
  if (last?.state === 'waiting') return replaceInLine(line, otherId, survivorId);
  return leaveLine(line, last === null ? [otherId] : [otherId, survivorId]);
}

async function countProgress(
  transaction: Transaction,
  { personRequestId }: Merging,
  isMoved: boolean,
): Promise<void> {
  const amounts = isMoved ? { movedCount: 1 } : { droppedCount: 1 };
  await transaction.increment('personRequests', personRequestId, amounts);
}
