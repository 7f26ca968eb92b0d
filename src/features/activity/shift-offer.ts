/** What a shift offers this person now, in the order a screen shows it. */
import type { ShiftView } from '@contract/activity.contract';
import type { AttendanceSummary } from '@contract/attendance-view';
import { lineClosesAt } from '@domain/activity/shift';
import { presenceStepOf, type PresenceStep } from '@/lib/presence-step';

export type ShiftOffer =
  | { readonly kind: 'cancelled' | 'ended' }
  /** `canWait`: the line is open, a freed seat goes to the first in it */
  | { readonly kind: 'full'; readonly canWait: boolean }
  /** in the line; `canEnrol`: it has closed and a seat is free, first come first served */
  | { readonly kind: 'waiting'; readonly isLineOpen: boolean; readonly canEnrol: boolean }
  /** not enrolled; `canArrive`: check-in is open, so one may also come without enrolling first */
  | { readonly kind: 'enrol'; readonly canArrive: boolean }
  | { readonly kind: 'enrolled'; readonly canArrive: boolean }
  | { readonly kind: 'attended'; readonly step: PresenceStep };

export function shiftOfferOf(shift: ShiftView, mine: AttendanceSummary | null, now: number): ShiftOffer {
  const step = presenceStepOf(shift, mine, now);
  const isUntouched = mine === null || UNTOUCHED.includes(mine.state);
  if (!isUntouched) return { kind: 'attended', step };
  if (shift.state === 'cancelled') return { kind: 'cancelled' };
  if (step.kind === 'missed') return { kind: 'ended' };
  const canArrive = step.kind === 'checkIn';
  if (mine?.state === 'enrolled') return { kind: 'enrolled', canArrive };
  const isLineOpen = shift.capacity !== null && now < lineClosesAt(shift);
  const canEnrol = (shift.posts ?? [shift]).some((seats) => hasSeat(seats, isLineOpen));
  if (mine?.state === 'waiting') return { kind: 'waiting', isLineOpen, canEnrol };
  return canEnrol ? { kind: 'enrol', canArrive } : { kind: 'full', canWait: isLineOpen };
}

const UNTOUCHED: readonly AttendanceSummary['state'][] = ['enrolled', 'waiting', 'enrolmentCancelled'];

/** Of a shift, or of one of its posts: while the line is open, who waits comes first (AT13.2, AT15.2). */
export function hasSeat(
  seats: Pick<ShiftView, 'capacity' | 'takenCount' | 'waitingCount'>,
  isLineOpen: boolean,
): boolean {
  return seatsLeft(seats) !== 0 && !(isLineOpen && seats.waitingCount > 0);
}

/** Null when seats are not limited. */
export function seatsLeft(shift: Pick<ShiftView, 'capacity' | 'takenCount'>): number | null {
  return shift.capacity === null ? null : Math.max(0, shift.capacity - shift.takenCount);
}

export function seatWords(shift: Pick<ShiftView, 'capacity' | 'takenCount' | 'waitingCount'>): string {
  const left = seatsLeft(shift);
  // Nobody counts the seats of an unlimited shift: its one document would be in everybody's way.
  if (left === null) return '不限名额';
  const line = shift.waitingCount === 0 ? '' : `，${String(shift.waitingCount)} 人候补`;
  if (left === 0) return `${String(shift.capacity)} 个名额已满${line}`;
  return `还剩 ${String(left)} 个名额，共 ${String(shift.capacity)} 个${line}`;
}
