import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer, COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { TallyBook } from '../../tests/kit/tally-book';
import { contributionOf } from '../statistics/contribution';
import { publishedSumOf } from '../statistics/membership';
import { stocksOn } from '../statistics/tally';
import { addDays, daysBetween } from '../time/civil-day';
import { dormancyOf, DORMANT_WINDOWS, SERVED_WITHIN_DAYS, servedWithin } from './dormancy';

const anyWindow = fc.constantFrom(...DORMANT_WINDOWS);

test('[WK1] the dormant are the registered less the active of the published figure, in every home', () => {
  fc.assert(
    fc.property(fc.array(anyVolunteer, { maxLength: 8 }), anyAsOfDay, anyWindow, (people, day, window) => {
      const book = new TallyBook();
      for (const facts of people) book.add(contributionOf(facts));
      const tallies = book.tallies();
      for (const home of COMMUNITIES) {
        const stocks = stocksOn(tallies, home, day);
        const dormant = people.filter((facts) => dormancyOf(facts, window, day)?.home === home);
        const active = publishedSumOf(`active.${window}`, stocks);
        expect(dormant).toHaveLength(stocks.registered - active);
      }
    }),
  );
});

test('[WK1] how long ago somebody served is said by the last qualifying record up to the day', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, anyWindow, (facts, day, window) => {
      const dormant = dormancyOf(facts, window, day);
      if (dormant === null) return;
      const served = facts.records.filter(({ minutes, serviceDay }) => minutes >= 1 && serviceDay <= day);
      const last = served
        .map(({ serviceDay }) => serviceDay)
        .sort()
        .at(-1);
      const age = last === undefined ? null : daysBetween(last, day);
      seen.add(dormant.past);
      expect(dormant.past).toBe(age === null ? 'never' : age < 365 ? 'recent' : 'longAgo');
      const projects = served.filter(({ serviceDay }) => serviceDay === last).map((one) => one.projectId);
      expect(dormant.lastProjectId === null ? projects : projects.includes(dormant.lastProjectId)).toEqual(
        dormant.lastProjectId === null ? [] : true,
      );
      if (window === 'CUM') expect(dormant.past).toBe('never');
      if (window === 'R12') expect(dormant.past).not.toBe('recent');
    }),
    { numRuns: 400 },
  );
  expect([...seen].sort()).toEqual(['longAgo', 'never', 'recent']);
});

test('[WK7] served is a qualifying record on one of thirty days, the day of the assignment the first', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, fc.nat(60), ({ records }, from, later) => {
      const asOf = addDays(from, later);
      const naive = records.some(({ minutes, serviceDay }) => {
        const age = daysBetween(from, serviceDay);
        return minutes >= 1 && age >= 0 && age < SERVED_WITHIN_DAYS && age <= later;
      });
      expect(servedWithin(records, from, asOf)).toBe(naive);
    }),
  );
});
