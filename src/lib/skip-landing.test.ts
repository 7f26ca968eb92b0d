import { sceneOf } from '@domain/link/link';
import { DAY_MS } from '@domain/time/civil-day';
import { parseShiftId } from '@domain/kernel/identifiers';

import { arrivalChannel, arrivalScene } from './arrival-channel';
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

test('[LK7] the way somebody came by is kept for a week, whichever address it was', () => {
  const at = Date.now();
  for (const [address, number] of [
    ['/l?s=', 1],
    ['/p?s=', 2],
    ['/pages/landing/index?scene=', 3],
  ] as const) {
    const scene = sceneOf({ kind: 'statistics' }, { kind: 'article', number });
    expect(open(address + encodeURIComponent(scene))).toMatch(/^\/statistics/);
    expect(arrivalChannel(Date.now())).toBe(`a0${String(number)}`);
  }
  // A link that says nothing of its way leaves the one before.
  open(`/l?s=${sceneOf({ kind: 'shift', shiftId: SHIFT })}`);
  expect(arrivalScene(Date.now())).toBe(sceneOf({ kind: 'statistics' }, { kind: 'article', number: 3 }));
  expect(arrivalChannel(at + 6 * DAY_MS)).toBe('a03');
  expect(arrivalChannel(at + 8 * DAY_MS)).toBeNull();
  expect(arrivalScene(at + 8 * DAY_MS)).toBeNull();
});

test('a damaged address of the small page goes where it is explained', () => {
  expect(open('/p?s=p.cut')).toMatch(/^\/l\?s=/);
});

test('what cannot be read, and every other address, stays as it is', () => {
  for (const address of ['/l?s=c.cut', '/l', '/home', `/check-in?id=${SHIFT}&s=c.${SHIFT}.1.ABCDEFGHIJ`]) {
    expect(open(address)).toBe(address);
  }
});

test('[VI4] a link without a channel is remembered where none with one is; a code never', () => {
  localStorage.clear();
  const shift = sceneOf({ kind: 'shift', shiftId: SHIFT });
  open(`/l?s=${encodeURIComponent(sceneOf({ kind: 'checkIn', shiftId: SHIFT, code: '1k2j3h.ABCDEFGHIJ' }))}`);
  expect(arrivalScene(Date.now())).toBeNull();
  open(`/l?s=${shift}`);
  expect([arrivalScene(Date.now()), arrivalChannel(Date.now())]).toEqual([shift, null]);
  const poster = sceneOf({ kind: 'shift', shiftId: SHIFT }, { kind: 'poster', number: 2 });
  open(`/l?s=${poster}`);
  open(`/l?s=${shift}`);
  expect([arrivalScene(Date.now()), arrivalChannel(Date.now())]).toEqual([poster, 'p02']);
});
