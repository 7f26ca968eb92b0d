import { MAXIMUM_COUNT, SAMPLE_MS } from '@domain/project/outcome';

import {
  countingSchema,
  countOf,
  DROPPABLE_MS,
  formatRemaining,
  mayDrop,
  sampleOf,
  tapped,
  undone,
  type Counting,
} from './counting';

const START = Date.UTC(2026, 10, 25, 1, 0);
const begun: Counting = {
  requestId: 'request-of-a-count',
  projectId: 'Project001',
  pointId: 'Point00001',
  pointName: '东门路口',
  words: { countedWord: '机动车', unitWord: '辆', doneWord: '让行', missedWord: '未让行' },
  startedAt: START,
  taps: '',
};

test('[BP2] taps are counted, taken back, and end with the ten minutes', () => {
  const three = tapped(tapped(tapped(begun, 'done', START), 'missed', START), 'done', START + SAMPLE_MS - 1);
  expect([countOf(three, 'done'), countOf(three, 'missed')]).toEqual([2, 1]);
  expect(countOf(undone(three), 'done')).toBe(1);
  expect(undone(begun)).toEqual(begun);
  expect(tapped(three, 'done', START + SAMPLE_MS)).toEqual(three);
  const full = { ...begun, taps: 'd'.repeat(MAXIMUM_COUNT) };
  expect(tapped(full, 'done', START)).toEqual(full);
  expect(countingSchema.parse(JSON.parse(JSON.stringify(three)))).toEqual(three);
});

test('[BP2] a count sent late ended after ten minutes; one sent early says when', () => {
  expect(sampleOf(begun, START + 2 * SAMPLE_MS).endedAt).toBe(START + SAMPLE_MS);
  expect(sampleOf(begun, START + 90_000).endedAt).toBe(START + 90_000);
  expect(sampleOf(begun, START).endedAt).toBe(START + 1);
});

test('[BP2] it may be dropped in its first minute only', () => {
  expect([mayDrop(begun, START), mayDrop(begun, START + DROPPABLE_MS)]).toEqual([true, false]);
});

test('[BP2] the clock runs down to nothing', () => {
  const at = (elapsed: number) => formatRemaining(begun, START + elapsed);
  expect([at(0), at(1_000), at(SAMPLE_MS - 1), at(SAMPLE_MS), at(2 * SAMPLE_MS)]).toEqual([
    '10:00',
    '9:59',
    '0:01',
    '0:00',
    '0:00',
  ]);
});
