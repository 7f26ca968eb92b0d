import { anyShift } from '../../tests/kit/arbitrary-facts';
import { storedAttendances } from '../../tests/kit/arbitrary-visits';
import fc from 'fast-check';
import { canMove, hasCheckedIn, holdsSeat, type AttendanceState } from './attendance';

const STATES: readonly AttendanceState[] = [
  'enrolled',
  'waiting',
  'enrolmentCancelled',
  'checkedIn',
  'checkedOut',
  'confirmed',
  'expired',
  'disputed',
  'voided',
];

test('[AT0] the diagram of states, drawn once more', () => {
  const moves = STATES.flatMap((from) =>
    STATES.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`),
  );
  expect(moves).toEqual([
    'enrolled>enrolmentCancelled',
    'enrolled>checkedIn',
    'waiting>enrolled',
    'waiting>enrolmentCancelled',
    'waiting>checkedIn',
    'enrolmentCancelled>enrolled',
    'enrolmentCancelled>waiting',
    'enrolmentCancelled>checkedIn',
    'checkedIn>checkedIn',
    'checkedIn>checkedOut',
    'checkedIn>expired',
    'checkedIn>voided',
    'checkedOut>checkedIn',
    'checkedOut>checkedOut',
    'checkedOut>confirmed',
    'checkedOut>expired',
    'checkedOut>voided',
    'confirmed>checkedIn',
    'confirmed>checkedOut',
    'confirmed>confirmed',
    'confirmed>expired',
    'confirmed>disputed',
    'confirmed>voided',
    'expired>checkedOut',
    'expired>expired',
    'expired>disputed',
    'expired>voided',
    'disputed>checkedOut',
    'disputed>confirmed',
    'disputed>expired',
    'disputed>disputed',
    'disputed>voided',
  ]);
});

test('[AT0] nothing leaves a voided record, and nothing that has begun becomes an enrolment again', () => {
  expect(STATES.some((to) => canMove('voided', to))).toBe(false);
  for (const from of ['checkedIn', 'checkedOut', 'confirmed', 'expired', 'disputed'] as const) {
    expect(canMove(from, 'enrolled') || canMove(from, 'enrolmentCancelled')).toBe(false);
  }
});

test('[AT13] who holds a seat and who has checked in', () => {
  const [shift] = fc.sample(anyShift, { numRuns: 1, seed: 1 });
  if (shift === undefined) throw new Error('a shift was made');
  const rows = storedAttendances(shift).map((one) => [one.state, holdsSeat(one), hasCheckedIn(one)]);
  expect(rows).toEqual([
    ['enrolled', true, false],
    ['enrolmentCancelled', false, false],
    ['waiting', false, false],
    ['checkedIn', true, true],
    ['checkedOut', true, true],
    ['confirmed', true, true],
    ['expired', true, true],
    ['disputed', true, true],
    ['voided', false, false],
  ]);
  expect([holdsSeat(null), hasCheckedIn(null)]).toEqual([false, false]);
});
