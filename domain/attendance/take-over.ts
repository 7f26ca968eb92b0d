/**
 * 转入 (RM3, RM4): a visit of the registration that ends becomes one of the registration that stays. What it
 * took of a day it takes of the survivor's day, so no minute is counted twice; and none is set free where it
 * was, since what else was served that day still comes after it.
 */
import type { AttendanceId, VolunteerId } from '../kernel/identifiers';
import { civilDayOf } from '../time/civil-day';
import { withoutPost, type Attendance, type AttendanceState, type DayMinutes } from './attendance';
import { minutesByDay, underTier, withDayMinutes } from './credit-visit';
import {
  MAXIMUM_DAY_VISITS,
  minutesOn,
  totalOf,
  withReduction,
  withVisit,
  type DayVisit,
  type ServiceDay,
} from './service-day';

/** Of these something goes over; the others are history and stay where they are. */
export const LIVE_STATES = [
  'enrolled',
  'waiting',
  'checkedIn',
  'checkedOut',
  'confirmed',
  'expired',
  'disputed',
] as const satisfies readonly AttendanceState[];

export interface TakeOverFacts {
  /** of the registration that ends */
  readonly from: Attendance;
  /** of the survivor at the same shift */
  readonly known: Attendance | null;
  readonly attendanceId: AttendanceId;
  readonly volunteerId: VolunteerId;
  /** the stored days that hold the visit, of the registration that ends */
  readonly fromDays: readonly ServiceDay[];
  /** the same days of the survivor */
  readonly days: readonly ServiceDay[];
  /** what the visit takes of each day, where no stored day says so */
  readonly served: readonly ServiceDay[];
}

export interface TakeOver {
  /** successive states of the survivor's attendance; none: its own stays as it is */
  readonly moves: readonly Attendance[];
  /** how the other one ends */
  readonly ended: Attendance;
  readonly days: readonly ServiceDay[];
  readonly fromDays: readonly ServiceDay[];
}

/** Where both were at one shift, the survivor's visit counts; one that expired gives way (RM4). */
export function decideTakeOver(facts: TakeOverFacts): TakeOver {
  const { from, known } = facts;
  const isBegun = from.checkIn !== null;
  const ended = endedOf(from);
  const fromDays = facts.fromDays.map((day) => withReduction(day, from.attendanceId, 0));
  const steps = stepsOf(from, known);
  if (steps === null) return { moves: [], ended, days: [], fromDays };
  const seq = known?.seq ?? 0;
  const base = { ...from, attendanceId: facts.attendanceId, volunteerId: facts.volunteerId, seq };
  if (!isBegun || from.checkOut === null || facts.served.length === 0) {
    return { moves: numbered(base, steps(from.state)), ended, days: [], fromDays };
  }
  const { credited, days } = credit(facts, base);
  return { moves: numbered({ ...credited, seq }, steps(credited.state)), ended, days, fromDays };
}

function endedOf({ isHeld: _isHeld, ...from }: Attendance): Attendance {
  if (from.checkIn !== null) return { ...from, state: 'voided', seq: from.seq + 1 };
  const enrolment = withoutPost(from.enrolment);
  return { ...from, enrolment, state: 'enrolmentCancelled', seq: from.seq + 1 };
}

const VISITED: readonly AttendanceState[] = ['checkedIn', 'checkedOut', 'confirmed', 'disputed', 'voided'];

/** The way along the diagram to the state that is stored; null: the survivor's own stays. */
function stepsOf(from: Attendance, known: Attendance | null) {
  const at = known?.state ?? null;
  if (at !== null && VISITED.includes(at)) return null;
  const hasOut = from.checkOut !== null;
  if (at === 'expired') return hasOut ? (to: AttendanceState) => finishedSteps(to, []) : null;
  if (at === 'enrolled' && from.checkIn === null) return null;
  if (at === 'waiting' && from.state === 'waiting') return null;
  return (to: AttendanceState): AttendanceState[] => {
    if (from.checkIn === null || to === 'checkedIn') return [to];
    if (hasOut) return finishedSteps(to, ['checkedIn']);
    return to === 'disputed' ? ['checkedIn', 'expired', 'disputed'] : ['checkedIn', 'expired'];
  };
}

function finishedSteps(to: AttendanceState, before: readonly AttendanceState[]): AttendanceState[] {
  const all: AttendanceState[] = ['checkedOut', 'confirmed', 'disputed'];
  if (to === 'expired') return [...before, 'checkedOut', 'expired'];
  return [...before, ...all.slice(0, all.indexOf(to) + 1)];
}

function numbered(attendance: Attendance, states: readonly AttendanceState[]): Attendance[] {
  return states.map((state, place) => ({ ...attendance, state, seq: attendance.seq + place + 1 }));
}

/** The visit in the survivor's days: who is there already keeps the time (AT8), the tier is of both (AT9). */
function credit(
  { from, attendanceId, volunteerId, fromDays, days, served }: TakeOverFacts,
  base: Attendance,
) {
  const before = minutesByDay(from, civilDayOf(from.checkOut?.at ?? 0));
  const after = served.map(({ day, visits }): ServiceDay => {
    const stored = visitIn(
      fromDays.find((one) => one.day === day),
      from.attendanceId,
    );
    const { intervals = [] } = stored ?? visits[0] ?? {};
    const ceiling = stored === undefined ? minutesOfDay(before, day) : stored.mostMinutes;
    const known = days.find((one) => one.day === day) ?? { volunteerId, day, visits: [] };
    return withVisit(known, attendanceId, intervals, ceiling);
  });
  const isRoom = after.every(({ visits }) => visits.length <= MAXIMUM_DAY_VISITS);
  const parts = after.map((day) => ({
    day: day.day,
    minutes: isRoom ? minutesOn(day, attendanceId) : 0,
  }));
  const changed = parts.filter(({ day, minutes }) => minutes !== minutesOfDay(before, day));
  const lost = before.reduce((sum, { minutes }) => sum + minutes, 0) - sumOf(parts);
  const reason = isRoom ? ('overlap' as const) : ('tooManyVisits' as const);
  const recounted =
    changed.length === 0 ? base : withDayMinutes(base, parts, lost > 0 ? { reason, minutes: lost } : null);
  const dayMinutes = Math.max(0, ...after.filter((day) => minutesOn(day, attendanceId) > 0).map(totalOf));
  const credited =
    isRoom && recounted.state !== 'expired' ? underTier(from, recounted, dayMinutes) : recounted;
  return { credited, days: isRoom ? after : [] };
}

function visitIn(day: ServiceDay | undefined, attendanceId: AttendanceId): DayVisit | undefined {
  return day?.visits.find((visit) => visit.attendanceId === attendanceId);
}

function minutesOfDay(parts: readonly DayMinutes[], day: string): number {
  return parts.find((part) => part.day === day)?.minutes ?? 0;
}

function sumOf(parts: readonly DayMinutes[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Those credited before it on these days: they go over first, so that the order of the days stays. */
export function creditedBefore(days: readonly ServiceDay[], attendanceId: AttendanceId): AttendanceId[] {
  return days.flatMap(({ visits }) => {
    const place = visits.findIndex((visit) => visit.attendanceId === attendanceId);
    return visits.slice(0, Math.max(0, place)).map((visit) => visit.attendanceId);
  });
}
