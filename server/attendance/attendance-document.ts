/** From documents to the domain's types, and to what the volunteer sees. */
import { PLAIN_ENROLMENT, type Attendance } from '@domain/attendance/attendance';
import type { Shift } from '@domain/activity/shift';
import type { AttendanceSummary } from '@contract/attendance-view';
import type { StoredDocument } from '../kernel/documents';

type AttendanceDocument = StoredDocument<'attendances'>;

export function toShift(document: StoredDocument<'shifts'>): Shift {
  const { _id, ...rest } = document;
  return { ...rest, shiftId: _id };
}

export function toAttendance(document: AttendanceDocument): Attendance {
  const { _id, ...rest } = document;
  return { ...rest, enrolment: rest.enrolment ?? PLAIN_ENROLMENT, attendanceId: _id };
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
    creditedMinutes: document.creditedMinutes,
    seatGivenAt: document.enrolment?.seatGivenAt ?? null,
  };
}
