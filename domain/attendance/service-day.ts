/**
 * 服务日 (AT8, AT9): everything one person served on one local day. One person is in one place: who was credited
 * first keeps the time, a visit that ends later loses what overlaps. In this order nothing that was credited
 * is ever taken back by a later check-out.
 */
import type { AttendanceId, VolunteerId } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';
import { without, type Interval } from '../time/interval';
import type { ApprovalLevel, DayMinutes } from './attendance';
import { wholeMinutes } from './credited-minutes';

export interface DayVisit {
  readonly attendanceId: AttendanceId;
  /** served on that day, before others take their overlap */
  readonly intervals: readonly Interval[];
  readonly minutes: number;
  /** after a reduction: no more than this, whatever becomes free; null: no limit */
  readonly mostMinutes: number | null;
  /** hours that a list of elsewhere states without times (IM12): they take none, and fill the day */
  readonly looseMinutes?: number | undefined;
}

export interface ServiceDay {
  readonly volunteerId: VolunteerId;
  readonly day: CivilDay;
  /** in the order in which they were credited */
  readonly visits: readonly DayVisit[];
}

/** AT9: up to this nobody needs to approve. */
export const AUTOMATIC_DAY_MINUTES = 480;
/** AT9: up to this the organisation approves, above it the county. */
export const ORGANISATION_DAY_MINUTES = 720;
/** Half an hour each, around the clock: more visits than one day holds, and a bound of every crediting. */
export const MAXIMUM_DAY_VISITS = 24;
/** No day holds more, whatever lists of elsewhere state (IM12). */
const WHOLE_DAY_MINUTES = 1_440;

export function approvalLevelOf(dayMinutes: number): ApprovalLevel | null {
  if (dayMinutes <= AUTOMATIC_DAY_MINUTES) return null;
  return dayMinutes <= ORGANISATION_DAY_MINUTES ? 'organisation' : 'county';
}

export function totalOf({ visits }: Pick<ServiceDay, 'visits'>): number {
  return visits.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The union of all intervals, each given to the first who has it (AT8); all together 24 hours (IM12). */
function credited(day: ServiceDay): ServiceDay {
  const taken: Interval[] = [];
  let room = WHOLE_DAY_MINUTES;
  const visits = day.visits.map((visit) => {
    const served = visit.looseMinutes ?? wholeMinutes(without(visit.intervals, taken));
    taken.push(...visit.intervals);
    const minutes = Math.min(served, visit.mostMinutes ?? served, room);
    room -= minutes;
    return { ...visit, minutes };
  });
  return { ...day, visits };
}

export function withVisit(
  day: ServiceDay,
  attendanceId: AttendanceId,
  intervals: readonly Interval[],
  mostMinutes: number | null = null,
): ServiceDay {
  return credited({
    ...day,
    visits: [...day.visits, { attendanceId, intervals, minutes: 0, mostMinutes }],
  });
}

/** Hours without times (IM12). */
export function withLooseMinutes(
  day: ServiceDay,
  attendanceId: AttendanceId,
  looseMinutes: number,
): ServiceDay {
  const visit = { attendanceId, intervals: [], minutes: 0, mostMinutes: null, looseMinutes };
  return credited({ ...day, visits: [...day.visits, visit] });
}

/** Frees the time of a visit: others may count more afterwards, never less. */
export function withoutVisit(day: ServiceDay, attendanceId: AttendanceId): ServiceDay {
  return credited({ ...day, visits: day.visits.filter((visit) => visit.attendanceId !== attendanceId) });
}

/** A reduction to `minutes` of one visit; its time stays taken: the person was there. */
export function withReduction(day: ServiceDay, attendanceId: AttendanceId, minutes: number): ServiceDay {
  const visits = day.visits.map((visit) =>
    visit.attendanceId === attendanceId ? { ...visit, minutes, mostMinutes: minutes } : visit,
  );
  return { ...day, visits };
}

export interface Recredit {
  readonly attendanceId: AttendanceId;
  readonly parts: readonly DayMinutes[];
  /** the fullest of these days, without the visit that set its time free */
  readonly dayMinutes: number;
}

/** What the other visits of these days count now and did not before: one of them set its time free (AT8). */
export function recreditsOf(
  before: readonly ServiceDay[],
  after: readonly ServiceDay[],
  own: AttendanceId,
): Recredit[] {
  const changed = new Map<AttendanceId, Recredit>();
  for (const day of after) {
    const known = before.find((one) => one.day === day.day);
    for (const { attendanceId, minutes } of day.visits) {
      if (known === undefined || attendanceId === own || minutesOn(known, attendanceId) === minutes) continue;
      const { parts, dayMinutes } = changed.get(attendanceId) ?? { parts: [], dayMinutes: 0 };
      changed.set(attendanceId, {
        attendanceId,
        parts: [...parts, { day: day.day, minutes }],
        dayMinutes: Math.max(dayMinutes, totalOf(day) - minutesOn(day, own)),
      });
    }
  }
  return [...changed.values()];
}

export function minutesOn(day: ServiceDay, attendanceId: AttendanceId): number {
  return day.visits.find((visit) => visit.attendanceId === attendanceId)?.minutes ?? 0;
}
