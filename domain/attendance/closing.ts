/**
 * 收队 (AT6): a shift ends with a head-count. The records of a shift whose count differs from them beyond the
 * tolerance are held back until somebody else has looked.
 */
import { checkOutClosesAt, isUnderReview, rulesOf, type Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { DAY_MS, MINUTE_MS } from '../time/civil-day';
import type { Attendance, AttendanceState, PresenceMethod } from './attendance';
import { SHORTEST_REASON } from './decide-approval';

/** A shift winds down: tools are put away, and nobody new is expected. */
export const CLOSING_OPENS_BEFORE_MS = 30 * MINUTE_MS;
/** After a week nobody remembers how many there were; what was credited stays, and the shift unclosed. */
export const CLOSABLE_MS = 7 * DAY_MS;
/** A scan may come so late (AT5); then a shift that nobody closed is shown to who looks after it. */
export const UNCLOSED_AFTER_MS = DAY_MS;
/** As many seats as a shift can have. */
export const HEAD_COUNT_MAXIMUM = 5_000;
/** Somebody who decides twenty times on one shift has to talk to people. */
export const MAXIMUM_DECISIONS = 20;

export function closingOpensAt(shift: Pick<Shift, 'startsAt' | 'endsAt'>): number {
  return Math.max(shift.startsAt, shift.endsAt - CLOSING_OPENS_BEFORE_MS);
}

export function closableUntil(shift: Pick<Shift, 'endsAt'>): number {
  return shift.endsAt + CLOSABLE_MS;
}

export function closingDueAt(shift: Pick<Shift, 'endsAt' | 'rules'>): number {
  return checkOutClosesAt(shift) + UNCLOSED_AFTER_MS;
}

/** People with a record: whoever has checked in, forgotten check-outs too. Their number is compared. */
export const RECORDED_STATES: readonly AttendanceState[] = [
  'checkedIn',
  'checkedOut',
  'confirmed',
  'expired',
  'disputed',
];

export function isRecorded(attendance: Pick<Attendance, 'state'> | null): boolean {
  return attendance !== null && RECORDED_STATES.includes(attendance.state);
}

/** In whole people, rounded down: of a small group nobody may be missing. */
export function toleranceOf(headCount: number, percent: number): number {
  return Math.floor((headCount * percent) / 100);
}

export interface HeadCount {
  /** as counted, or as set right or accepted since; null: nobody has counted */
  readonly expectedCount: number | null;
  readonly recordedCount: number;
  readonly tolerancePercent: number;
}
export const CLOSING_STATES = ['closed', 'review', 'unclosed'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

export function judgeHeadCount({ expectedCount, recordedCount, tolerancePercent }: HeadCount): ClosingState {
  if (expectedCount === null) return 'unclosed';
  const difference = Math.abs(expectedCount - recordedCount);
  return difference <= toleranceOf(expectedCount, tolerancePercent) ? 'closed' : 'review';
}

export function tolerancePercentOf(shift: Pick<Shift, 'rules'>): number {
  return rulesOf(shift).headCountTolerancePercent;
}

export interface ClosingFacts {
  readonly shift: Shift;
  /** what was counted before; null: nobody has */
  readonly headCountBefore: number | null;
  readonly headCount: number;
  readonly isOnDuty: boolean;
  readonly now: number;
}
export type ClosingDecision =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'already' }
  | Rejection<
      | 'attendance.shiftCancelled'
      | 'closing.tooEarly'
      | 'closing.tooLate'
      | 'closing.countedOtherwise'
      | 'duty.required'
    >;

/** The same count again is the same closing; another one is for a reviewer. */
export function decideClosing(facts: ClosingFacts): ClosingDecision {
  const { shift, headCountBefore, headCount, now } = facts;
  if (headCountBefore !== null) {
    return headCountBefore === headCount
      ? { kind: 'already' }
      : rejected('closing.countedOtherwise', { headCount: headCountBefore });
  }
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  const opensAt = closingOpensAt(shift);
  if (now < opensAt) return rejected('closing.tooEarly', { opensAt });
  if (now >= closableUntil(shift)) return rejected('closing.tooLate', { closedAt: closableUntil(shift) });
  return facts.isOnDuty ? { kind: 'accepted' } : rejected('duty.required');
}

/** How a deed was proved: by oneself, or ticked by an organiser. */
export type DeedMethod = PresenceMethod | 'assisted';
/** By the shift's own code, scanned or typed: whoever runs the shift can make one anywhere. */
export const isByCode = (method: DeedMethod): boolean => method === 'rotatingCode' || method === 'shortCode';

/**
 * Nobody begins after the closing, and the code of the shift is over; who is still there can be checked out
 * by place or by a helper. What was done before and comes later is judged by its own instant `at` (AT5).
 */
export function refusalAfterClosing(
  { closing }: Pick<Shift, 'closing'>,
  deed: 'checkIn' | 'checkOut',
  method: DeedMethod,
  at: number,
): Rejection<'attendance.shiftClosed'> | null {
  if (closing === undefined || at < closing.closedAt) return null;
  const isOver = deed === 'checkIn' || isByCode(method);
  return isOver ? rejected('attendance.shiftClosed', { closedAt: closing.closedAt }) : null;
}

/** A record that would be confirmed now: confirmed, or held while its shift is under review. */
export function confirmedOrHeld(
  shift: Pick<Shift, 'closing'>,
  { isHeld: _isHeld, ...attendance }: Attendance,
  now: number,
): Attendance {
  return isUnderReview(shift)
    ? { ...attendance, state: 'checkedOut', confirmedAt: null, isHeld: true }
    : { ...attendance, state: 'confirmed', confirmedAt: attendance.confirmedAt ?? now };
}

/** The states of a visit that ends now, in order: one that waits for nobody is a record, or held (AT6.4). */
export function movesOfEnd(shift: Pick<Shift, 'closing'>, checkedOut: Attendance, now: number): Attendance[] {
  if ((checkedOut.credit?.waitsFor ?? null) !== null) return [checkedOut];
  const settled = confirmedOrHeld(shift, checkedOut, now);
  return settled.state === 'confirmed' ? [checkedOut, { ...settled, seq: checkedOut.seq + 1 }] : [settled];
}

/** What the shift's review makes of a stored record; null: nothing is to be done. */
export function decideSettlement(
  shift: Pick<Shift, 'closing'>,
  attendance: Attendance,
  now: number,
): Attendance | null {
  const isToHold = isUnderReview(shift) && attendance.state === 'confirmed';
  const isToRelease = !isUnderReview(shift) && attendance.isHeld === true;
  if (!isToHold && !isToRelease) return null;
  return confirmedOrHeld(shift, { ...attendance, confirmedAt: null, seq: attendance.seq + 1 }, now);
}

export const REVIEW_DECISIONS = ['accept', 'headCount'] as const;
/** `accept`: the records are right as they are; otherwise the count is set right. */
export type ReviewChoice =
  { readonly kind: 'accept' } | { readonly kind: 'headCount'; readonly headCount: number };

export interface ReviewFacts {
  readonly state: ClosingState;
  /** now, and when the reviewer looked */
  readonly recordedCount: number;
  readonly seenCount: number;
  readonly choice: ReviewChoice;
  readonly reason: string;
  /** closed it, or has a record of this shift */
  readonly isInvolved: boolean;
  readonly decisionCount: number;
}
export type ReviewDecision =
  | { readonly kind: 'accepted'; readonly expectedCount: number }
  | Rejection<
      | 'closing.decided'
      | 'closing.own'
      | 'closing.changedMeanwhile'
      | 'closing.tooMany'
      | 'record.reasonMissing'
    >;

/** Both say how many there were; whether the records then agree is judged as at the closing. */
export function decideReview(facts: ReviewFacts): ReviewDecision {
  const { choice, recordedCount } = facts;
  if (facts.state === 'closed') return rejected('closing.decided');
  if (facts.isInvolved) return rejected('closing.own');
  if (facts.decisionCount >= MAXIMUM_DECISIONS) {
    return rejected('closing.tooMany', { maximum: MAXIMUM_DECISIONS });
  }
  if (facts.reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  if (choice.kind === 'headCount') return { kind: 'accepted', expectedCount: choice.headCount };
  if (facts.seenCount !== recordedCount) return rejected('closing.changedMeanwhile', { recordedCount });
  return { kind: 'accepted', expectedCount: recordedCount };
}
