import { parseShiftId } from '@domain/kernel/identifiers';
import { linkOfScene, sceneOf } from '@domain/link/link';

import { checkInHubRoute, checkInRoute, registerRoute, routeOfLink, routeOfText } from './routes';

const shiftId = parseShiftId('Shift00001');

test('a rotating code leads to the check-in page with its code', () => {
  const link = linkOfScene(sceneOf({ kind: 'checkIn', shiftId, code: '1a2b.AbCdEfGh12' }));
  expect(link === null ? null : routeOfLink(link)).toEqual({
    path: '/pages/check-in/index',
    params: { id: 'Shift00001', code: '1a2b.AbCdEfGh12' },
  });
});

test.each([checkInRoute(shiftId, { code: '1a2b.AbCdEfGh12', isLeaving: true }), checkInHubRoute])(
  'registration returns to exactly the deed it interrupted',
  (deed) => {
    expect(routeOfText(registerRoute(deed).params.back)).toEqual(deed);
  },
);

test.each([
  undefined,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example',
  'javascript:alert(1)',
  '/pages/../x',
  '/pages/shift/index?id=<script>',
])('nothing but a page of the app is gone back to: %s', (text) => {
  expect(routeOfText(text)).toBeNull();
});
