/** From documents to the domain's types, and to what the volunteer sees. */
import { minutesOf } from '@domain/attendance/credited-minutes';
import { checkInWindowOf, checkOutClosesAt, type Shift } from '@domain/activity/shift';
import { PLAIN_ENROLMENT, type Attendance, type Deduction } from '@domain/attendance/attendance';
import type { AttendanceSummary } from '@contract/attendance-view';
import type { StoredDocument } from '../kernel/documents';
import { parseServedDaysText, toServedDaysText } from '../kernel/served-days-text';

type AttendanceDocument = StoredDocument<'attendances'>;

export function toShift(document: StoredDocument<'shifts'>): Shift {
  const { _id, ...rest } = document;
  return { ...rest, shiftId: _id };
}

export function toAttendance(document: AttendanceDocument): Attendance {
  const { _id, servedDays, ...rest } = document;
  const days = servedDays === undefined ? {} : { servedDays: parseServedDaysText(servedDays) };
  return { ...rest, ...days, enrolment: rest.enrolment ?? PLAIN_ENROLMENT, attendanceId: _id };
}

export function toSummary(document: AttendanceDocument): AttendanceSummary {
  return {
    shiftId: document.shiftId,
    activityId: document.activityId,
    projectId: document.projectId,
    title: document.title,
    placeName: document.placeName,
    startsAt: document.startsAt,
    endsAt: document.endsAt,
    state: document.state,
    checkedInAt: document.checkIn?.at ?? null,
    checkedInBy: document.checkIn?.method ?? null,
    checkedOutAt: document.checkOut?.at ?? null,
    late: latenessOf(document),
    checkInOpensAt: document.checkInOpensAt ?? checkInWindowOf(document).opensAt,
    checkOutClosesAt: closesAtOf(document),
    creditedMinutes: document.creditedMinutes,
    isHeld: document.isHeld ?? false,
    credit: toCreditView(document),
    seatGivenAt: document.enrolment?.seatGivenAt ?? null,
    ...postOf(document),
    ...importedOf(document),
  };
}

/** 岗位 of the seat (AT15.3); nothing where there is none. */
export function postOf({ enrolment }: AttendanceDocument): { postName?: string } {
  return enrolment?.post === undefined ? {} : { postName: enrolment.post.name };
}

export function importedOf({ imported }: AttendanceDocument): Pick<AttendanceSummary, 'imported'> {
  if (imported === undefined) return {};
  const { organisation, day, isTimed } = imported;
  return { imported: { organisation, day, isTimed } };
}

/** AT2, by the copy that the attendance has of its shift's rules. */
export function closesAtOf({ endsAt, checkOutClosesAt: own }: ClosingTimes): number {
  return own ?? checkOutClosesAt({ endsAt });
}
type ClosingTimes = Pick<AttendanceDocument, 'endsAt' | 'checkOutClosesAt'>;

function toCreditView(document: AttendanceDocument): AttendanceSummary['credit'] {
  const { credit } = document;
  const { servedDays = [] } = toAttendance(document);
  const { deductions, waitsFor, dayMinutes } = credit ?? {
    deductions: outsideWindow(document),
    waitsFor: null,
    dayMinutes: 0,
  };
  if (deductions.length === 0 && waitsFor === null && servedDays.length === 0) return null;
  return { deductions, waitsFor, dayMinutes, servedDays: [...servedDays] };
}

/** An ordinary visit keeps no reasons: what it was longer than the shift is all that does not count. */
function outsideWindow({ checkIn, checkOut, creditedMinutes }: AttendanceDocument): Deduction[] {
  if (checkIn === null || checkOut === null) return [];
  const minutes = minutesOf([{ from: checkIn.at, to: checkOut.at }]) - creditedMinutes;
  return minutes > 0 ? [{ reason: 'window', minutes }] : [];
}

/** What an attendance says of its shift, so that lists need no second look-up. */
export function shiftCopyOf(shift: StoredDocument<'shifts'>) {
  return {
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    ...(shift.rules === undefined
      ? {}
      : { checkInOpensAt: checkInWindowOf(shift).opensAt, checkOutClosesAt: checkOutClosesAt(shift) }),
  };
}

/** The stored attendance after a move that changes its state or its minutes. */
export function withMove(document: AttendanceDocument, move: Attendance, now: number): AttendanceDocument {
  const { servedDays: _days, credit: _credit, isHeld: _isHeld, ...rest } = document;
  const { state, creditedMinutes, confirmedAt, seq } = move;
  return { ...rest, state, creditedMinutes, confirmedAt, seq, movedAt: now, ...creditFieldsOf(move) };
}

/** Absent where there is nothing to say. */
export function creditFieldsOf({ servedDays, credit, isHeld }: Attendance) {
  return {
    ...(isHeld === undefined ? {} : { isHeld }),
    ...(servedDays === undefined ? {} : { servedDays: toServedDaysText(servedDays) }),
    ...(credit === undefined ? {} : { credit: { ...credit, deductions: [...credit.deductions] } }),
  };
}

/** One word for both presences: what waits is said first. */
export function latenessOf({ checkIn, checkOut }: AttendanceDocument): AttendanceSummary['late'] {
  const both = [checkIn?.late, checkOut?.late];
  return both.includes('waiting') ? 'waiting' : both.includes('vouched') ? 'vouched' : null;
}
