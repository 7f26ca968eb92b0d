import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { storedAttendances } from '../../tests/kit/arbitrary-visits';
import { isUnderReview, type Shift } from '../activity/shift';
import { HOUR_MS, MINUTE_MS } from '../time/civil-day';
import { canMove } from './attendance';
import {
  closableUntil,
  closingOpensAt,
  confirmedOrHeld,
  decideClosing,
  decideReview,
  decideSettlement,
  isRecorded,
  judgeHeadCount,
  MAXIMUM_DECISIONS,
  refusalAfterClosing,
  toleranceOf,
} from './closing';

const [OPEN] = fc.sample(
  anyShift.map((shift): Shift => ({ ...shift, state: 'open' })),
  { numRuns: 1, seed: 6 },
);
if (OPEN === undefined) throw new Error('a shift was made');
const shift = OPEN;
const closed = (isReviewed: boolean): Shift => ({
  ...shift,
  closing: { closedAt: shift.endsAt, isUnderReview: isReviewed },
});
const count = fc.integer({ min: 0, max: 5_000 });
const percent = fc.integer({ min: 0, max: 20 });

test('[AT6.3] a count agrees while it differs, either way, by no more than the tolerance', () => {
  fc.assert(
    fc.property(count, count, percent, (expectedCount, recordedCount, tolerancePercent) => {
      const state = judgeHeadCount({ expectedCount, recordedCount, tolerancePercent });
      const isWithin = 100 * Math.abs(expectedCount - recordedCount) <= tolerancePercent * expectedCount;
      expect(state).toBe(isWithin ? 'closed' : 'review');
    }),
  );
  expect([toleranceOf(19, 5), toleranceOf(20, 5), toleranceOf(0, 20)]).toEqual([0, 1, 0]);
  expect(judgeHeadCount({ expectedCount: null, recordedCount: 3, tolerancePercent: 20 })).toBe('unclosed');
});

test('[AT6.2] closed once, by who is on duty, while the shift winds down and for a week', () => {
  const facts = { shift, headCountBefore: null, headCount: 7, isOnDuty: true, now: shift.endsAt };
  const codeOf = (change: object) => {
    const decision = decideClosing({ ...facts, ...change });
    return decision.kind === 'rejected' ? decision.code : decision.kind;
  };
  expect(codeOf({})).toBe('accepted');
  expect(codeOf({ headCountBefore: 7, isOnDuty: false, now: closableUntil(shift) })).toBe('already');
  expect(codeOf({ headCountBefore: 8 })).toBe('closing.countedOtherwise');
  expect(codeOf({ isOnDuty: false })).toBe('duty.required');
  expect(codeOf({ now: closingOpensAt(shift) - 1 })).toBe('closing.tooEarly');
  expect(codeOf({ now: closableUntil(shift) })).toBe('closing.tooLate');
  expect(codeOf({ shift: { ...shift, state: 'cancelled' } })).toBe('attendance.shiftCancelled');
});

test('[AT6.2] after the closing nobody begins and no code counts; what was done before still does', () => {
  const { closedAt } = closed(false).closing ?? { closedAt: 0 };
  const isRefused = (
    deed: 'checkIn' | 'checkOut',
    method: 'rotatingCode' | 'location' | 'card',
    at: number,
  ) => refusalAfterClosing(closed(false), deed, method, at) !== null;
  expect(isRefused('checkIn', 'location', closedAt)).toBe(true);
  expect(isRefused('checkOut', 'rotatingCode', closedAt)).toBe(true);
  expect(isRefused('checkOut', 'location', closedAt)).toBe(false);
  expect(isRefused('checkOut', 'card', closedAt + HOUR_MS)).toBe(false);
  expect(isRefused('checkIn', 'rotatingCode', closedAt - 1)).toBe(false);
  expect(refusalAfterClosing(shift, 'checkIn', 'rotatingCode', closedAt)).toBeNull();
});

test('[AT6.4] a record is held and released once, along the diagram, and keeps its minutes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...storedAttendances(shift)), fc.boolean(), (attendance, isReviewed) => {
      const now = shift.endsAt + MINUTE_MS;
      const settled = decideSettlement(closed(isReviewed), attendance, now);
      expect(settled !== null).toBe(isReviewed && attendance.state === 'confirmed');
      if (settled === null) return;
      expect(canMove(attendance.state, settled.state)).toBe(true);
      expect(settled).toMatchObject({ state: 'checkedOut', isHeld: true, confirmedAt: null });
      expect(settled.creditedMinutes).toBe(attendance.creditedMinutes);
      expect(decideSettlement(closed(true), settled, now)).toBeNull();
      const released = decideSettlement(closed(false), settled, now + 1);
      expect(released).toEqual({ ...attendance, confirmedAt: now + 1, seq: attendance.seq + 2 });
    }),
  );
});

test('[AT6.4] nothing is confirmed while its shift is under review', () => {
  fc.assert(
    fc.property(fc.constantFrom(...storedAttendances(shift)), fc.boolean(), (attendance, isReviewed) => {
      const of = closed(isReviewed);
      const { state, isHeld, confirmedAt } = confirmedOrHeld(of, attendance, 5);
      expect([state, isHeld ?? false, confirmedAt === null]).toEqual(
        isUnderReview(of) ? ['checkedOut', true, true] : ['confirmed', false, false],
      );
    }),
  );
});

test('[AT6.3] whoever has checked in is recorded, with a check-out or without', () => {
  const states = storedAttendances(shift).map((one) => [one.state, isRecorded(one)]);
  expect(states).toEqual([
    ['enrolled', false],
    ['enrolmentCancelled', false],
    ['waiting', false],
    ['checkedIn', true],
    ['checkedOut', true],
    ['confirmed', true],
    ['expired', true],
    ['disputed', true],
    ['voided', false],
  ]);
  expect(isRecorded(null)).toBe(false);
});

test('[AT6.4] a review is decided by somebody else, with a reason, on what was seen', () => {
  const facts = {
    state: 'review',
    recordedCount: 9,
    seenCount: 9,
    choice: { kind: 'accept' },
    reason: '已核实',
    isInvolved: false,
    decisionCount: 0,
  } as const;
  const resultOf = (change: object) => {
    const decision = decideReview({ ...facts, ...change });
    return decision.kind === 'rejected' ? decision.code : decision.expectedCount;
  };
  expect(resultOf({})).toBe(9);
  expect(resultOf({ choice: { kind: 'headCount', headCount: 8 }, seenCount: 1 })).toBe(8);
  expect(resultOf({ state: 'unclosed' })).toBe(9);
  expect(resultOf({ state: 'closed' })).toBe('closing.decided');
  expect(resultOf({ isInvolved: true })).toBe('closing.own');
  expect(resultOf({ seenCount: 8 })).toBe('closing.changedMeanwhile');
  expect(resultOf({ reason: ' 好 ' })).toBe('record.reasonMissing');
  expect(resultOf({ decisionCount: MAXIMUM_DECISIONS })).toBe('closing.tooMany');
});
