import fc from 'fast-check';
import { anyInstantAround, anyLocation, anyShift } from '../../tests/kit/arbitrary-facts';
import { keys } from '../../tests/kit/arbitrary-visits';
import { checkInWindowOf, type Shift } from '../activity/shift';
import { parseVolunteerId } from '../kernel/identifiers';
import { closableUntil } from './closing';
import { decideDuty, isOnDuty, MAXIMUM_ON_DUTY, type Duty, type DutyProof } from './duty';
import { judgeEvidence } from './judge-evidence';

const ME = parseVolunteerId('Organiser1');
const HOLDER = parseVolunteerId('Holder0001');
const who = { openId: 'organiser', volunteerId: ME, name: '李*' };
const card: DutyProof = { kind: 'card', verdict: 'valid', holderId: HOLDER, isActive: true };
const anyProof = (shift: Shift): fc.Arbitrary<DutyProof> =>
  fc.oneof(
    fc.constant<DutyProof>({ kind: 'location', ...shift.place.position, accuracyMeters: 20 }),
    anyLocation.map((one): DutyProof => (one.kind === 'location' ? one : card)),
    fc.record({
      kind: fc.constant('card' as const),
      verdict: fc.constantFrom('valid' as const, 'invalid' as const, 'replaced' as const),
      holderId: fc.constantFrom(ME, HOLDER),
      isActive: fc.boolean(),
    }),
  );

test('[AT6.1] on duty is who is at the place, or beside somebody with a card of their own, in time', () => {
  const facts = anyShift.chain((shift) =>
    fc.record({
      shift: fc.constant(shift),
      proof: anyProof(shift),
      now: anyInstantAround(shift),
      known: fc.constant<Duty[]>([]),
    }),
  );
  fc.assert(
    fc.property(facts, (one) => {
      const { shift, proof, now } = one;
      const decision = decideDuty({ ...one, who, keys });
      const isInTime = now >= checkInWindowOf(shift).opensAt && now < closableUntil(shift);
      const isProved =
        proof.kind === 'card'
          ? proof.verdict === 'valid' && proof.holderId !== ME && proof.isActive
          : judgeEvidence(shift.place, proof, keys, now).kind === 'accepted';
      expect(decision.kind === 'accepted').toBe(shift.state === 'open' && isInTime && isProved);
      if (decision.kind !== 'accepted') return;
      const { duty } = decision;
      expect(duty).toMatchObject({ ...who, at: now, method: proof.kind });
      expect(decideDuty({ ...one, who, keys, known: [duty], now: now + 1 })).toEqual({
        kind: 'already',
        duty,
      });
      expect([isOnDuty([duty], 'organiser'), isOnDuty([duty], 'other')]).toEqual([true, false]);
    }),
  );
});

test('[AT6.1] refusals have names, and a shift has so many organisers and no more', () => {
  const [made] = fc.sample(anyShift, { numRuns: 1, seed: 3 });
  if (made === undefined) throw new Error('a shift was made');
  const shift: Shift = { ...made, state: 'open' };
  const codeOf = (change: object) => {
    const decision = decideDuty({ shift, proof: card, known: [], who, keys, now: shift.startsAt, ...change });
    return decision.kind === 'rejected' ? decision.code : decision.kind;
  };
  const duty: Duty = { ...who, at: 1, method: 'card', distanceMeters: null, witnessId: HOLDER };
  const known = Array.from({ length: MAXIMUM_ON_DUTY }, (_none, index) => ({
    ...duty,
    openId: `other-${String(index)}`,
  }));
  expect(codeOf({})).toBe('accepted');
  expect(codeOf({ known })).toBe('duty.tooMany');
  expect(codeOf({ now: shift.startsAt - 10 ** 9 })).toBe('duty.outsideWindow');
  expect(codeOf({ now: closableUntil(shift) })).toBe('duty.outsideWindow');
  expect(codeOf({ proof: { ...card, holderId: ME } })).toBe('duty.ownCard');
  expect(codeOf({ proof: { ...card, verdict: 'replaced' } })).toBe('card.replaced');
  expect(codeOf({ proof: { ...card, verdict: 'invalid' } })).toBe('card.invalid');
  expect(codeOf({ proof: { ...card, isActive: false } })).toBe('volunteer.inactive');
  expect(codeOf({ shift: { ...shift, state: 'cancelled' } })).toBe('attendance.shiftCancelled');
});
