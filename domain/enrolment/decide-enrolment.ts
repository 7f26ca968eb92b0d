/**
 * 报名 (AT13): a seat is taken by changing the shift's own document, never by counting. One person enrols, or a
 * guardian with children: all of them or nobody.
 */
import { mayWithdrawFreely } from '../activity/change-shift';
import { lineClosesAt, releaseSeat, takeSeat, type Shift } from '../activity/shift';
import { blankAttendance } from '../attendance/decide-check-in';
import { hasCheckedIn, holdsSeat, PLAIN_ENROLMENT, type Attendance } from '../attendance/attendance';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { decideAdmission, type AdmissionRejection, type Person } from './admission';
import { hasRoomFor, isLineOpen, joinLine, leaveLine, LINE_MAXIMUM, peopleIn, type Line } from './line';

export interface Comer {
  readonly volunteerId: VolunteerId;
  readonly person: Person;
  readonly attendance: Attendance | null;
  /** who brings this child; null: comes alone, or is the one who brings */
  readonly guardianId: VolunteerId | null;
}
export interface EnrolmentFacts {
  readonly shift: Shift;
  readonly line: Line;
  /** who asks first, the children brought along after */
  readonly comers: readonly Comer[];
  /** what to do when there is no room: get in line, or be refused */
  readonly whenFull: 'wait' | 'refuse';
  readonly now: number;
}
/** `moves`: the next state of everybody who changes. */
export interface PartyChange {
  readonly kind: 'accepted';
  readonly moves: readonly Attendance[];
  readonly shift: Shift;
  readonly line: Line;
}
export type EnrolmentDecision =
  | PartyChange
  | { readonly kind: 'already' }
  | AdmissionRejection
  | Rejection<
      | 'enrolment.full'
      | 'enrolment.closed'
      | 'enrolment.alreadyWaiting'
      | 'enrolment.lineClosed'
      | 'enrolment.lineFull'
      | 'attendance.shiftCancelled'
      | 'attendance.voided'
    >;

export function decideEnrolment(facts: EnrolmentFacts): EnrolmentDecision {
  const { shift, now } = facts;
  const comers = facts.comers.filter(({ attendance }) => !holdsSeat(attendance));
  if (comers.length === 0) return { kind: 'already' };
  if (comers.some(({ attendance }) => attendance?.state === 'voided')) return rejected('attendance.voided');
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  if (now >= shift.endsAt) return rejected('enrolment.closed', { endedAt: shift.endsAt });
  for (const { person } of comers) {
    const refusal = decideAdmission(person, shift);
    if (refusal !== null) return refusal;
  }
  if (hasRoomFor(shift, comers.length, now)) {
    const line = leaveLine(facts.line, idsOf(comers));
    return {
      kind: 'accepted',
      moves: comers.map((comer) => enrolled(shift, comer, now)),
      shift: { ...comers.reduce(takeSeat, shift), waitingCount: peopleIn(line) },
      line,
    };
  }
  return decideWaiting(facts, comers);
}

function decideWaiting(facts: EnrolmentFacts, comers: readonly Comer[]): EnrolmentDecision {
  const { shift, line, now } = facts;
  const waiting = comers.filter(({ attendance }) => attendance?.state === 'waiting');
  if (waiting.length === facts.comers.length) return { kind: 'already' };
  const { waitingCount } = shift;
  const capacity = shift.capacity ?? 0;
  const isOpen = isLineOpen(shift, now);
  const wanted = comers.length;
  const full = rejected('enrolment.full', { capacity, waitingCount, wanted, canWait: isOpen ? 1 : 0 });
  if (facts.whenFull === 'refuse') return full;
  if (!isOpen) {
    return rejected('enrolment.lineClosed', { closedAt: lineClosesAt(shift), now });
  }
  if (waiting.length > 0) return rejected('enrolment.alreadyWaiting');
  // Who has a seat already cannot wait for a child's: it would be seated without a place in the line.
  if (comers.length < facts.comers.length || wanted > capacity) return full;
  if (peopleIn(line) + wanted > LINE_MAXIMUM) {
    return rejected('enrolment.lineFull', { maximum: LINE_MAXIMUM });
  }
  const joined = joinLine(line, idsOf(comers));
  return {
    kind: 'accepted',
    moves: comers.map((comer) => ({ ...nextOf(shift, comer), state: 'waiting', enrolledAt: null })),
    shift: { ...shift, waitingCount: peopleIn(joined) },
    line: joined,
  };
}

const idsOf = (comers: readonly Comer[]): VolunteerId[] => comers.map(({ volunteerId }) => volunteerId);

function enrolled(shift: Shift, comer: Comer, now: number): Attendance {
  return { ...nextOf(shift, comer), state: 'enrolled', enrolledAt: now };
}

function nextOf(shift: Shift, { volunteerId, attendance, guardianId }: Comer): Attendance {
  return {
    ...blankAttendance(shift, volunteerId),
    ...attendance,
    enrolment: { ...PLAIN_ENROLMENT, guardianId },
    seq: (attendance?.seq ?? 0) + 1,
  };
}

/** A seat the line gives (AT13.2). */
export function decideSeatGiven(attendance: Attendance, now: number): Attendance {
  return {
    ...attendance,
    state: 'enrolled',
    enrolledAt: now,
    enrolment: { ...attendance.enrolment, seatGivenAt: now },
    seq: attendance.seq + 1,
  };
}

function mayLeave(shift: Shift, { enrolledAt, enrolment }: Attendance): boolean {
  return mayWithdrawFreely(shift, { enrolledAt, seatGivenAt: enrolment.seatGivenAt });
}

export interface CancellationFacts {
  readonly shift: Shift;
  readonly line: Line;
  /** of those who do not come any more: the asker's and the children's, or only the children's */
  readonly attendances: readonly Attendance[];
  readonly now: number;
}
export type CancellationDecision =
  PartyChange | { readonly kind: 'already' } | Rejection<'enrolment.alreadyServing'>;

/**
 * Cancelling frees seats, or places in the line; who has checked in is past cancelling. Late is after the
 * line has closed: nobody can be called in any more (AT13.3); not for who agreed to other terms (AT14.3).
 */
export function decideCancellation({
  shift,
  line,
  attendances,
  now,
}: CancellationFacts): CancellationDecision {
  if (attendances.some((attendance) => holdsSeat(attendance) && hasCheckedIn(attendance))) {
    return rejected('enrolment.alreadyServing');
  }
  const seated = attendances.filter(({ state }) => state === 'enrolled');
  const waiting = attendances.filter(({ state }) => state === 'waiting');
  if (seated.length + waiting.length === 0) return { kind: 'already' };
  const rest = leaveLine(
    line,
    waiting.map(({ volunteerId }) => volunteerId),
  );
  const isLate = shift.state === 'open' && now >= lineClosesAt(shift);
  return {
    kind: 'accepted',
    moves: [...seated, ...waiting].map((attendance) => ({
      ...attendance,
      state: 'enrolmentCancelled',
      enrolment: {
        ...attendance.enrolment,
        seatGivenAt: null,
        isLateCancelled: isLate && attendance.state === 'enrolled' && !mayLeave(shift, attendance),
      },
      seq: attendance.seq + 1,
    })),
    shift: { ...seated.reduce(releaseSeat, shift), waitingCount: peopleIn(rest) },
    line: rest,
  };
}
