import fc from 'fast-check';
import { anyAsOfDay, anyPeople, anyVolunteer, COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { countNaively } from '../../tests/kit/naive-count';
import { TallyBook } from '../../tests/kit/tally-book';
import { lineageOf, parentOf } from '../geography/division';
import { endOfPreviousMonth } from '../time/civil-day';
import { contributionOf, differenceOf, mergeChanges, type VolunteerFacts } from './contribution';
import { ACTIVITY_MEASURES, QUANTITIES } from './measure';
import { stocksOn, tallyIdsOf, type Stocks } from './tally';

const DIVISIONS = [...new Set(COMMUNITIES.flatMap(lineageOf))];
const bookOf = (people: readonly VolunteerFacts[]): TallyBook =>
  people.reduce((book, facts) => book.add(contributionOf(facts)), new TallyBook());

test('[ST10][ST13][ST14][ST15] dated changes give what counting everybody gives', () => {
  fc.assert(
    fc.property(anyPeople, fc.array(anyAsOfDay, { minLength: 3, maxLength: 3 }), (people, days) => {
      const tallies = bookOf(people).tallies();
      for (const day of days) {
        for (const division of DIVISIONS) {
          expect(stocksOn(tallies, division, day)).toEqual(countNaively(people, division, day));
        }
      }
    }),
  );
});

test('[ST5] children sum to their parent, for every quantity', () => {
  fc.assert(
    fc.property(anyPeople, anyAsOfDay, (people, day) => {
      const tallies = bookOf(people).tallies();
      for (const parent of DIVISIONS) {
        const children = DIVISIONS.filter((code) => parentOf(code) === parent);
        if (children.length === 0) continue;
        const own = stocksOn(tallies, parent, day);
        const theirs = children.map((child) => stocksOn(tallies, child, day));
        for (const quantity of QUANTITIES) {
          expect(theirs.reduce((sum, stocks) => sum + stocks[quantity], 0)).toBe(own[quantity]);
        }
      }
    }),
  );
});

test('[ST14] numerator ⊆ denominator: 0 ≤ STRICT ≤ active ≤ registered, and no window beats all time', () => {
  fc.assert(
    fc.property(anyPeople, anyAsOfDay, fc.constantFrom(...DIVISIONS), (people, day, division) => {
      const stocks = stocksOn(bookOf(people).tallies(), division, day);
      for (const quantity of Object.values(ACTIVITY_MEASURES)) {
        expect(stocks[quantity]).toBeGreaterThanOrEqual(0);
        expect(stocks[quantity]).toBeLessThanOrEqual(stocks.activeCum);
      }
      expect(stocks.activeCum).toBeLessThanOrEqual(stocks.registered);
      expect(stocks.activeCumStrict).toBeLessThanOrEqual(stocks.activeCum);
      expect(stocks.activeYearStrict).toBeLessThanOrEqual(stocks.activeYear);
      expect(stocks.activeR12Strict).toBeLessThanOrEqual(stocks.activeR12);
    }),
  );
});

test('[ST15] before + difference = after, as changes and in the tallies: the path never matters', () => {
  fc.assert(
    fc.property(anyVolunteer, anyVolunteer, anyVolunteer, (first, second, third) => {
      const [before, between, after] = [first, second, third].map(contributionOf);
      if (before === undefined || between === undefined || after === undefined) throw new Error('three');
      expect(mergeChanges([...before, ...differenceOf(before, after)])).toEqual(after);
      const walked = new TallyBook()
        .add(before)
        .add(differenceOf(before, between))
        .add(differenceOf(between, after));
      expect(walked.print()).toBe(new TallyBook().add(after).print());
    }),
  );
});

test('[ST15] folding again changes nothing; the order of people and records is no matter', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      for (const facts of people) {
        const changes = contributionOf(facts);
        expect(differenceOf(changes, contributionOf(facts))).toEqual([]);
        expect(contributionOf({ ...facts, records: [...facts.records].reverse() })).toEqual(changes);
      }
      expect(bookOf([...people].reverse()).print()).toBe(bookOf(people).print());
    }),
  );
});

test('[ST15] only taking the last qualifying record back lowers the active count', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, (facts, day) => {
      const city = lineageOf(COMMUNITIES[0]!)[0]!;
      const activeOf = (one: VolunteerFacts) => stocksOn(bookOf([one]).tallies(), city, day).activeCum;
      facts.records.forEach((_, index) => {
        const fewer = { ...facts, records: facts.records.filter((__, other) => other !== index) };
        expect([0, 1]).toContain(activeOf(facts) - activeOf(fewer));
      });
      expect(activeOf({ ...facts, records: [] })).toBe(0);
    }),
  );
});

test('[ST10] who was merged into another adds nothing', () => {
  fc.assert(
    fc.property(anyVolunteer, (facts) => {
      const merged = { ...facts, standing: { ...facts.standing, status: 'merged' as const } };
      expect(contributionOf(merged)).toEqual([]);
    }),
  );
});

test('[ST16] the stock at a month’s end needs two documents, and is the same', () => {
  fc.assert(
    fc.property(anyPeople, anyAsOfDay, fc.constantFrom(...DIVISIONS), (people, day, division) => {
      const tallies = bookOf(people).tallies();
      const monthEnd = endOfPreviousMonth(day);
      const allTimeAndYear = new Map(
        [...tallies].filter(([id]) => id.split(':')[1]?.includes('-') === false),
      );
      const exact: Stocks = stocksOn(tallies, division, monthEnd);
      expect(stocksOn(allTimeAndYear, division, monthEnd, 'monthEnd')).toEqual(exact);
      expect(tallyIdsOf(division, monthEnd)).toHaveLength(3);
    }),
  );
});
