import { HOUR_MS, parseCivilDay, startOfDay } from '@domain/time/civil-day';

import { instantOfClock } from './clock-time';

const DAY = startOfDay(parseCivilDay('2026-11-03'));

test('[AT7.2] a typed time is one of the shift, over midnight too', () => {
  const evening = { startsAt: DAY + 22 * HOUR_MS };
  expect(instantOfClock('21:30', evening)).toBe(DAY + 21.5 * HOUR_MS);
  expect(instantOfClock('01:00', evening)).toBe(DAY + 25 * HOUR_MS);
  expect(instantOfClock('00:30', { startsAt: DAY + HOUR_MS })).toBe(DAY + 0.5 * HOUR_MS);
  expect(instantOfClock('23:30', { startsAt: DAY + HOUR_MS })).toBe(DAY - 0.5 * HOUR_MS);
  expect(['', '9:5', 'aa:bb'].map((text) => instantOfClock(text, evening))).toEqual([null, null, null]);
});
