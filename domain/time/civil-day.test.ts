import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import {
  addDays,
  civilDayOf,
  daysBetween,
  DAY_MS,
  endOfDay,
  endOfPreviousMonth,
  firstDayOfNextYear,
  isCivilDay,
  minuteOfDay,
  monthOf,
  parseCivilDay,
  sameDayLastYear,
  startOfDay,
  yearOf,
} from './civil-day';
import { anyDay, anyInstant } from '../../tests/kit/arbitrary-facts';

const day = parseCivilDay;

test('[ST1] a day begins at 16:00 UTC of the day before', () => {
  expect(civilDayOf(Date.UTC(2026, 10, 22, 15, 59, 59, 999))).toBe('2026-11-22');
  expect(civilDayOf(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-23');
  expect(startOfDay(day('2026-11-23'))).toBe(Date.UTC(2026, 10, 22, 16));
  expect(minuteOfDay(Date.UTC(2026, 10, 22, 16, 7))).toBe(7);
});

test('[ST1] every instant lies in the half-open day it is said to fall on', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const on = civilDayOf(instant);
      expect(startOfDay(on)).toBeLessThanOrEqual(instant);
      expect(instant).toBeLessThan(endOfDay(on));
      expect(minuteOfDay(instant)).toBe(Math.floor((instant - startOfDay(on)) / 60_000));
    }),
  );
});

test('[ST1] the machine’s own time zone never matters', () => {
  const module = path.resolve(__dirname, 'civil-day.ts');
  const program = `
    const { civilDayOf, startOfDay, minuteOfDay } = require(${JSON.stringify(module)});
    const rows = [];
    for (let at = Date.UTC(2023, 11, 30); at < Date.UTC(2024, 2, 3); at += 30 * 60_000) {
      const day = civilDayOf(at);
      rows.push([at, day, startOfDay(day), minuteOfDay(at)]);
    }
    console.log(new Date(0).getTimezoneOffset() + '|' + JSON.stringify(rows));`;
  const run = (zone: string) =>
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }).split('|');
  const [utcOffset, utc] = run('UTC');
  const [shanghaiOffset, shanghai] = run('Asia/Shanghai');
  const [newYorkOffset, newYork] = run('America/New_York');
  expect([utcOffset, shanghaiOffset, newYorkOffset]).toEqual(['0', '-480', '300']);
  expect(shanghai).toBe(utc);
  expect(newYork).toBe(utc);
});

test('[ST1] days exist or are refused; leap days too', () => {
  for (const text of ['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31']) expect(day(text)).toBe(text);
  const refused = ['2023-02-29', '2100-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01', ''];
  for (const text of [...refused, '2024-1-1', '2024-02-29 ', '1899-12-31', '2200-01-01', '２０２４-01-01']) {
    expect(isCivilDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  }
});

test('[ST1] adding days and counting them agree, and order as text is order in time', () => {
  fc.assert(
    fc.property(anyDay('2015-01-01', 8_000), fc.integer({ min: -3_000, max: 3_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(from < to).toBe(days > 0);
      expect(startOfDay(to) - startOfDay(from)).toBe(days * DAY_MS);
    }),
  );
});

test('[ST16] the bases of growth: last month’s end, the same day last year', () => {
  expect(endOfPreviousMonth(day('2024-03-31'))).toBe('2024-02-29');
  expect(endOfPreviousMonth(day('2023-03-01'))).toBe('2023-02-28');
  expect(endOfPreviousMonth(day('2024-01-15'))).toBe('2023-12-31');
  expect(sameDayLastYear(day('2024-02-29'))).toBe('2023-02-28');
  expect(sameDayLastYear(day('2025-02-28'))).toBe('2024-02-28');
  expect(firstDayOfNextYear(day('2024-02-29'))).toBe('2025-01-01');
  fc.assert(
    fc.property(anyDay('2015-01-01', 8_000), (on) => {
      const base = endOfPreviousMonth(on);
      expect(addDays(base, 1)).toBe(`${monthOf(on)}-01`);
      expect(Number(yearOf(on)) - Number(yearOf(sameDayLastYear(on)))).toBe(1);
    }),
  );
});
