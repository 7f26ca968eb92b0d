/** 计时 (AT7–AT9, AT11): from a finished visit and the days it touches to minutes, with the reasons. */
import type { Shift } from '../activity/shift';
import { rulesOf } from '../activity/shift';
import type { AttendanceId, VolunteerId } from '../kernel/identifiers';
import { civilDayOf, type CivilDay } from '../time/civil-day';
import { byDay, type Interval } from '../time/interval';
import {
  wasConfirmed,
  type Attendance,
  type CreditNotes,
  type DayMinutes,
  type Deduction,
} from './attendance';
import { minutesOf, requiredMinutes, serviceOf, type Visit } from './credited-minutes';
import {
  approvalLevelOf,
  MAXIMUM_DAY_VISITS,
  minutesOn,
  totalOf,
  withVisit,
  type Recredit,
  type ServiceDay,
} from './service-day';

export interface FinishedVisit {
  readonly attendanceId: AttendanceId;
  readonly volunteerId: VolunteerId;
  readonly shift: Pick<Shift, 'startsAt' | 'endsAt' | 'rules'>;
  readonly checkInAt: number;
  readonly checkOutAt: number;
}

export interface Credit extends CreditNotes {
  readonly creditedMinutes: number;
  readonly servedDays: readonly DayMinutes[] | undefined;
  /** those that changed, to be stored with the visit */
  readonly days: readonly ServiceDay[];
}

function toVisit({ shift, checkInAt, checkOutAt }: Omit<FinishedVisit, 'attendanceId'>): Visit {
  return { startsAt: shift.startsAt, endsAt: shift.endsAt, checkInAt, checkOutAt, rules: rulesOf(shift) };
}

/** The local days a visit can be credited on: one, or two around a midnight. */
export function daysOfVisit(visit: Omit<FinishedVisit, 'attendanceId'>): CivilDay[] {
  return [...byDay(serviceOf(toVisit(visit)).admitted).keys()];
}

/** AT9: the most a visit may count on each day, once somebody has decided; null: nobody has. */
export type Ceilings = ReadonlyMap<CivilDay, number> | null;

/** `known`: the stored days among `daysOfVisit`, without this visit. */
export function creditVisit(
  finished: FinishedVisit,
  known: readonly ServiceDay[],
  ceilings: Ceilings = null,
): Credit {
  const visit = toVisit(finished);
  const { present, admitted, served } = serviceOf(visit);
  const required = requiredMinutes(visit);
  const isEnough = required === null || minutesOf(served) >= required;
  const daysUnder = (limits: Ceilings) =>
    [...byDay(isEnough ? served : [])].map(([day, parts]) => dayWith(finished, known, day, parts, limits));
  const days = daysUnder(ceilings);
  const isRoom = days.every(({ visits }) => visits.length <= MAXIMUM_DAY_VISITS);
  const partsOf = (all: readonly ServiceDay[]) =>
    all.map((day) => ({ day: day.day, minutes: minutesOn(day, finished.attendanceId) }));
  const parts = partsOf(days);
  const creditedMinutes = isRoom ? sumOf(parts) : 0;
  const undecided = ceilings === null ? days : daysUnder(null);
  const steps = [
    minutesOf(present),
    minutesOf(admitted),
    minutesOf(served),
    isEnough ? minutesOf(served) : 0,
    isRoom ? sumOf(partsOf(undecided)) : 0,
    creditedMinutes,
  ];
  const fourth = isRoom ? 'overlap' : 'tooManyVisits';
  const reasons = ['window', 'break', 'minimumPresence', fourth, 'reduction'] as const;
  const dayMinutes = Math.max(
    0,
    ...days.filter((day) => minutesOn(day, finished.attendanceId) > 0).map(totalOf),
  );
  return {
    creditedMinutes,
    servedDays: servedDaysOf(isRoom ? parts : [], finished.checkOutAt),
    days: isRoom ? days : [],
    deductions: reasons
      .map((reason, index): Deduction => ({ reason, minutes: (steps[index] ?? 0) - (steps[index + 1] ?? 0) }))
      .filter(({ minutes }) => minutes > 0),
    waitsFor: isRoom ? approvalLevelOf(dayMinutes) : null,
    dayMinutes: isRoom ? dayMinutes : 0,
  };
}

function dayWith(
  { attendanceId, volunteerId }: FinishedVisit,
  known: readonly ServiceDay[],
  day: CivilDay,
  parts: readonly Interval[],
  ceilings: Ceilings,
): ServiceDay {
  const before = known.find((one) => one.day === day) ?? { volunteerId, day, visits: [] };
  return withVisit(before, attendanceId, parts, ceilings === null ? null : (ceilings.get(day) ?? 0));
}

/** What an attendance keeps of it. */
export type CreditFields = Pick<Attendance, 'creditedMinutes' | 'servedDays' | 'credit'>;

/** That somebody stayed longer than the shift is seen from the instants; most visits have no more to say. */
export function keptCredit({ days: _days, creditedMinutes, servedDays, ...notes }: Credit): CreditFields {
  const hasNotes = notes.deductions.some(({ reason }) => reason !== 'window') || notes.waitsFor !== null;
  return {
    creditedMinutes,
    ...(servedDays === undefined ? {} : { servedDays }),
    ...(hasNotes ? { credit: notes } : {}),
  };
}

function sumOf(parts: readonly DayMinutes[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Nothing where all minutes lie on the day of the check-out, as they mostly do. */
function servedDaysOf(parts: readonly DayMinutes[], checkOutAt: number): readonly DayMinutes[] | undefined {
  const served = parts.filter(({ minutes }) => minutes > 0);
  return served.every(({ day }) => day === civilDayOf(checkOutAt)) ? undefined : served;
}

/** The minutes of an attendance by day (AT8), days in order. */
export function minutesByDay(
  { creditedMinutes, servedDays }: Pick<Attendance, 'creditedMinutes' | 'servedDays'>,
  day: CivilDay,
): readonly DayMinutes[] {
  return servedDays ?? (creditedMinutes > 0 ? [{ day, minutes: creditedMinutes }] : []);
}

/** The attendance with other minutes on some days, and one more number; `added` says why they are less. */
export function withDayMinutes(
  attendance: Attendance,
  changed: readonly DayMinutes[],
  added: Deduction | null = null,
): Attendance {
  const checkOutAt = attendance.checkOut?.at ?? 0;
  const byDayBefore = new Map(
    minutesByDay(attendance, civilDayOf(checkOutAt)).map(({ day, minutes }) => [day, minutes]),
  );
  for (const { day, minutes } of changed) byDayBefore.set(day, minutes);
  const parts = [...byDayBefore]
    .map(([day, minutes]) => ({ day, minutes }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const creditedMinutes = sumOf(parts);
  const { credit } = attendance;
  const regained = Math.max(0, creditedMinutes - attendance.creditedMinutes);
  const deductions = (credit?.deductions ?? [])
    .map((one) => (one.reason === 'overlap' ? { ...one, minutes: one.minutes - regained } : one))
    .filter(({ minutes }) => minutes > 0);
  const { servedDays: _before, ...rest } = attendance;
  const servedDays = servedDaysOf(parts, checkOutAt);
  return {
    ...rest,
    creditedMinutes,
    ...(servedDays === undefined ? {} : { servedDays }),
    credit: {
      waitsFor: credit?.waitsFor ?? null,
      dayMinutes: credit?.dayMinutes ?? creditedMinutes,
      deductions: added === null ? deductions : [...deductions, added],
    },
    seq: attendance.seq + 1,
  };
}

/**
 * Another visit set time free, and this one counts it (AT8). What nobody has decided on and goes beyond the
 * day's tier by it waits from now on, or for a higher office (AT9).
 */
export function withRegained(attendance: Attendance, { parts, dayMinutes }: Recredit): Attendance {
  const regained = withDayMinutes(attendance, parts);
  // What is disputed stays so until it is answered (AT7.2).
  if (regained.state === 'disputed') return regained;
  const { isHeld: _isHeld, credit, ...rest } = regained;
  const asked = attendance.credit?.waitsFor ?? null;
  const isDecided = wasConfirmed(attendance) && asked !== null;
  const level = approvalLevelOf(dayMinutes);
  if (credit === undefined || level === null || isDecided || asked === 'county') return regained;
  return {
    ...rest,
    state: 'checkedOut',
    confirmedAt: null,
    credit: { ...credit, waitsFor: level, dayMinutes },
  };
}
