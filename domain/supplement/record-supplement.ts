/** From a confirmed 补录 to a record, by the rules of all others (AT7–AT9); it is never STRICT (ST14). */
import { takeSeat, type Shift } from '../activity/shift';
import {
  hasCheckedIn,
  holdsSeat,
  type Attendance,
  type AttendanceState,
  type Presence,
} from '../attendance/attendance';
import { movesOfEnd } from '../attendance/closing';
import { creditVisit, keptCredit } from '../attendance/credit-visit';
import { blankAttendance } from '../attendance/decide-check-in';
import type { ServiceDay } from '../attendance/service-day';
import type { VolunteerId } from '../kernel/identifiers';

/** Who has been recorded already; a visit nobody checked out of has not. */
const RECORDED: readonly AttendanceState[] = ['checkedOut', 'confirmed', 'disputed', 'voided'];

export function isRecorded(attendance: Attendance | null): boolean {
  return attendance !== null && RECORDED.includes(attendance.state);
}

export interface RecordFacts {
  readonly shift: Shift;
  readonly volunteerId: VolunteerId;
  readonly attendance: Attendance | null;
  readonly checkInAt: number;
  readonly checkOutAt: number;
  /** the stored ones among the days of the visit */
  readonly days: readonly ServiceDay[];
  readonly requestId: string;
  readonly now: number;
}

export interface RecordedSupplement {
  readonly moves: readonly Attendance[];
  readonly days: readonly ServiceDay[];
  readonly shift: Shift;
}

/** Beyond the day's tier it waits for an approval (AT9); of a shift under review it is held (AT6.4). */
export function recordSupplement(facts: RecordFacts): RecordedSupplement {
  const { shift, checkOutAt, now } = facts;
  const arrived = arrivalOf(facts);
  const credit = creditVisit(
    { ...arrived, shift, checkInAt: arrived.checkIn?.at ?? facts.checkInAt, checkOutAt },
    facts.days,
  );
  const checkedOut: Attendance = {
    ...arrived,
    state: 'checkedOut',
    checkOut: presenceAt(checkOutAt, facts.requestId),
    ...keptCredit(credit),
    seq: arrived.seq + 1,
  };
  return {
    moves: [...(hasCheckedIn(facts.attendance) ? [] : [arrived]), ...movesOfEnd(shift, checkedOut, now)],
    days: credit.days,
    shift: holdsSeat(facts.attendance) ? shift : takeSeat(shift),
  };
}

/** A check-in that was made stands; without one it is entered with the rest. */
export function arrivalOf({
  shift,
  volunteerId,
  attendance,
  checkInAt,
  requestId,
}: Omit<RecordFacts, 'days'>): Attendance {
  if (hasCheckedIn(attendance)) return attendance;
  return {
    ...blankAttendance(shift, volunteerId),
    ...attendance,
    state: 'checkedIn',
    checkIn: presenceAt(checkInAt, requestId),
    seq: (attendance?.seq ?? 0) + 1,
  };
}

function presenceAt(at: number, requestId: string): Presence {
  return {
    at,
    method: 'supplement',
    distanceMeters: null,
    accuracyMeters: null,
    timeStep: null,
    requestId,
  };
}
