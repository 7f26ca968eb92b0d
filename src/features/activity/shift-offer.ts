/** What a shift offers this person now, in the order a screen shows it. */
import type { ShiftView } from '@contract/activity.contract';
import type { AttendanceSummary } from '@contract/attendance-view';
import { presenceStepOf, type PresenceStep } from '@/lib/presence-step';

export type ShiftOffer =
  | { readonly kind: 'cancelled' | 'ended' | 'full' }
  /** not enrolled; `canArrive`: check-in is open, so one may also come without enrolling first */
  | { readonly kind: 'enrol'; readonly canArrive: boolean }
  | { readonly kind: 'enrolled'; readonly canArrive: boolean }
  | { readonly kind: 'attended'; readonly step: PresenceStep };

export function shiftOfferOf(shift: ShiftView, mine: AttendanceSummary | null, now: number): ShiftOffer {
  const step = presenceStepOf(shift, mine, now);
  const isUntouched = mine === null || mine.state === 'enrolled' || mine.state === 'enrolmentCancelled';
  if (!isUntouched) return { kind: 'attended', step };
  if (shift.state === 'cancelled') return { kind: 'cancelled' };
  if (step.kind === 'missed') return { kind: 'ended' };
  const canArrive = step.kind === 'checkIn';
  if (mine?.state === 'enrolled') return { kind: 'enrolled', canArrive };
  return seatsLeft(shift) === 0 ? { kind: 'full' } : { kind: 'enrol', canArrive };
}

/** Null when seats are not limited. */
export function seatsLeft(shift: Pick<ShiftView, 'capacity' | 'takenCount'>): number | null {
  return shift.capacity === null ? null : Math.max(0, shift.capacity - shift.takenCount);
}

export function seatWords(shift: Pick<ShiftView, 'capacity' | 'takenCount'>): string {
  const left = seatsLeft(shift);
  if (left === null) return `已报名 ${String(shift.takenCount)} 人，不限名额`;
  if (left === 0) return `${String(shift.capacity)} 个名额已满`;
  return `还剩 ${String(left)} 个名额，共 ${String(shift.capacity)} 个`;
}
