import { parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import { addressOf, sceneOf, type Link } from '@domain/link/link';

import { readLanding } from './read-landing';

const LINKS: Link[] = [
  { kind: 'project', projectId: parseProjectId('Project001') },
  { kind: 'checkIn', shiftId: parseShiftId('Shift00001'), code: '1a2b.AbCdEfGh12' },
];

test.each(LINKS)('a $kind link lands the same by code, by address and by ordinary QR', (link) => {
  const scene = sceneOf(link);
  const address = addressOf('https://example.org', link);
  const asked = { kind: 'link', link, channel: null };
  expect(readLanding({ scene: encodeURIComponent(scene) })).toEqual(asked);
  expect(readLanding({ s: scene })).toEqual(asked);
  expect(readLanding({ q: encodeURIComponent(address) })).toEqual(asked);
  expect(readLanding({ q: address })).toEqual(asked);
});

test('a cut, mistyped or foreign link is unreadable, no link is empty', () => {
  const scene = sceneOf({ kind: 'project', projectId: parseProjectId('Project001') });
  for (const text of [scene.slice(0, -1), scene.replace('P', 'Q'), 'hello', '%E0%A4%A', '<script>']) {
    expect(readLanding({ scene: text })).toEqual({ kind: 'unreadable' });
  }
  expect(readLanding({ q: 'https://elsewhere.example/?s=1' })).toEqual({ kind: 'unreadable' });
  expect(readLanding({})).toEqual({ kind: 'empty' });
});
