import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { storedAttendances } from '../../tests/kit/arbitrary-visits';
import { MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import { canMove, type Attendance } from './attendance';
import { creditVisit } from './credit-visit';
import { decideApproval, decideVoid } from './decide-approval';
import { totalOf } from './service-day';

const START = startOfDay(parseCivilDay('2026-11-26')) + 6 * 60 * MINUTE_MS;
const [shift] = fc.sample(anyShift, { numRuns: 1, seed: 1 });
if (shift === undefined) throw new Error('a shift was made');
const EXAMPLE = shift;

/** Present for so many minutes of one day, from six in the morning. */
function waiting(minutes: number) {
  const of = { ...EXAMPLE, startsAt: START, endsAt: START + minutes * MINUTE_MS };
  const [attendance] = storedAttendances(of).filter(({ state }) => state === 'checkedOut');
  if (attendance === undefined) throw new Error('one of the stored states is checkedOut');
  const { days, ...credit } = creditVisit(
    { ...attendance, shift: of, checkInAt: of.startsAt, checkOutAt: of.endsAt },
    [],
  );
  const { creditedMinutes, waitsFor, dayMinutes, deductions } = credit;
  const stored: Attendance = { ...attendance, creditedMinutes, credit: { waitsFor, dayMinutes, deductions } };
  return { attendance: stored, days };
}
const facts = { reason: '', isOwn: false, isUnderReview: false, now: START, minutes: null };

test('[AT9] approved as served, or reduced with a reason, by somebody else, once', () => {
  const { attendance, days } = waiting(600);
  const codeOf = (change: object) => {
    const decision = decideApproval({ ...facts, attendance, days, ...change });
    return decision.kind === 'rejected' ? decision.code : decision.attendance.creditedMinutes;
  };
  expect(codeOf({})).toBe(600);
  expect(codeOf({ isOwn: true })).toBe('record.own');
  expect(codeOf({ minutes: 601, reason: '多给' })).toBe('record.minutesInvalid');
  expect(codeOf({ minutes: 480 })).toBe('record.reasonMissing');
  expect(codeOf({ minutes: 480, reason: ' 少 ' })).toBe('record.reasonMissing');
  expect(codeOf({ minutes: 480, reason: '中途离开' })).toBe(480);
  // Who was there is settled first (AT6.4), and what is held was decided before.
  expect(codeOf({ isUnderReview: true })).toBe('record.underReview');
  expect(codeOf({ attendance: { ...attendance, isHeld: true } })).toBe('record.decided');
  expect(codeOf({ attendance: { ...attendance, state: 'confirmed' } })).toBe('record.decided');
  expect(codeOf({ attendance: { ...attendance, state: 'voided' } })).toBe('record.decided');
});

test('[AT9] a reduction keeps the time taken and says how much was taken off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 481, max: 720 }), fc.nat(), (minutes, draw) => {
      const { attendance, days } = waiting(minutes);
      const reduced = draw % minutes;
      const decision = decideApproval({ ...facts, attendance, days, minutes: reduced, reason: '核实' });
      if (decision.kind !== 'accepted') throw new Error(decision.code);
      const { attendance: after } = decision;
      expect(canMove(attendance.state, after.state)).toBe(true);
      expect(after).toMatchObject({ state: 'confirmed', creditedMinutes: reduced, confirmedAt: START });
      expect(after.credit?.deductions).toContainEqual({ reason: 'reduction', minutes: minutes - reduced });
      expect(decision.days.map(totalOf)).toEqual([reduced]);
      expect(decision.days[0]?.visits[0]?.intervals).toEqual(days[0]?.visits[0]?.intervals);
      expect(after.seq).toBe(attendance.seq + 1);
    }),
  );
});

test('[AT8] voiding: not twice, and not what never began', () => {
  const codes = storedAttendances(EXAMPLE).map((attendance) => {
    const decision = decideVoid(attendance, []);
    return decision.kind === 'rejected' ? decision.code : decision.attendance.state;
  });
  expect(codes).toEqual([
    'record.notFound',
    'record.notFound',
    'record.notFound',
    'voided',
    'voided',
    'voided',
    'voided',
    'voided',
    'attendance.voided',
  ]);
});
