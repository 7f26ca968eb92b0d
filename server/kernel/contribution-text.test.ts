import fc from 'fast-check';
import { contributionOf } from '@domain/statistics/contribution';
import { anyVolunteer } from '../../tests/kit/arbitrary-volunteers';
import { CONTRIBUTION_TEXT, parseContributionText, toContributionText } from './contribution-text';

test('[ST41] a contribution comes back from its text, and equal contributions are equal texts', () => {
  fc.assert(
    fc.property(anyVolunteer, (facts) => {
      const changes = contributionOf(facts);
      const text = toContributionText(changes);
      expect(text).toMatch(CONTRIBUTION_TEXT);
      expect(parseContributionText(text)).toEqual(changes);
      expect(toContributionText(contributionOf({ ...facts, records: [...facts.records].reverse() }))).toBe(
        text,
      );
    }),
  );
});

test.each([
  ['a day without a division', '2026-05-01 R1'],
  ['a change without a day', '513201100002 R1'],
  ['an unknown code', '513201100002 2026-05-01 zz1'],
  ['a day that does not exist', '513201100002 2026-02-30 R1'],
  ['no number', '513201100002 2026-05-01 R'],
])('%s is no contribution', (_name, text) => {
  expect(() => parseContributionText(text)).toThrow(RangeError);
});

test.each(['R1', '513201100002', '513201100002 2026-05-01', '513201100002 2026-05-01 R1 ', 'x'])(
  'the schema refuses %j',
  (text) => {
    expect(text).not.toMatch(CONTRIBUTION_TEXT);
  },
);
