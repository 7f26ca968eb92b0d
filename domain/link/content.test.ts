import fc from 'fast-check';
import { anyShortId } from '../../tests/kit/arbitrary-facts';
import { parseActivityId, parseShiftId, parseTicketId } from '../kernel/identifiers';
import { CONTENT_KINDS, contentOfText, isCounted, textOfContent } from './content';

test('[VI2] a content reads back from its text, which is a key of a stored document', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONTENT_KINDS), anyShortId, (kind, shortId) => {
      const content = { kind, id: kind === 'statistics' ? '' : shortId };
      const text = textOfContent(content);
      expect(contentOfText(text)).toEqual(content);
      expect(text).toMatch(/^[a-z]-[0-9A-Za-z]*$/);
    }),
  );
  for (const text of ['', 'p', 'p-', 'p-short', 'x-abcdefghij', 't-abcdefghij', 'p-abcdefghi.']) {
    expect(contentOfText(text)).toBeNull();
  }
});

test('[VI1] what everybody may look at is counted, what proves something or is one’s own is not', () => {
  expect(isCounted({ kind: 'activity', activityId: parseActivityId('abcdefghij') })).toBe(true);
  expect(isCounted({ kind: 'shift', shiftId: parseShiftId('abcdefghij') })).toBe(true);
  expect(isCounted({ kind: 'statistics' })).toBe(true);
  expect(isCounted({ kind: 'console', ticketId: parseTicketId('abcdefghij') })).toBe(false);
  expect(isCounted({ kind: 'checkIn', shiftId: parseShiftId('abcdefghij'), code: '1.abcdefghij' })).toBe(
    false,
  );
});
