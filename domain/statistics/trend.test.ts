import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer } from '../../tests/kit/arbitrary-volunteers';
import { countNaively } from '../../tests/kit/naive-count';
import { TallyBook } from '../../tests/kit/tally-book';
import { parseDivisionCode } from '../geography/division';
import { contributionOf } from './contribution';
import { stocksOn } from './tally';
import { TREND_DAYS, TREND_MONTHS, trendDaysOf, trendTallyIds } from './trend';

const CITY = parseDivisionCode('5132');
const anyGrain = fc.constantFrom('month' as const, 'day' as const);

test('[ST44] every point of a trend is the figure of its day, from at most six documents', () => {
  fc.assert(
    fc.property(fc.array(anyVolunteer, { maxLength: 6 }), anyAsOfDay, anyGrain, (people, day, grain) => {
      const book = new TallyBook();
      for (const facts of people) book.add(contributionOf(facts));
      const all = book.tallies();
      const ids = trendTallyIds(CITY, grain, day);
      expect(ids.length).toBeLessThanOrEqual(6);
      const read = new Map([...all].filter(([id]) => ids.includes(id)));
      for (const point of trendDaysOf(grain, day)) {
        const precision = grain === 'month' && point !== day ? 'monthEnd' : 'day';
        expect(stocksOn(read, CITY, point, precision)).toEqual(countNaively(people, CITY, point));
      }
    }),
  );
});

test('[ST44] a trend has 24 months or 31 days, ascending, the last the day itself', () => {
  fc.assert(
    fc.property(anyAsOfDay, anyGrain, (day, grain) => {
      const days = trendDaysOf(grain, day);
      expect(days).toHaveLength(grain === 'month' ? TREND_MONTHS : TREND_DAYS);
      expect(days).toEqual([...days].sort());
      expect(days.at(-1)).toBe(day);
    }),
  );
});
