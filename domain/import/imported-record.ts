/**
 * 导入的记录 (IM11, IM12): what it takes of its day of service. With times it is in the union of the day like any
 * visit (AT8); hours without times take none, and are bounded by what is left of 24 hours.
 */
import type { Attendance } from '../attendance/attendance';
import { withDayMinutes } from '../attendance/credit-visit';
import {
  MAXIMUM_DAY_VISITS,
  minutesOn,
  withReduction,
  withLooseMinutes,
  withVisit,
  type DayVisit,
  type ServiceDay,
} from '../attendance/service-day';
import {
  parseActivityId,
  parseProjectId,
  type ActivityId,
  type AttendanceId,
  type ProjectId,
  type VolunteerId,
} from '../kernel/identifiers';
import { MINUTE_MS, startOfDay } from '../time/civil-day';
import type { AnyFault, ServiceRow } from './record-row';

/** In place of those that an imported record does not have: of nothing that is stored. */
export const NO_PROJECT: ProjectId = parseProjectId('0000000000');
export const NO_ACTIVITY: ActivityId = parseActivityId('0000000000');

/** What makes two rows of one person the same record: the length may have been corrected. */
export function recordKeyOf({ day, times, title, organisation }: ServiceRow): string {
  return JSON.stringify([day, times === null ? null : [times.from, times.to], title, organisation]);
}

/** The stored record that a row is. */
export interface KnownRecord {
  readonly isVoided: boolean;
  readonly statedMinutes: number;
}

/** Null: it is not there yet. */
export function judgeKnown(
  { minutes }: Pick<ServiceRow, 'minutes'>,
  known: KnownRecord,
): 'known' | { readonly fault: AnyFault } {
  if (known.isVoided) return { fault: 'recordVoided' };
  return known.statedMinutes === minutes ? 'known' : { fault: 'recordDiffers' };
}

/** The day with the record, and what it counts; 0: nothing of it is left, and nothing is stored. */
export function creditRecord(
  before: ServiceDay,
  attendanceId: AttendanceId,
  { day, times, minutes }: Pick<ServiceRow, 'day' | 'times' | 'minutes'>,
): { readonly day: ServiceDay; readonly minutes: number } {
  const start = startOfDay(day);
  const after =
    times === null
      ? withLooseMinutes(before, attendanceId, minutes)
      : withVisit(
          before,
          attendanceId,
          [{ from: start + times.from * MINUTE_MS, to: start + times.to * MINUTE_MS }],
          minutes,
        );
  const isRoom = after.visits.length <= MAXIMUM_DAY_VISITS;
  return { day: after, minutes: isRoom ? minutesOn(after, attendanceId) : 0 };
}

export interface RecordTakeOver {
  /** of the survivor; null: its own record of the same content stays */
  readonly move: Attendance | null;
  readonly ended: Attendance;
  readonly day: ServiceDay | null;
  readonly fromDay: ServiceDay;
}

/** RM3, RM4 for a record that has no shift: its time goes over to the survivor's day. */
export function takeOverRecord(facts: {
  readonly from: Attendance;
  readonly isKnown: boolean;
  readonly attendanceId: AttendanceId;
  readonly volunteerId: VolunteerId;
  readonly visit: DayVisit;
  readonly fromDay: ServiceDay;
  readonly ownDay: ServiceDay;
}): RecordTakeOver {
  const { from, attendanceId, visit, ownDay } = facts;
  const fromDay = withReduction(facts.fromDay, from.attendanceId, 0);
  const ended = { ...from, state: 'voided', seq: from.seq + 1 } as const;
  if (facts.isKnown) return { move: null, ended, day: null, fromDay };
  const after =
    visit.looseMinutes === undefined
      ? withVisit(ownDay, attendanceId, visit.intervals, visit.mostMinutes)
      : withLooseMinutes(ownDay, attendanceId, visit.looseMinutes);
  const isRoom = after.visits.length <= MAXIMUM_DAY_VISITS;
  const minutes = isRoom ? minutesOn(after, attendanceId) : 0;
  const lost = from.creditedMinutes - minutes;
  const reason = isRoom ? ('overlap' as const) : ('tooManyVisits' as const);
  const base = { ...from, attendanceId, volunteerId: facts.volunteerId, seq: 0 };
  const moved = withDayMinutes(
    base,
    [{ day: ownDay.day, minutes }],
    lost > 0 ? { reason, minutes: lost } : null,
  );
  return { move: { ...moved, seq: 1 }, ended, day: isRoom ? after : null, fromDay };
}
