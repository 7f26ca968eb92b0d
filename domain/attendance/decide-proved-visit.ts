/**
 * From the proofs of a visit to its moves (AT5): what is stored becomes what the proofs say, by recorded
 * moves along the diagram (AT0); nothing is ever credited twice, since the minutes follow from the two
 * presences.
 */
import { checkOutClosesAt, isFull, releaseSeat, takeSeat, type Shift } from '../activity/shift';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { holdsSeat, type Attendance, type AttendanceState, type Presence } from './attendance';
import { creditedMinutes } from './credited-minutes';
import { blankAttendance } from './decide-check-in';
import { AUTOMATIC_DAY_MINUTES } from './decide-check-out';
import { visitOf, type Proof, type ProvedVisit } from './visit-proofs';

export interface ProvedFacts {
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly volunteerId: VolunteerId;
  /** all that is known, the new one among them */
  readonly proofs: readonly Proof[];
  readonly now: number;
}

export type ProvedDecision =
  | { readonly kind: 'changed'; readonly moves: readonly Attendance[]; readonly shift: Shift }
  | { readonly kind: 'unchanged' }
  | Rejection<'attendance.notCheckedIn' | 'attendance.voided' | 'enrolment.full'>;

/** `notCheckedIn`: there are only check-outs so far; they are kept until a check-in comes. */
export function decideProvedVisit(facts: ProvedFacts): ProvedDecision {
  const { shift, attendance, volunteerId, now } = facts;
  if (attendance?.state === 'voided') return rejected('attendance.voided');
  const visit = visitOf(facts.proofs);
  const before = attendance ?? blankAttendance(shift, volunteerId);
  if (visit.checkIn === null && before.checkIn === null) {
    return rejected('attendance.notCheckedIn', { isKept: 1 });
  }
  if (isEqual(before.checkIn, visit.checkIn) && isEqual(before.checkOut, visit.checkOut)) {
    return { kind: 'unchanged' };
  }
  const takesSeat = !holdsSeat(attendance);
  if (takesSeat && isFull(shift)) return rejected('enrolment.full', { capacity: shift.capacity ?? 0 });
  const minutes = minutesOf(shift, visit);
  const target = stateOf(before.state, visit, minutes, now >= checkOutClosesAt(shift));
  const moves = statesOnTheWay(before.state, target).map((state, index): Attendance => {
    const isOut = state !== 'checkedIn';
    return {
      ...before,
      state,
      checkIn: visit.checkIn ?? before.checkIn,
      checkOut: isOut ? visit.checkOut : null,
      creditedMinutes: isOut ? minutes : 0,
      confirmedAt: state === 'confirmed' ? (before.confirmedAt ?? now) : null,
      seq: before.seq + 1 + index,
    };
  });
  return { kind: 'changed', moves, shift: seatsAfter(shift, takesSeat, target) };
}

function seatsAfter(shift: Shift, takesSeat: boolean, state: AttendanceState): Shift {
  if (state === 'voided') return releaseSeat(shift);
  return takesSeat ? takeSeat(shift) : shift;
}

function isEqual(a: Presence | null, b: Presence | null): boolean {
  return a?.requestId === b?.requestId && a?.at === b?.at && a?.late === b?.late;
}

function minutesOf(shift: Shift, { checkIn, checkOut }: ProvedVisit): number {
  if (checkIn === null || checkOut === null) return 0;
  return creditedMinutes({ ...shift, checkInAt: checkIn.at, checkOutAt: checkOut.at });
}

function stateOf(
  before: AttendanceState,
  visit: ProvedVisit,
  minutes: number,
  isClosed: boolean,
): AttendanceState {
  if (visit.checkIn === null) return 'voided';
  if (visit.checkOut !== null) return minutes > AUTOMATIC_DAY_MINUTES ? 'checkedOut' : 'confirmed';
  // A late check-in alone is open until the sweep looks at it, like any other.
  const wasOut = before === 'checkedOut' || before === 'confirmed';
  return before === 'expired' || (wasOut && isClosed) ? 'expired' : 'checkedIn';
}

function statesOnTheWay(from: AttendanceState, to: AttendanceState): AttendanceState[] {
  const isBeginning = from === 'enrolled' || from === 'enrolmentCancelled';
  const isOut = from === 'checkedOut' || from === 'confirmed';
  return [
    ...(isBeginning && to !== 'checkedIn' ? ['checkedIn' as const] : []),
    ...(to === 'confirmed' && !isOut ? ['checkedOut' as const] : []),
    to,
  ];
}
