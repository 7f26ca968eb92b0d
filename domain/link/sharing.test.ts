import fc from 'fast-check';

import { parseShiftId } from '../kernel/identifiers';
import { arrivalOfScene, sceneOf } from './link';
import { cardTitleOf, CARD_TITLE_MAXIMUM, channelOfSharing } from './sharing';

const room = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) <= 0xff ? 0.5 : 1), 0);

test('[LK10] a passed-on link says by whom it was found: a friend, the timeline, the favourites', () => {
  const link = { kind: 'shift', shiftId: parseShiftId('Ab3dEf6hIj') } as const;
  for (const [way, text] of [
    ['friend', 's.Ab3dEf6hIj.f00'],
    ['timeline', 's.Ab3dEf6hIj.t00'],
    ['favourite', 's.Ab3dEf6hIj.v00'],
  ] as const) {
    const scene = sceneOf(link, channelOfSharing(way));
    expect(scene.startsWith(text)).toBe(true);
    expect(arrivalOfScene(scene)).toEqual({ link, channel: { kind: way, number: 0 } });
  }
});

test('[LK10] the title of a card is never longer than a card shows', () => {
  expect(cardTitleOf('文明斑马线')).toBe('文明斑马线');
  expect(cardTitleOf('  文明\n斑马线 ')).toBe('文明 斑马线');
  expect(cardTitleOf('一二三四五六七八九十一二三四五六七八九十')).toHaveLength(20);
  expect(cardTitleOf('一二三四五六七八九十一二三四五六七八九十一')).toBe(
    '一二三四五六七八九十一二三四五六七八九…',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const title = cardTitleOf(text);
      const plain = Array.from(text.replace(/\s+/g, ' ').trim()).join('');
      expect(room(title)).toBeLessThanOrEqual(CARD_TITLE_MAXIMUM);
      if (room(plain) <= CARD_TITLE_MAXIMUM) expect(title).toBe(plain);
      else expect(plain.startsWith(title.slice(0, -1).trimEnd())).toBe(true);
    }),
  );
});
