import { sceneOf } from '@domain/link/link';
import { parseShiftId } from '@domain/kernel/identifiers';

import { skipLanding } from './skip-landing';

const SHIFT = parseShiftId('abcdefghij');
const open = (address: string): string => {
  history.replaceState(null, '', address);
  skipLanding();
  return location.pathname + location.search;
};

test('[LK5] a scanned link begins at the page it means', () => {
  const scene = encodeURIComponent(sceneOf({ kind: 'checkIn', shiftId: SHIFT, code: '1k2j3h.ABCDEFGHIJ' }));
  expect(open(`/l?s=${scene}`)).toBe(`/check-in?id=${SHIFT}&code=1k2j3h.ABCDEFGHIJ`);
  expect(open(`/l?s=${encodeURIComponent(sceneOf({ kind: 'shift', shiftId: SHIFT }))}`)).toBe(
    `/shift?id=${SHIFT}`,
  );
});

test('what cannot be read, and every other address, stays as it is', () => {
  for (const address of ['/l?s=c.cut', '/l', '/home', `/check-in?id=${SHIFT}&s=c.${SHIFT}.1.ABCDEFGHIJ`]) {
    expect(open(address)).toBe(address);
  }
});
