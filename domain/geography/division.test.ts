import fc from 'fast-check';
import {
  contains,
  countyOf,
  isDivisionCode,
  levelOf,
  lineageOf,
  parentOf,
  parseDivisionCode,
} from './division';

const anyCode = fc
  .tuple(fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }), fc.constantFrom(4, 6, 9, 12))
  .map(([digits, length]) => parseDivisionCode(String(digits).slice(0, length)));

test('[ST5] every division lies in exactly one chain up to its city', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const lineage = lineageOf(code);
      expect(lineage[lineage.length - 1]).toBe(code);
      expect(lineage[0]).toHaveLength(4);
      lineage.forEach((ancestor, index) => {
        expect(contains(ancestor, code)).toBe(true);
        expect(parentOf(ancestor)).toBe(lineage[index - 1] ?? null);
      });
      expect(countyOf(code)).toBe(lineage[1] ?? null);
    }),
  );
});

test('[ST5] a code tells its level; anything else is refused', () => {
  expect(
    ['5132', '513201', '513201100', '513201100002'].map((text) => levelOf(parseDivisionCode(text))),
  ).toEqual(['city', 'county', 'township', 'community']);
  for (const text of [
    '',
    '51',
    '51320',
    '5132011',
    '5132011000021',
    '51320x',
    '５１３２',
    ' 5132',
    '5132\n',
  ]) {
    expect(isDivisionCode(text)).toBe(false);
    expect(() => parseDivisionCode(text)).toThrow(RangeError);
  }
  expect(contains(parseDivisionCode('513201'), parseDivisionCode('513221'))).toBe(false);
  expect(contains(parseDivisionCode('513201'), parseDivisionCode('5132'))).toBe(false);
});
