import fc from 'fast-check';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { parseDivisionCode } from '../geography/division';
import { addDays, daysBetween, parseCivilDay } from '../time/civil-day';
import type { Change } from './contribution';
import { completeWeeksBefore, PACE_WEEKS, paceOf } from './pace';
import { changeOver, incrementsOf, monthTallyIdsOf, type Tally } from './tally';

const day = parseCivilDay;
const weekly = fc.array(fc.integer({ min: -20, max: 300 }), {
  minLength: PACE_WEEKS,
  maxLength: PACE_WEEKS,
});

test('[ST32] the weeks are the last eight from Monday to Sunday that were over before the day', () => {
  expect(completeWeeksBefore(day('2026-11-23')).at(-1)).toEqual({
    fromDay: '2026-11-16',
    toDay: '2026-11-22',
  });
  expect(completeWeeksBefore(day('2026-11-22')).at(-1)?.toDay).toBe('2026-11-15');
  fc.assert(
    fc.property(anyDay('2020-01-01', 4_000), (today) => {
      const weeks = completeWeeksBefore(today);
      expect(weeks).toHaveLength(PACE_WEEKS);
      weeks.forEach((week, index) => {
        expect(new Date(`${week.fromDay}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysBetween(week.fromDay, week.toDay)).toBe(6);
        const next = weeks[index + 1]?.fromDay;
        if (next !== undefined) expect(addDays(week.toDay, 1)).toBe(next);
      });
      const last = weeks.at(-1)?.toDay ?? today;
      expect(daysBetween(last, today)).toBeGreaterThanOrEqual(1);
      expect(daysBetween(last, today)).toBeLessThanOrEqual(7);
    }),
  );
});

test('[ST32] a steady pace of 10 a week closes a gap of 95 in 10 weeks, without a band', () => {
  const steady = Array.from({ length: PACE_WEEKS }, () => 10);
  expect(paceOf(95, steady, day('2026-01-01'), day('2026-03-12'))).toEqual({
    state: 'onTime',
    daysLeft: 70,
    lapsing: 0,
    neededPerWeek: 10,
    recentSum: 80,
    halfWidthHundredths: 0,
    forecastDay: '2026-03-12',
    earliestDay: '2026-03-12',
    latestDay: '2026-03-12',
    renewedDay: '2026-03-12',
  });
  expect(paceOf(101, steady, day('2026-01-01'), day('2026-03-12')).state).toBe('late');
});

test('[ST32] the band is 1.28 · sd / √8 of the eight weeks', () => {
  const pace = paceOf(100, [6, 14, 6, 14, 6, 14, 6, 14], day('2026-01-01'), day('2026-12-31'));
  // sd = √(8 · 16 / 7) = 4.2762, so 1.28 · 4.2762 / √8 = 1.9352
  expect(pace.halfWidthHundredths).toBe(194);
  expect([pace.earliestDay, pace.forecastDay, pace.latestDay]).toEqual([
    addDays(day('2026-01-01'), 9 * 7),
    addDays(day('2026-01-01'), 10 * 7),
    addDays(day('2026-01-01'), 13 * 7),
  ]);
});

test('[ST32] no pace, no date: 按目前速度无法按期; no gap: reached; no day left: no need a week', () => {
  const none = Array.from({ length: PACE_WEEKS }, () => 0);
  const today = day('2026-01-01');
  expect(paceOf(1, none, today, day('2026-12-31'))).toMatchObject({ state: 'standstill', forecastDay: null });
  expect(paceOf(0, none, today, day('2026-12-31'))).toMatchObject({ state: 'reached', neededPerWeek: 0 });
  expect(paceOf(5, none, today, today).neededPerWeek).toBeNull();
  expect(paceOf(1_000_000, [1, 0, 0, 0, 0, 0, 0, 0], today, today).forecastDay).toBeNull();
});

test('[ST32] the forecast is the first week that closes the gap, the need a week the least', () => {
  const today = day('2026-01-01');
  fc.assert(
    fc.property(
      weekly,
      fc.integer({ min: 1, max: 2_000 }),
      fc.integer({ min: 1, max: 700 }),
      (all, gap, left) => {
        const pace = paceOf(gap, all, today, addDays(today, left));
        const sum = all.reduce((total, people) => total + people, 0);
        expect(pace.recentSum).toBe(sum);
        if (pace.forecastDay !== null) {
          const weeks = daysBetween(today, pace.forecastDay) / 7;
          expect(sum * weeks).toBeGreaterThanOrEqual(gap * 8);
          expect(sum * (weeks - 1)).toBeLessThan(gap * 8);
          expect(pace.earliestDay !== null && pace.earliestDay <= pace.forecastDay).toBe(true);
          expect(pace.latestDay === null || pace.latestDay >= pace.forecastDay).toBe(true);
        }
        const need = pace.neededPerWeek ?? 0;
        expect(need * left).toBeGreaterThanOrEqual(gap * 7);
        expect((need - 1) * left).toBeLessThan(gap * 7);
        const mean = sum / 8;
        const sd = Math.sqrt(all.reduce((total, people) => total + (people - mean) ** 2, 0) / 7);
        const exact = (128 * sd) / Math.sqrt(8);
        expect(pace.halfWidthHundredths).toBeGreaterThanOrEqual(exact - 1e-6);
        expect(pace.halfWidthHundredths).toBeLessThan(exact + 1 + 1e-6);
      },
    ),
  );
});

test('[ST32] changes over any days, read from month documents, equal a plain sum of the changes', () => {
  const here = parseDivisionCode('513201100002');
  const change = fc.record({ day: anyDay('2026-01-20', 100), amount: fc.integer({ min: -3, max: 9 }) });
  fc.assert(
    fc.property(fc.array(change), anyDay('2026-01-20', 100), fc.nat(60), (rows, from, length) => {
      const to = addDays(from, length);
      const changes = rows.map((row): Change => ({ ...row, divisionCode: here, quantity: 'activeCum' }));
      const cellsById = new Map<string, Record<string, Record<string, number>>>();
      for (const { tallyId, cell, quantity, amount } of incrementsOf(changes)) {
        const cells = cellsById.get(tallyId) ?? {};
        cells[cell] = { ...cells[cell], [quantity]: amount };
        cellsById.set(tallyId, cells);
      }
      const county = parseDivisionCode('513201');
      const tallies = new Map<string, Tally>(
        monthTallyIdsOf(county, from, to).map((tallyId) => [
          tallyId,
          { tallyId, cells: cellsById.get(tallyId) ?? {} },
        ]),
      );
      const expected = rows
        .filter((row) => from <= row.day && row.day <= to)
        .reduce((sum, row) => sum + row.amount, 0);
      expect(changeOver(tallies, county, 'activeCum', from, to)).toBe(expected);
    }),
    { numRuns: 200 },
  );
});
