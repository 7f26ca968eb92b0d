import { parseShiftId } from '@domain/kernel/identifiers';
import { DAY_MS } from '@domain/time/civil-day';

import { deedAfterRegistering, forgetInterruptedDeed } from './interrupted-deed';
import { checkInRoute, homeRoute, mineRoute, newOrderRoute } from './routes';

const NOW = Date.parse('2026-11-27T01:00:00Z');
const deed = checkInRoute(parseShiftId('Shift00001'), { code: '1a2b.AbCdEfGh12', scannedAt: NOW });

beforeEach(() => localStorage.clear());

test('[LK13] a registration taken up again from home leads back to the deed, for a day', () => {
  expect(deedAfterRegistering(deed, NOW)).toEqual(deed);
  expect(deedAfterRegistering(homeRoute, NOW + DAY_MS)).toEqual(deed);
  expect(deedAfterRegistering(null, NOW + 1)).toEqual(deed);
  expect(deedAfterRegistering(mineRoute, NOW + DAY_MS + 1)).toEqual(mineRoute);
});

test('[LK13] the last deed counts, and none once it is done', () => {
  deedAfterRegistering(deed, NOW);
  deedAfterRegistering(newOrderRoute(), NOW + 1);
  expect(deedAfterRegistering(null, NOW + 2)).toEqual(newOrderRoute());
  forgetInterruptedDeed();
  expect(deedAfterRegistering(null, NOW + 3)).toBeNull();
});

test('[LK13] what somebody else wrote into the storage leads nowhere', () => {
  localStorage.setItem(
    'xiangfeng.interrupted-deed:',
    JSON.stringify({ route: 'https://elsewhere.example/', at: NOW }),
  );
  expect(deedAfterRegistering(homeRoute, NOW)).toEqual(homeRoute);
});
