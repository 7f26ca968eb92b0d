import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { parseCivilDay } from '@domain/time/civil-day';

import { newShift, planOf, shiftAfter } from './activity-draft';
import { proposedDays, shiftsMovedTo, shiftsOn } from './weekly-draft';

const day = parseCivilDay('2026-11-28');

test('[AC7] the first shift on each chosen day: hours, seats and breaks stay, keys are new', () => {
  const first = {
    ...newShift('1', '2026-11-27'),
    seats: '8',
    breaks: [{ startTime: '10:00', endTime: '10:10' }],
  };
  const { days, left } = proposedDays(day, [6, 7], 2);
  expect([days, left]).toEqual([['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06'], 0]);
  const shifts = shiftsOn([first, shiftAfter(first, '2')], days.slice(1));
  expect(shifts.map(({ key, day: on }) => [key, on])).toEqual([
    ['1', '2026-11-29'],
    ['2', '2026-12-05'],
    ['3', '2026-12-06'],
  ]);
  expect(shifts.every(({ seats, breaks }) => seats === '8' && breaks.length === 1)).toBe(true);
  expect(shifts.map((shift) => planOf(shift)?.startsAt)).toEqual([
    Date.parse('2026-11-29T09:00:00+08:00'),
    Date.parse('2026-12-05T09:00:00+08:00'),
    Date.parse('2026-12-06T09:00:00+08:00'),
  ]);
});

test('[AC7] more days than an activity holds are said, not dropped silently', () => {
  const { days, left } = proposedDays(day, [1, 2, 3, 4, 5, 6, 7], 26);
  expect(days).toHaveLength(MAXIMUM_SHIFTS);
  expect(left).toBe(7 * 26 - MAXIMUM_SHIFTS);
});

test('[AC8] moved as a whole; what has no day yet stays without one', () => {
  const first = newShift('1', '2026-11-27');
  const shifts = [shiftAfter(shiftAfter(first, '2'), '3'), first, { ...first, key: '4', day: '' }];
  expect(shiftsMovedTo(shifts, parseCivilDay('2027-01-01')).map((shift) => shift.day)).toEqual([
    '2027-01-03',
    '2027-01-01',
    '',
  ]);
});
