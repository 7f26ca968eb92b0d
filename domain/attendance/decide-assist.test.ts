import fc from 'fast-check';
import { anyShift, anyVolunteerId } from '../../tests/kit/arbitrary-facts';
import { storedAttendances, VOLUNTEER } from '../../tests/kit/arbitrary-visits';
import { decideAssist, decideHeadCount, GROUP_MAXIMUM, type AssistFacts } from './decide-assist';

const anyFacts: fc.Arbitrary<AssistFacts> = anyShift.chain((shift) =>
  fc.record({
    helperId: fc.oneof(fc.constantFrom(null, VOLUNTEER), anyVolunteerId),
    volunteerId: fc.constant(VOLUNTEER),
    isActive: fc.boolean(),
    card: fc.constantFrom(null, 'valid' as const, 'replaced' as const, 'invalid' as const),
    attendance: fc.constantFrom(null, ...storedAttendances(shift)),
  }),
);

test('[AT3.4] a helper speaks for active people, never for herself, by a card in force or the list', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decideAssist(facts);
      seen.add(decision.kind === 'rejected' ? decision.code : decision.kind);
      const isListed = facts.attendance !== null && facts.attendance.state !== 'enrolmentCancelled';
      const mayBe =
        facts.helperId !== VOLUNTEER &&
        facts.isActive &&
        (facts.card === 'valid' || (facts.card === null && isListed));
      expect(decision.kind).toBe(mayBe ? 'accepted' : 'rejected');
    }),
  );
  const refusals = [
    'assist.notEnrolled',
    'assist.self',
    'card.invalid',
    'card.replaced',
    'volunteer.inactive',
  ];
  expect([...seen].sort()).toEqual(['accepted', ...refusals]);
});

test('[AT3.5] heads and names must agree, or the refusal says both numbers', () => {
  const anyCount = fc.integer({ min: 0, max: GROUP_MAXIMUM });
  fc.assert(
    fc.property(anyCount, anyCount, (chosenCount, headCount) => {
      const params = { chosenCount, headCount };
      expect(decideHeadCount(chosenCount, headCount)).toEqual(
        chosenCount === headCount
          ? { kind: 'accepted' }
          : { kind: 'rejected', code: 'assist.headCountDiffers', params },
      );
    }),
  );
});
