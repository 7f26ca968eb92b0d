import { parseActivityId, parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import { arrivalOfText, type Link } from '@domain/link/link';

import { routeOfLink } from './routes';
import { cardOfLink } from './use-share-link';

const LINKS: readonly Link[] = [
  { kind: 'project', projectId: parseProjectId('Project001') },
  { kind: 'activity', activityId: parseActivityId('Activity01') },
  { kind: 'shift', shiftId: parseShiftId('Shift00001') },
  { kind: 'station', stationId: 'Station001' },
  { kind: 'statistics' },
];

test.each(LINKS)('[LK10] a $kind is sent to a friend as a link that lands', (link) => {
  const { path, title, pictureUrl } = cardOfLink({ link, title: '文明斑马线' });
  expect(path).toMatch(/^pages\/landing\/index\?scene=/);
  expect(arrivalOfText(path)).toEqual({ link, channel: { kind: 'friend', number: 0 } });
  expect({ title, pictureUrl }).toEqual({ title: '文明斑马线', pictureUrl: '' });
});

test.each(LINKS)(
  '[LK11] from the timeline a $kind opens with its own params, and the way beside them',
  (link) => {
    const card = cardOfLink({ link, title: '' });
    for (const [query, kind] of [
      [card.timelineQuery, 'timeline'],
      [card.favouriteQuery, 'favourite'],
    ] as const) {
      const { s, ...own } = Object.fromEntries(new URLSearchParams(query));
      expect(own).toEqual(routeOfLink(link).params);
      expect(arrivalOfText(s ?? '')).toEqual({ link, channel: { kind, number: 0 } });
    }
  },
);
