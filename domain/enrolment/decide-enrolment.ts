/** 报名 (AT13): a seat is taken by changing the shift's own document, never by counting. */
import { isFull, releaseSeat, takeSeat, type Shift } from '../activity/shift';
import { blankAttendance } from '../attendance/decide-check-in';
import { hasCheckedIn, holdsSeat, type Attendance } from '../attendance/attendance';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';

export interface EnrolmentFacts {
  readonly volunteerId: VolunteerId;
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly now: number;
}
export type EnrolmentDecision =
  | { readonly kind: 'accepted'; readonly attendance: Attendance; readonly shift: Shift }
  | { readonly kind: 'already'; readonly attendance: Attendance }
  | Rejection<'enrolment.full' | 'enrolment.closed' | 'attendance.shiftCancelled' | 'attendance.voided'>;

export function decideEnrolment(facts: EnrolmentFacts): EnrolmentDecision {
  const { shift, attendance, now } = facts;
  if (attendance !== null && holdsSeat(attendance)) return { kind: 'already', attendance };
  if (attendance?.state === 'voided') return rejected('attendance.voided');
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  if (now >= shift.endsAt) return rejected('enrolment.closed', { endedAt: shift.endsAt });
  if (isFull(shift)) return rejected('enrolment.full', { capacity: shift.capacity ?? 0 });
  return {
    kind: 'accepted',
    shift: takeSeat(shift),
    attendance: {
      ...blankAttendance(shift, facts.volunteerId),
      ...attendance,
      state: 'enrolled',
      enrolledAt: now,
      seq: (attendance?.seq ?? 0) + 1,
    },
  };
}

export type CancellationDecision =
  | { readonly kind: 'accepted'; readonly attendance: Attendance; readonly shift: Shift }
  | { readonly kind: 'already'; readonly attendance: Attendance | null }
  | Rejection<'enrolment.alreadyServing'>;

/** Cancelling frees the seat; who has checked in is past cancelling. */
export function decideCancellation(shift: Shift, attendance: Attendance | null): CancellationDecision {
  if (attendance === null || !holdsSeat(attendance)) return { kind: 'already', attendance };
  if (hasCheckedIn(attendance)) return rejected('enrolment.alreadyServing');
  return {
    kind: 'accepted',
    shift: releaseSeat(shift),
    attendance: { ...attendance, state: 'enrolmentCancelled', seq: attendance.seq + 1 },
  };
}
