/** 签到判定 (AT1–AT4). Total and deterministic: everything it needs is in the facts. */
import { checkInWindowOf, isWithin, takeSeat, type Shift } from '../activity/shift';
import type { AdmissionRejection, Person } from '../enrolment/admission';
import { decideWalkIn } from '../enrolment/walk-in';
import type { VolunteerId } from '../kernel/identifiers';
import { attendanceIdOf } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { refusalAfterClosing } from './closing';
import { hasCheckedIn, holdsSeat, PLAIN_ENROLMENT, withPost, type Attendance } from './attendance';
import { refusalOfOwnCode } from './duty';
import { judgeEvidence, type CodeKeys, type Evidence, type EvidenceRejection } from './judge-evidence';

export interface CheckInFacts {
  readonly volunteerId: VolunteerId;
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly person: Person;
  readonly evidence: Evidence;
  readonly keys: CodeKeys;
  readonly requestId: string;
  readonly now: number;
}

export type CheckInDecision =
  | { readonly kind: 'accepted'; readonly attendance: Attendance; readonly shift: Shift }
  | { readonly kind: 'already'; readonly attendance: Attendance }
  | Rejection<
      | 'attendance.shiftCancelled'
      | 'attendance.shiftClosed'
      | 'duty.ownCode'
      | 'attendance.outsideWindow'
      | 'attendance.voided'
      | 'enrolment.full'
    >
  | AdmissionRejection
  | EvidenceRejection;

export function decideCheckIn(facts: CheckInFacts): CheckInDecision {
  const { shift, attendance, now } = facts;
  if (hasCheckedIn(attendance)) return { kind: 'already', attendance };
  if (attendance?.state === 'voided') return rejected('attendance.voided');
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  const window = checkInWindowOf(shift);
  if (!isWithin(window, now)) {
    return rejected('attendance.outsideWindow', { opensAt: window.opensAt, closesAt: window.closesAt, now });
  }
  const closed = refusalAfterClosing(shift, 'checkIn', facts.evidence.kind, now);
  if (closed !== null) return closed;
  const ownCode = refusalOfOwnCode(shift, facts.volunteerId, facts.evidence.kind);
  if (ownCode !== null) return ownCode;
  const place = judgeEvidence(shift.place, facts.evidence, facts.keys, now);
  if (place.kind === 'rejected') return place;
  const seat = holdsSeat(attendance) ? null : decideWalkIn(facts.person, shift, now);
  if (seat?.kind === 'rejected') return seat;
  const before = { ...blankAttendance(shift, facts.volunteerId), ...attendance };
  return {
    kind: 'accepted',
    shift: seat === null ? shift : takeSeat(shift, seat.post),
    attendance: {
      ...before,
      enrolment: seat === null ? before.enrolment : withPost(before.enrolment, seat.post),
      state: 'checkedIn',
      checkIn: { ...presenceOf(place), at: now, requestId: facts.requestId },
      seq: (attendance?.seq ?? 0) + 1,
    },
  };
}

/** What every attendance of this shift and volunteer starts from. */
export function blankAttendance(shift: Shift, volunteerId: VolunteerId): Attendance {
  return {
    attendanceId: attendanceIdOf(shift.shiftId, volunteerId),
    shiftId: shift.shiftId,
    activityId: shift.activityId,
    projectId: shift.projectId,
    volunteerId,
    state: 'enrolled',
    enrolledAt: null,
    checkIn: null,
    checkOut: null,
    creditedMinutes: 0,
    confirmedAt: null,
    enrolment: PLAIN_ENROLMENT,
    seq: 0,
  };
}

export function presenceOf(evidence: Exclude<ReturnType<typeof judgeEvidence>, EvidenceRejection>) {
  const { method, distanceMeters, accuracyMeters, timeStep } = evidence;
  return { method, distanceMeters, accuracyMeters, timeStep };
}
