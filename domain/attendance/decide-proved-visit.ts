/**
 * From the proofs of a visit to its moves (AT5): what is stored becomes what the proofs say, by recorded
 * moves along the diagram (AT0). A visit whose instants changed is credited anew like any other (AT7–AT9):
 * its time is free for the person's other visits first, and what somebody approved is the most it can count.
 */
import { checkOutClosesAt, isUnderReview, releaseSeat, takeSeat, type Shift } from '../activity/shift';
import type { AdmissionRejection, Person } from '../enrolment/admission';
import { decideWalkIn } from '../enrolment/walk-in';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';
import {
  holdsSeat,
  wasConfirmed,
  withPost,
  type Attendance,
  type AttendanceState,
  type Presence,
} from './attendance';
import { creditVisit, daysOfVisit, keptCredit, type Ceilings, type CreditFields } from './credit-visit';
import { blankAttendance } from './decide-check-in';
import { recreditsOf, withoutVisit, type Recredit, type ServiceDay } from './service-day';
import { visitOf, type Proof, type ProvedVisit } from './visit-proofs';

export interface ProvedFacts {
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly volunteerId: VolunteerId;
  readonly person: Person;
  /** all that is known, the new one among them */
  readonly proofs: readonly Proof[];
  readonly now: number;
  /** the stored ones among `daysTouched` (AT8) */
  readonly days: readonly ServiceDay[];
}

export type ProvedDecision =
  | ({ readonly kind: 'changed'; readonly shift: Shift } & CreditedAnew)
  | { readonly kind: 'unchanged' }
  | Rejection<'attendance.notCheckedIn' | 'attendance.voided' | 'enrolment.full'>
  | AdmissionRejection;

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
  const seat = holdsSeat(attendance) ? null : decideWalkIn(facts.person, shift, now);
  if (seat?.kind === 'rejected') return seat;
  const seated = seat === null ? before : { ...before, enrolment: withPost(before.enrolment, seat.post) };
  const changed = creditedAnew(facts, seated, visit);
  const state = changed.moves[changed.moves.length - 1]?.state ?? before.state;
  return { kind: 'changed', ...changed, shift: seatsAfter(shift, seat !== null, { ...seated, state }) };
}

export interface CreditedAnew {
  readonly moves: readonly Attendance[];
  /** those that changed, to be stored with the moves */
  readonly days: readonly ServiceDay[];
  /** what other visits of the person count now */
  readonly recredited: readonly Recredit[];
}

/** The moves to a visit with these presences, credited anew; `days`: the stored ones it touches. */
export function creditedAnew(
  facts: Pick<ProvedFacts, 'shift' | 'days' | 'now'>,
  before: Attendance,
  visit: ProvedVisit,
): CreditedAnew {
  const outcome = outcomeOf(facts, before, visit);
  return {
    moves: movesTo(before, visit, outcome, facts.now),
    days: outcome.days,
    recredited: recreditsOf(facts.days, outcome.days, before.attendanceId),
  };
}

/** The local days on which the visit is credited, or was until now. */
export function daysTouched({
  shift,
  attendance,
  volunteerId,
  proofs,
}: Pick<ProvedFacts, 'shift' | 'attendance' | 'volunteerId' | 'proofs'>): CivilDay[] {
  const visits = [...(attendance === null ? [] : [attendance]), visitOf(proofs)];
  const days = visits.flatMap(({ checkIn, checkOut }) =>
    checkIn === null || checkOut === null
      ? []
      : daysOfVisit({ volunteerId, shift, checkInAt: checkIn.at, checkOutAt: checkOut.at }),
  );
  return [...new Set(days)];
}

function seatsAfter(shift: Shift, takesSeat: boolean, { state, enrolment }: Attendance): Shift {
  if (state === 'voided') return releaseSeat(shift, enrolment.post);
  return takesSeat ? takeSeat(shift, enrolment.post) : shift;
}

function isEqual(a: Presence | null, b: Presence | null): boolean {
  return a?.requestId === b?.requestId && a?.at === b?.at && a?.late === b?.late;
}

interface Outcome {
  readonly state: AttendanceState;
  /** confirmed, but for a review of its shift (AT6.4) */
  readonly isHeld: boolean;
  readonly fields: CreditFields;
  readonly days: readonly ServiceDay[];
}
const NOTHING: CreditFields = { creditedMinutes: 0 };

function outcomeOf(
  { shift, days, now }: Pick<ProvedFacts, 'shift' | 'days' | 'now'>,
  before: Attendance,
  visit: ProvedVisit,
): Outcome {
  const { checkIn, checkOut } = visit;
  const { attendanceId, volunteerId, state } = before;
  if (before.checkOut !== null && isAt(before.checkIn, checkIn) && isAt(before.checkOut, checkOut)) {
    return { state, isHeld: before.isHeld === true, fields: before, days: [] };
  }
  const others = days.map((day) => withoutVisit(day, attendanceId));
  const freed = others.filter((day, index) => day.visits.length !== days[index]?.visits.length);
  const nothing = { isHeld: false, fields: NOTHING, days: freed };
  if (checkIn === null) return { state: 'voided', ...nothing };
  if (checkOut === null) {
    // A late check-in alone is open until the sweep looks at it, like any other.
    const isOver = before.checkOut !== null && now >= checkOutClosesAt(shift);
    const isExpired = state === 'expired' || isOver;
    // Nothing has answered the volunteer yet (AT7.2).
    if (state === 'disputed' && !isOver) return { state, ...nothing };
    return { state: isExpired ? 'expired' : 'checkedIn', ...nothing };
  }
  const ceilings = ceilingsOf(before, days);
  const finished = { attendanceId, volunteerId, shift, checkInAt: checkIn.at, checkOutAt: checkOut.at };
  const credit = creditVisit(finished, others, ceilings);
  const waitsFor = ceilings === null ? credit.waitsFor : (before.credit?.waitsFor ?? null);
  const isWaiting = ceilings === null && waitsFor !== null;
  const isHeld = !isWaiting && isUnderReview(shift);
  return {
    state: isWaiting || isHeld ? 'checkedOut' : 'confirmed',
    isHeld,
    fields: keptCredit({ ...credit, waitsFor }),
    days: [...credit.days, ...freed.filter(({ day }) => !credit.days.some((one) => one.day === day))],
  };
}

const isAt = (a: Presence | null, b: Presence | null): boolean => a?.at === b?.at;

/** AT9: once somebody has approved or reduced the record, late proofs may make it less, never more. */
function ceilingsOf(before: Attendance, days: readonly ServiceDay[]): Ceilings {
  const { attendanceId, credit } = before;
  if (!wasConfirmed(before) || (credit?.waitsFor ?? null) === null) return null;
  return new Map(
    days.flatMap(({ day, visits }) =>
      visits
        .filter((visit) => visit.attendanceId === attendanceId)
        .map(({ minutes, mostMinutes }) => [day, mostMinutes ?? minutes] as const),
    ),
  );
}

function movesTo(
  before: Attendance,
  visit: ProvedVisit,
  { state: target, isHeld, fields }: Outcome,
  now: number,
): Attendance[] {
  const { servedDays: _servedDays, credit: _credit, isHeld: _isHeld, ...rest } = before;
  const { creditedMinutes, servedDays, credit } = fields;
  const credited = {
    creditedMinutes,
    ...(servedDays === undefined ? {} : { servedDays }),
    ...(credit === undefined ? {} : { credit }),
  };
  return statesOnTheWay(before.state, target).map((state, index): Attendance => {
    const isOut = state !== 'checkedIn';
    return {
      ...rest,
      ...(isHeld && state === target ? { isHeld } : {}),
      ...(isOut ? credited : NOTHING),
      state,
      checkIn: visit.checkIn ?? before.checkIn,
      checkOut: isOut ? visit.checkOut : null,
      confirmedAt: state === 'confirmed' ? (before.confirmedAt ?? now) : null,
      seq: before.seq + 1 + index,
    };
  });
}

const BEGINNINGS: readonly AttendanceState[] = ['enrolled', 'waiting', 'enrolmentCancelled'];

function statesOnTheWay(from: AttendanceState, to: AttendanceState): AttendanceState[] {
  const isBeginning = BEGINNINGS.includes(from);
  const isOut = from === 'checkedOut' || from === 'confirmed';
  return [
    ...(isBeginning && to !== 'checkedIn' ? ['checkedIn' as const] : []),
    ...(to === 'confirmed' && !isOut ? ['checkedOut' as const] : []),
    to,
  ];
}
