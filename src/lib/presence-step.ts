/**
 * What a volunteer can do now about one shift: the same windows as the server's decision (AT2), so the screen
 * offers only what will be accepted. The server still decides.
 */
import type { AttendanceSummary } from '@contract/attendance-view';
import { isWithin } from '@domain/activity/shift';

export interface ShiftTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly checkInOpensAt: number;
  readonly checkOutClosesAt: number;
}
/** What there is to say of a finished visit. */
export type Credited = Pick<AttendanceSummary, 'state' | 'creditedMinutes' | 'credit'> &
  Partial<Pick<AttendanceSummary, 'isHeld'>>;
type Mine = Credited & Pick<AttendanceSummary, 'checkedInAt' | 'checkedOutAt'>;

export type PresenceStep =
  | { readonly kind: 'tooEarly'; readonly opensAt: number }
  | { readonly kind: 'checkIn' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'checkOut'; readonly checkedInAt: number; readonly closesAt: number }
  | { readonly kind: 'checkOutMissed' }
  | { readonly kind: 'done'; readonly mine: Credited }
  | { readonly kind: 'voided' };

/** `now`: epoch ms by the server's clock. */
export function presenceStepOf(shift: ShiftTimes, mine: Mine | null, now: number): PresenceStep {
  if (mine?.state === 'voided') return { kind: 'voided' };
  if (mine?.state === 'expired') return { kind: 'checkOutMissed' };
  if (mine?.state === 'checkedOut' || mine?.state === 'confirmed' || mine?.state === 'disputed') {
    const { state, creditedMinutes, credit, isHeld = false } = mine;
    return { kind: 'done', mine: { state, creditedMinutes, credit, isHeld } };
  }
  if (mine?.state === 'checkedIn') {
    const closesAt = shift.checkOutClosesAt;
    if (now >= closesAt) return { kind: 'checkOutMissed' };
    return { kind: 'checkOut', checkedInAt: mine.checkedInAt ?? shift.startsAt, closesAt };
  }
  const window = { opensAt: shift.checkInOpensAt, closesAt: shift.endsAt };
  if (isWithin(window, now)) return { kind: 'checkIn' };
  return now < window.opensAt ? { kind: 'tooEarly', opensAt: window.opensAt } : { kind: 'missed' };
}

/** The visit to show first: one that is running, then the next to check in to, then the next to come. */
export function nextAttendance(
  attendances: readonly AttendanceSummary[],
  now: number,
): AttendanceSummary | null {
  const order: Readonly<Record<PresenceStep['kind'], number>> = {
    checkOut: 0,
    checkIn: 1,
    tooEarly: 2,
    checkOutMissed: 9,
    missed: 9,
    done: 9,
    voided: 9,
  };
  const ranked = attendances
    .map((attendance) => {
      const rank = order[presenceStepOf(attendance, attendance, now).kind];
      // A place in the line comes after every seat.
      return { attendance, rank: attendance.state === 'waiting' ? Math.max(rank, 3) : rank };
    })
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank || a.attendance.startsAt - b.attendance.startsAt);
  return ranked[0]?.attendance ?? null;
}
