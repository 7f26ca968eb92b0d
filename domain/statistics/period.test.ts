import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { addDays, endOfPreviousMonth, monthOf, parseCivilDay, yearOf } from '../time/civil-day';
import { beforeDayOf, lengthOf, pointsOf, precisionOn, tallyIdsOn } from './period';
import { incrementsOf, stocksOn } from './tally';

const dayOf = (offset: number) => addDays(parseCivilDay('2020-01-01'), offset);
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 1095 }))
  .map(([from, length]) => ({ fromDay: dayOf(from), toDay: dayOf(from + length) }));
const COMMUNITY = parseDivisionCode('513201100002');

test('[EX2] points lie in the period, ascending, and end with its last day', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const points = pointsOf(period);
      expect(points).toEqual([...points].sort());
      expect(points[points.length - 1]).toBe(period.toDay);
      expect((points[0] ?? '') >= period.fromDay).toBe(true);
      if (lengthOf(period) <= 62) expect(points).toHaveLength(lengthOf(period));
      else for (const day of points.slice(0, -1)) expect(precisionOn(day)).toBe('monthEnd');
      expect(points.length).toBeLessThanOrEqual(62);
    }),
  );
  const march = { fromDay: parseCivilDay('2026-03-01'), toDay: parseCivilDay('2026-03-31') };
  expect(beforeDayOf(march)).toBe('2026-02-28');
  expect(lengthOf(march)).toBe(31);
  expect(pointsOf({ fromDay: march.toDay, toDay: march.fromDay })).toEqual([]);
});

test('[EX2] the documents named are few and enough: stocks from them are the sums of the changes', () => {
  const change = fc.record({
    divisionCode: fc.constant(COMMUNITY),
    day: fc.integer({ min: 0, max: 3600 }).map(dayOf),
    quantity: fc.constant('registered' as const),
    amount: fc.integer({ min: -5, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), anyPeriod, (changes, period) => {
      const days = [...pointsOf(period), beforeDayOf(period), endOfPreviousMonth(period.toDay)];
      const ids = tallyIdsOn(COMMUNITY, days);
      expect(new Set(ids).size).toBe(ids.length);
      const tallies = new Map<string, { tallyId: string; cells: Record<string, { registered: number }> }>();
      for (const { tallyId, cell, amount } of incrementsOf(changes)) {
        if (!ids.includes(tallyId)) continue;
        const tally = tallies.get(tallyId) ?? { tallyId, cells: {} };
        tally.cells[cell] = { registered: (tally.cells[cell]?.registered ?? 0) + amount };
        tallies.set(tallyId, tally);
      }
      for (const day of days) {
        const sum = changes.filter((one) => one.day <= day).reduce((total, one) => total + one.amount, 0);
        expect(stocksOn(tallies, COMMUNITY, day, precisionOn(day)).registered).toBe(sum);
      }
      const years = new Set(days.map(yearOf)).size;
      const months = new Set(days.filter((day) => precisionOn(day) === 'day').map(monthOf)).size;
      expect(ids.length).toBe(1 + years + months);
    }),
  );
});
