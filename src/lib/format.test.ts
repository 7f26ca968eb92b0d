import { parseCivilDay, startOfDay } from '@domain/time/civil-day';

import {
  formatAsOf,
  formatCount,
  formatDistance,
  formatInstant,
  formatMinutes,
  formatPeriod,
  formatRunning,
  formatUntil,
} from './format';

const MIDNIGHT = startOfDay(parseCivilDay('2026-11-23'));
const HOUR = 3_600_000;
const NOW = MIDNIGHT + 9 * HOUR;

test('counts carry separators', () => {
  expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
});

test('minutes read as hours from sixty on', () => {
  expect([0, 59, 60, 125].map(formatMinutes)).toEqual(['0 分钟', '59 分钟', '1 小时 00 分', '2 小时 05 分']);
});

test('distances change to kilometres at one thousand metres and never promise less than it is', () => {
  expect([0, 120, 999, 1000, 1250, 12_990].map(formatDistance)).toEqual([
    '0 米',
    '120 米',
    '999 米',
    '1.0 公里',
    '1.2 公里',
    '12.9 公里',
  ]);
});

test('days near today have names, others their date and weekday', () => {
  const at = (days: number) => formatInstant(MIDNIGHT + days * 24 * HOUR, NOW);
  expect([-1, 0, 1, 2, 3].map(at)).toEqual([
    '昨天 00:00',
    '今天 00:00',
    '明天 00:00',
    '后天 00:00',
    '11月26日 周四 00:00',
  ]);
  expect(at(60)).toBe('2027年1月22日 周五 00:00');
});

test('a period says when it ends on another day', () => {
  const start = MIDNIGHT + 14 * HOUR;
  expect(formatPeriod(start, start + 2 * HOUR, NOW)).toBe('今天 14:00–16:00');
  expect(formatPeriod(start, MIDNIGHT + 24 * HOUR, NOW)).toBe('今天 14:00–24:00');
  expect(formatPeriod(start, start + 12 * HOUR, NOW)).toBe('今天 14:00–次日 02:00');
});

test('as-of, running and remaining times', () => {
  expect(formatAsOf(NOW + 5 * 60_000)).toBe('截至 2026年11月23日 09:05');
  expect([formatRunning(-5), formatRunning(309_000)]).toEqual(['00:00:00', '00:05:09']);
  expect(formatUntil(NOW + 125 * 60_000, NOW)).toBe('还有 2 小时 05 分');
  expect(formatUntil(NOW + 72 * HOUR, NOW)).toBe('还有 3 天');
  expect(formatUntil(NOW - 1, NOW)).toBe('马上');
});
