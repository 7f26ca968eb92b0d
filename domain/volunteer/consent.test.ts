import fc from 'fast-check';
import { CONSENT_KINDS, consentsAfter, isInForce, OPTIONAL_CONSENTS, type Consent } from './consent';

const BASIC: Consent = { kind: 'basic', version: '1', at: 1 };

test('[CO1] each consent is given and taken back by itself, and the basic one stays', () => {
  const given = consentsAfter([BASIC], { kind: 'location', version: '1', isGiven: true }, 5);
  expect(given).toEqual([BASIC, { kind: 'location', version: '1', at: 5 }]);
  const both = consentsAfter(given ?? [], { kind: 'sync', version: '1', isGiven: true }, 6) ?? [];
  expect(consentsAfter(both, { kind: 'location', version: '1', isGiven: false }, 7)).toEqual([
    BASIC,
    { kind: 'sync', version: '1', at: 6 },
  ]);
});

test('[CO2] a consent holds for the text that was agreed to; a new text is agreed to anew', () => {
  const old: Consent[] = [BASIC, { kind: 'publicity', version: '1', at: 2 }];
  expect(isInForce(old, 'publicity', '1')).toBe(true);
  expect(isInForce(old, 'publicity', '2')).toBe(false);
  expect(consentsAfter(old, { kind: 'publicity', version: '1', isGiven: true }, 9)).toBeNull();
  expect(consentsAfter(old, { kind: 'publicity', version: '2', isGiven: true }, 9)).toEqual([
    BASIC,
    { kind: 'publicity', version: '2', at: 9 },
  ]);
});

test('[CO1] in whatever order: each kind at most once, the last wish of a kind counts', () => {
  const wish = fc.record({
    kind: fc.constantFrom(...OPTIONAL_CONSENTS),
    version: fc.constantFrom('1', '2'),
    isGiven: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      let consents: readonly Consent[] = [BASIC];
      wishes.forEach((one, index) => {
        consents = consentsAfter(consents, one, index) ?? consents;
      });
      for (const kind of CONSENT_KINDS) {
        expect(consents.filter((consent) => consent.kind === kind).length).toBeLessThanOrEqual(1);
      }
      expect(consents).toContainEqual(BASIC);
      for (const kind of OPTIONAL_CONSENTS) {
        const last = wishes.filter((one) => one.kind === kind).pop();
        expect(consents.find((consent) => consent.kind === kind)?.version).toBe(
          last?.isGiven === true ? last.version : undefined,
        );
      }
    }),
  );
});
