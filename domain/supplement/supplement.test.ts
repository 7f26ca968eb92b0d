import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { ADULT, storedAttendances, VOLUNTEER } from '../../tests/kit/arbitrary-visits';
import { checkOutClosesAt } from '../activity/shift';
import { canMove, hasCheckedIn, recordSourceOf } from '../attendance/attendance';
import { parseVolunteerId } from '../kernel/identifiers';
import { DAY_MS, MINUTE_MS } from '../time/civil-day';
import { leftOf, monthOf, quotaOf } from './quota';
import { isRecorded, recordSupplement } from './record-supplement';
import {
  canStep,
  decideAnswer,
  decideCheck,
  decideEntry,
  isOpen,
  isPublicState,
  SUPPLEMENT_STATES,
  usesQuota,
  type EntryFacts,
  type StepFacts,
} from './supplement';
import { DEFAULT_SUPPLEMENT_RULES, refusalOfSupplementRules } from './supplement-rules';

const anyEntry = anyShift.chain((drawn) => {
  const shift = { ...drawn, state: 'open' as const };
  const length = shift.endsAt - shift.startsAt;
  return fc.record({
    shift: fc.constant(shift),
    attendance: fc.constantFrom(null, ...storedAttendances(shift)),
    from: fc.integer({ min: -length, max: length }),
    to: fc.integer({ min: -length, max: 2 * length }),
    after: fc.integer({ min: -DAY_MS, max: 40 * DAY_MS }),
    entryDays: fc.integer({ min: 1, max: 30 }),
  });
});

function factsOf(one: typeof anyEntry extends fc.Arbitrary<infer Drawn> ? Drawn : never): EntryFacts {
  const { shift, attendance, entryDays } = one;
  return {
    shift,
    attendance,
    entryDays,
    isTraining: false,
    known: null,
    person: ADULT,
    isOwn: false,
    checkInAt: shift.startsAt + one.from,
    checkOutAt: shift.startsAt + one.to,
    now: shift.endsAt + one.after,
  };
}

test('[AT10.1] an entry is accepted only after the check-out, within the days, for who has no record', () => {
  fc.assert(
    fc.property(anyEntry, (drawn) => {
      const facts = factsOf(drawn);
      const decision = decideEntry(facts);
      if (decision.kind === 'rejected') return;
      const { shift, attendance, now, entryDays } = facts;
      expect(now).toBeGreaterThanOrEqual(checkOutClosesAt(shift));
      expect(now).toBeLessThan(shift.endsAt + entryDays * DAY_MS);
      expect(isRecorded(attendance)).toBe(false);
      expect(decision.minutes).toBeGreaterThan(0);
      expect(decision.minutes).toBeLessThanOrEqual((decision.checkOutAt - decision.checkInAt) / MINUTE_MS);
      if (hasCheckedIn(attendance)) expect(decision.checkInAt).toBe(attendance.checkIn.at);
    }),
  );
});

test('[AT10.1] each thing that speaks against an entry is named', () => {
  const [drawn] = fc.sample(anyShift, { numRuns: 1, seed: 4 });
  if (drawn === undefined) throw new Error('a shift was made');
  const shift = { ...drawn, state: 'open' as const, riskLevel: 'general' as const };
  const good: EntryFacts = {
    shift,
    attendance: null,
    entryDays: 7,
    isTraining: false,
    known: null,
    person: ADULT,
    isOwn: false,
    checkInAt: shift.startsAt,
    checkOutAt: shift.endsAt,
    now: checkOutClosesAt(shift),
  };
  const codeOf = (part: Partial<EntryFacts>) => {
    const decision = decideEntry({ ...good, ...part });
    return decision.kind === 'rejected' ? decision.code : decision.kind;
  };
  expect(codeOf({})).toBe('accepted');
  expect(codeOf({ known: 'refused' })).toBe('accepted');
  expect(codeOf({ isOwn: true })).toBe('record.own');
  expect(codeOf({ isTraining: true })).toBe('supplement.training');
  expect(codeOf({ shift: { ...shift, state: 'cancelled' } })).toBe('attendance.shiftCancelled');
  expect(codeOf({ now: good.now - 1 })).toBe('supplement.shiftNotOver');
  expect(codeOf({ now: shift.endsAt + 7 * DAY_MS })).toBe('supplement.tooLate');
  expect(codeOf({ known: 'toConfirm' })).toBe('supplement.entered');
  expect(codeOf({ known: 'voided' })).toBe('supplement.entered');
  expect(codeOf({ checkInAt: shift.startsAt - 60 * MINUTE_MS })).toBe('supplement.timesInvalid');
  expect(codeOf({ checkOutAt: shift.startsAt })).toBe('supplement.timesInvalid');
  expect(codeOf({ shift: { ...shift, riskLevel: 'emergency' } })).toBe('accepted');
});

const SOMEBODY = parseVolunteerId('somebody01');
const step: StepFacts = {
  state: 'toCheck',
  answerBy: 1_000,
  maker: { openId: 'maker', volunteerId: SOMEBODY },
  checker: null,
  volunteerId: VOLUNTEER,
  actor: { openId: 'checker', volunteerId: null },
  isAccepted: true,
  reason: '',
  now: 999,
};

test('[AT10.2] who entered never checks; nobody checks the own; a refusal has a reason', () => {
  const codeOf = (part: Partial<StepFacts>) => {
    const decision = decideCheck({ ...step, ...part });
    return decision.kind === 'rejected' ? decision.code : decision.state;
  };
  expect(codeOf({})).toBe('toConfirm');
  expect(codeOf({ isAccepted: false, reason: '没有佐证' })).toBe('refused');
  expect(codeOf({ isAccepted: false, reason: ' 无 ' })).toBe('record.reasonMissing');
  expect(codeOf({ actor: step.maker })).toBe('supplement.samePerson');
  expect(codeOf({ actor: { openId: 'second phone', volunteerId: SOMEBODY } })).toBe('supplement.samePerson');
  expect(codeOf({ actor: { openId: 'x', volunteerId: VOLUNTEER } })).toBe('record.own');
  expect(codeOf({ now: 1_000 })).toBe('supplement.lapsed');
  for (const state of SUPPLEMENT_STATES.filter((one) => one !== 'toCheck')) {
    expect(codeOf({ state })).toBe('supplement.notWaiting');
  }
});

test('[AT10.3] only who neither entered nor checked it confirms', () => {
  const waiting: StepFacts = {
    ...step,
    state: 'toConfirm',
    checker: { openId: 'checker', volunteerId: null },
    actor: { openId: 'me', volunteerId: VOLUNTEER },
  };
  const codeOf = (part: Partial<StepFacts>) => {
    const decision = decideAnswer({ ...waiting, ...part });
    return decision.kind === 'rejected' ? decision.code : decision.state;
  };
  expect(codeOf({})).toBe('confirmed');
  expect(codeOf({ isAccepted: false })).toBe('declined');
  expect(codeOf({ actor: { openId: 'checker', volunteerId: VOLUNTEER } })).toBe('supplement.samePerson');
  expect(codeOf({ actor: step.maker })).toBe('supplement.samePerson');
  expect(codeOf({ now: 1_000 })).toBe('supplement.lapsed');
  expect(codeOf({ state: 'toCheck' })).toBe('supplement.notWaiting');
});

test('[AT10.1] the diagram of an entry, and what each state means for quota and public', () => {
  const steps = SUPPLEMENT_STATES.flatMap((from) =>
    SUPPLEMENT_STATES.filter((to) => canStep(from, to)).map((to) => `${from}>${to}`),
  );
  expect(steps).toEqual([
    'toCheck>toConfirm',
    'toCheck>refused',
    'toCheck>lapsed',
    'toCheck>voided',
    'toConfirm>confirmed',
    'toConfirm>declined',
    'toConfirm>lapsed',
    'toConfirm>voided',
    'confirmed>voided',
    'refused>toCheck',
    'declined>toCheck',
    'lapsed>toCheck',
  ]);
  expect(SUPPLEMENT_STATES.filter(isOpen)).toEqual(['toCheck', 'toConfirm']);
  expect(SUPPLEMENT_STATES.filter(usesQuota)).toEqual(['toCheck', 'toConfirm', 'confirmed', 'voided']);
  expect(SUPPLEMENT_STATES.filter(isPublicState)).toEqual(['toCheck', 'toConfirm', 'confirmed']);
});

test('[AT10.3] what is confirmed becomes a record of its own source, by moves the diagram knows', () => {
  fc.assert(
    fc.property(anyEntry, (drawn) => {
      const facts = factsOf(drawn);
      const decision = decideEntry(facts);
      if (decision.kind === 'rejected') return;
      const { shift, attendance, now } = facts;
      const visit = { shift, volunteerId: VOLUNTEER, attendance, requestId: 'r', now, days: [] };
      const { moves, shift: after } = recordSupplement({ ...visit, ...decision });
      let before = attendance;
      for (const move of moves) {
        expect(canMove(before?.state ?? 'enrolled', move.state)).toBe(true);
        expect(move.seq).toBe((before?.seq ?? 0) + 1);
        before = move;
      }
      const last = moves[moves.length - 1];
      if (last === undefined) throw new Error('a record is made of moves');
      expect(recordSourceOf(last)).toBe('supplemented');
      expect(last.creditedMinutes).toBe(decision.minutes);
      expect(after.takenCount - shift.takenCount).toBeLessThanOrEqual(1);
      const closing = { closedAt: shift.endsAt, isUnderReview: true };
      const held = recordSupplement({ ...visit, ...decision, shift: { ...shift, closing } }).moves;
      expect(held.map(({ state }) => state)).not.toContain('confirmed');
      expect(held[held.length - 1]?.isHeld).toBe(last.state === 'confirmed' ? true : undefined);
    }),
  );
});

test('[AT10.5] the quota is a share, rounded down, and never negative', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.integer({ min: 0, max: 50 }),
      fc.nat(10_000_000),
      (minutes, percent, used) => {
        const quota = quotaOf(minutes, percent);
        expect(quota * 100).toBeLessThanOrEqual(minutes * percent);
        expect((quota + 1) * 100).toBeGreaterThan(minutes * percent);
        expect(leftOf(quota, used)).toBe(used >= quota ? 0 : quota - used);
      },
    ),
  );
  // 23:59:59.999 on 31 May in Shanghai, and one millisecond later.
  expect(monthOf(Date.UTC(2026, 4, 31, 15, 59, 59, 999))).toBe('2026-05');
  expect(monthOf(Date.UTC(2026, 4, 31, 16))).toBe('2026-06');
});

test('[AT10.5] rules out of their bounds name the rule and the bounds', () => {
  expect(refusalOfSupplementRules(DEFAULT_SUPPLEMENT_RULES)).toBeNull();
  expect(refusalOfSupplementRules({ ...DEFAULT_SUPPLEMENT_RULES, quotaPercent: 51 })?.params).toEqual({
    rule: 'quotaPercent',
    minimum: 0,
    maximum: 50,
  });
  expect(refusalOfSupplementRules({ ...DEFAULT_SUPPLEMENT_RULES, entryDays: 0 })?.params.rule).toBe(
    'entryDays',
  );
  expect(refusalOfSupplementRules({ ...DEFAULT_SUPPLEMENT_RULES, boardDays: 7.5 })?.params.rule).toBe(
    'boardDays',
  );
});
