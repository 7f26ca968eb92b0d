import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { storedAttendances } from '../../tests/kit/arbitrary-visits';
import { checkInWindowOf, checkOutClosesAt, type Shift } from '../activity/shift';
import { civilDayOf, HOUR_MS, MINUTE_MS, startOfDay } from '../time/civil-day';
import { canMove, recordSourceOf, type Attendance } from './attendance';
import {
  claimableUntil,
  claimKindsOf,
  CLAIM_KINDS,
  daysOfClaim,
  decideAnswer,
  decideClaim,
  decideWithdrawal,
  MAXIMUM_CLAIMS,
  type AnswerFacts,
  type ClaimFacts,
} from './claim';

const [MADE] = fc.sample(anyShift, { numRuns: 1, seed: 11 });
if (MADE === undefined) throw new Error('a shift was made');
const startsAt = startOfDay(civilDayOf(MADE.startsAt)) + 9 * HOUR_MS;
const shift: Shift = { ...MADE, state: 'open', startsAt, endsAt: startsAt + 3 * HOUR_MS };
const LATER = checkOutClosesAt(shift) + MINUTE_MS;
const stateOf = (state: Attendance['state']): Attendance => {
  const found = storedAttendances(shift).find((one) => one.state === state);
  if (found === undefined) throw new Error(`nothing is ${state}`);
  return found;
};
const claim: ClaimFacts = {
  shift,
  attendance: stateOf('expired'),
  kind: 'forgotten',
  arrivedAt: null,
  leftAt: shift.startsAt + 90 * MINUTE_MS,
  statement: '手机没电',
  claimCount: 0,
  now: LATER,
};
const codeOf = (change: object) => {
  const decision = decideClaim({ ...claim, ...change });
  return decision.kind === 'rejected' ? decision.code : decision.attendance.state;
};

test('[AT7.2] what can be said of a record depends on its state, and makes it disputed', () => {
  for (const attendance of storedAttendances(shift)) {
    for (const kind of CLAIM_KINDS) {
      const decision = decideClaim({ ...claim, attendance, kind });
      const isPossible = claimKindsOf(attendance).includes(kind);
      expect(decision.kind === 'accepted').toBe(isPossible);
      if (decision.kind !== 'accepted') continue;
      expect(canMove(attendance.state, 'disputed')).toBe(true);
      expect(decision.attendance).toEqual({ ...attendance, state: 'disputed', seq: attendance.seq + 1 });
      expect(decideWithdrawal(shift, decision.attendance, LATER)).toMatchObject({
        ...attendance,
        seq: attendance.seq + 2,
      });
    }
  }
});

test('[AT7.2] refused by name: too late, too often, twice, without words, with impossible times', () => {
  expect(codeOf({})).toBe('disputed');
  expect(codeOf({ now: claimableUntil(shift) })).toBe('claim.tooLate');
  expect(codeOf({ claimCount: MAXIMUM_CLAIMS })).toBe('claim.tooMany');
  expect(codeOf({ attendance: stateOf('disputed') })).toBe('claim.waiting');
  expect(codeOf({ attendance: stateOf('checkedOut') })).toBe('claim.notPossible');
  expect(codeOf({ attendance: null })).toBe('record.notFound');
  expect(codeOf({ statement: ' 嗯 ' })).toBe('claim.statementMissing');
  for (const leftAt of [null, shift.startsAt, checkOutClosesAt(shift) + 1, LATER + 1]) {
    expect(codeOf({ leftAt })).toBe('claim.timesInvalid');
  }
  expect(codeOf({ arrivedAt: checkInWindowOf(shift).opensAt - 1 })).toBe('claim.timesInvalid');
  expect(codeOf({ attendance: stateOf('confirmed'), kind: 'times', leftAt: null })).toBe(
    'claim.timesInvalid',
  );
});

const asked: AnswerFacts['claim'] = {
  kind: 'forgotten',
  arrivedAt: null,
  leftAt: shift.startsAt + 90 * MINUTE_MS,
};
const answer: AnswerFacts = {
  shift,
  attendance: { ...stateOf('expired'), state: 'disputed', seq: 4 },
  claim: asked,
  verdict: 'accept',
  times: { arrivedAt: null, leftAt: null },
  reason: '',
  isOwn: false,
  requestId: 'request-answer',
  now: LATER,
  days: [],
};

test('[AT7.3] accepted, the record is assisted and counts never more than was asked for', () => {
  const minutes = fc.integer({ min: 1, max: 180 });
  fc.assert(
    fc.property(minutes, fc.option(minutes), (wanted, given) => {
      const leftAt = shift.startsAt + wanted * MINUTE_MS;
      const times = { arrivedAt: null, leftAt: given === null ? null : shift.startsAt + given * MINUTE_MS };
      const decision = decideAnswer({ ...answer, claim: { ...asked, leftAt }, times, reason: '已核实' });
      if (given !== null && given > wanted) {
        expect(decision).toMatchObject({ kind: 'rejected', code: 'claim.beyondAsked' });
        return;
      }
      if (decision.kind !== 'corrected') throw new Error(decision.kind);
      const states = decision.moves.map(({ state }) => state);
      expect(states).toEqual(['checkedOut', 'confirmed']);
      const last = decision.moves[1];
      expect(last?.creditedMinutes).toBe(given ?? wanted);
      expect(last?.seq).toBe(6);
      expect(last !== undefined && recordSourceOf(last)).toBe('assisted');
      expect(decision.days.flatMap(({ visits }) => visits).length).toBeGreaterThan(0);
    }),
  );
});

test('[AT7.3] under review it is held, refused it is as it was, not mine is void', () => {
  const held = decideAnswer({
    ...answer,
    shift: { ...shift, closing: { closedAt: shift.endsAt, isUnderReview: true } },
  });
  expect(held.kind === 'corrected' && held.moves.map(({ state, isHeld }) => [state, isHeld])).toEqual([
    ['checkedOut', true],
  ]);
  const refused = decideAnswer({ ...answer, verdict: 'refuse', reason: '没有来过' });
  expect(refused).toMatchObject({ kind: 'unchanged', attendance: { state: 'expired', seq: 5 } });
  const notMine = { ...asked, kind: 'notMine' as const };
  expect(decideAnswer({ ...answer, claim: notMine })).toEqual({ kind: 'void' });
  const confirmed = { ...stateOf('confirmed'), state: 'disputed' as const };
  const back = decideAnswer({ ...answer, attendance: confirmed, verdict: 'refuse', reason: '时间无误' });
  expect(back).toMatchObject({ kind: 'unchanged', attendance: { state: 'confirmed', creditedMinutes: 10 } });
});

test('[AT7.3][AT10.3] what was entered afterwards stays so when its times are corrected', () => {
  const entered = (presence: Attendance['checkIn']) =>
    presence === null ? null : { ...presence, method: 'supplement' as const };
  const { checkIn, checkOut, ...rest } = stateOf('confirmed');
  const attendance = { ...rest, checkIn: entered(checkIn), checkOut: entered(checkOut) };
  const decision = decideAnswer({
    ...answer,
    attendance: { ...attendance, state: 'disputed' },
    claim: { kind: 'times', arrivedAt: shift.startsAt, leftAt: shift.startsAt + 60 * MINUTE_MS },
  });
  expect(decision.kind === 'corrected' && decision.moves.map(recordSourceOf)).toContain('supplemented');
});

test('[AT7.3] nobody answers for herself, twice, or with less and no reason', () => {
  const refusalOf = (change: object) => {
    const decision = decideAnswer({ ...answer, ...change });
    return decision.kind === 'rejected' ? decision.code : decision.kind;
  };
  const less = { arrivedAt: null, leftAt: shift.startsAt + 30 * MINUTE_MS };
  expect(refusalOf({})).toBe('corrected');
  expect(refusalOf({ isOwn: true })).toBe('record.own');
  expect(refusalOf({ attendance: stateOf('confirmed') })).toBe('record.decided');
  expect(refusalOf({ verdict: 'refuse' })).toBe('record.reasonMissing');
  expect(refusalOf({ times: less })).toBe('record.reasonMissing');
  expect(refusalOf({ times: less, reason: '提前走了' })).toBe('corrected');
  const nothing = { arrivedAt: null, leftAt: shift.startsAt - MINUTE_MS };
  expect(refusalOf({ times: nothing, reason: '没有来' })).toBe('claim.timesInvalid');
  expect(daysOfClaim(shift, answer.attendance, asked).length).toBeGreaterThan(0);
});
