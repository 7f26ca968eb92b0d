import { parseCourseId } from '../kernel/identifiers';
import { parseCivilDay } from '../time/civil-day';
import { firstLacking, standingOn } from './qualification';

const course = parseCourseId('course0001');
const day = parseCivilDay;
const held = [
  { courseId: course, from: day('2025-01-01'), to: day('2026-01-01') },
  { courseId: course, from: day('2025-06-01'), to: day('2026-06-01') },
];

test('[TR2] held from the day of the training to the last day of its validity, the longest counts', () => {
  expect(standingOn(course, held, day('2024-12-31'))).toEqual({ kind: 'missing' });
  expect(standingOn(course, held, day('2025-01-01'))).toEqual({ kind: 'held', to: '2026-01-01' });
  expect(standingOn(course, held, day('2026-05-31'))).toEqual({ kind: 'held', to: '2026-06-01' });
  expect(standingOn(course, held, day('2026-06-01'))).toEqual({ kind: 'expired', to: '2026-06-01' });
  expect(standingOn(parseCourseId('course0002'), held, day('2026-01-01'))).toEqual({ kind: 'missing' });
});

test('[TR3] the first course that is lacking is named', () => {
  const required = [
    { courseId: course, title: '急救' },
    { courseId: parseCourseId('course0002'), title: '防汛' },
  ];
  expect(firstLacking(required, held, day('2025-07-01'))?.course.title).toBe('防汛');
  expect(firstLacking(required.slice(0, 1), held, day('2025-07-01'))).toBeNull();
  expect(firstLacking([], [], day('2025-07-01'))).toBeNull();
});
