/**
 * 审批与作废 (AT9): what is over the day's automatic tier waits for somebody else. Nobody decides on an own
 * record.
 */
import { rejected, type Rejection } from '../kernel/result';
import { civilDayOf } from '../time/civil-day';
import type { Attendance, DayMinutes } from './attendance';
import { minutesByDay, withDayMinutes } from './credit-visit';
import { recreditsOf, withoutVisit, withReduction, type Recredit, type ServiceDay } from './service-day';

/** Shorter is no reason. */
export const SHORTEST_REASON = 2;

export interface ApprovalFacts {
  readonly attendance: Attendance;
  /** the stored days of the visit */
  readonly days: readonly ServiceDay[];
  /** null: as they were served; otherwise reduced to so many */
  readonly minutes: number | null;
  readonly reason: string;
  readonly isOwn: boolean;
  /** its shift is under review (AT6.4): who was there is settled first */
  readonly isUnderReview: boolean;
  readonly now: number;
}

export type ApprovalDecision =
  | {
      readonly kind: 'accepted';
      readonly attendance: Attendance;
      /** those that changed */
      readonly days: readonly ServiceDay[];
    }
  | Rejection<
      | 'record.own'
      | 'record.decided'
      | 'record.underReview'
      | 'record.minutesInvalid'
      | 'record.reasonMissing'
    >;

export function decideApproval(facts: ApprovalFacts): ApprovalDecision {
  const { attendance, minutes, reason, now } = facts;
  if (facts.isOwn) return rejected('record.own');
  const isWaiting = attendance.state === 'checkedOut' && (attendance.credit?.waitsFor ?? null) !== null;
  if (!isWaiting || attendance.isHeld === true) return rejected('record.decided');
  if (facts.isUnderReview) return rejected('record.underReview');
  const confirmed = { state: 'confirmed', confirmedAt: now } as const;
  if (minutes === null || minutes === attendance.creditedMinutes) {
    return {
      kind: 'accepted',
      attendance: { ...attendance, ...confirmed, seq: attendance.seq + 1 },
      days: [],
    };
  }
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > attendance.creditedMinutes) {
    return rejected('record.minutesInvalid', { maximum: attendance.creditedMinutes });
  }
  if (reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  const parts = reducedTo(minutesByDay(attendance, endDayOf(attendance)), minutes);
  const taken = { reason: 'reduction' as const, minutes: attendance.creditedMinutes - minutes };
  return {
    kind: 'accepted',
    attendance: { ...withDayMinutes(attendance, parts, taken), ...confirmed },
    days: facts.days.map((day) =>
      withReduction(day, attendance.attendanceId, parts.find((one) => one.day === day.day)?.minutes ?? 0),
    ),
  };
}

function endDayOf(attendance: Attendance) {
  return civilDayOf(attendance.checkOut?.at ?? 0);
}

/** The first minutes are kept, the last are taken off. */
function reducedTo(parts: readonly DayMinutes[], total: number): DayMinutes[] {
  let left = total;
  return parts.map(({ day, minutes }) => {
    const kept = Math.min(minutes, left);
    left -= kept;
    return { day, minutes: kept };
  });
}

export type VoidDecision =
  | {
      readonly kind: 'accepted';
      readonly attendance: Attendance;
      readonly days: readonly ServiceDay[];
      /** what others of the same person now count on those days (AT8) */
      readonly recredited: readonly Recredit[];
    }
  | Rejection<'record.notFound' | 'attendance.voided'>;

/** Who may, and that it is not one's own, is known before. */
export function decideVoid(attendance: Attendance, days: readonly ServiceDay[]): VoidDecision {
  if (attendance.state === 'voided') return rejected('attendance.voided');
  if (attendance.checkIn === null && attendance.state !== 'confirmed') {
    return rejected('record.notFound');
  }
  const { isHeld: _isHeld, ...record } = attendance;
  const { attendanceId } = record;
  const touched = days.filter(({ visits }) => visits.some((visit) => visit.attendanceId === attendanceId));
  const freed = touched.map((day) => withoutVisit(day, attendanceId));
  return {
    kind: 'accepted',
    attendance: { ...record, state: 'voided', seq: record.seq + 1 },
    days: freed,
    recredited: recreditsOf(touched, freed, attendanceId),
  };
}
