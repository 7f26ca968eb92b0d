import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer, COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { TallyBook } from '../../tests/kit/tally-book';
import { contributionOf, type VolunteerFacts } from './contribution';
import { MEASURES, type MeasureId } from './measure';
import {
  isInMinutes,
  isOfSeveral,
  LISTED_MEASURES,
  listedMeasureOf,
  publishedSumOf,
  shareOf,
} from './membership';
import { stocksOn } from './tally';

const anyPeople = fc.array(anyVolunteer, { maxLength: 8 });

function bookOf(people: readonly VolunteerFacts[]): ReturnType<TallyBook['tallies']> {
  const book = new TallyBook();
  for (const facts of people) book.add(contributionOf(facts));
  return book.tallies();
}

test('[ST18][ST22][ST40] the persons behind a figure add up to it, in every home and on every day', () => {
  fc.assert(
    fc.property(anyPeople, anyAsOfDay, fc.constantFrom(...LISTED_MEASURES), (people, day, measure) => {
      const tallies = bookOf(people);
      for (const home of COMMUNITIES) {
        const sum = people.reduce((total, facts) => total + shareOf(facts, home, measure, day).amount, 0);
        expect(sum).toBe(publishedSumOf(measure, stocksOn(tallies, home, day)));
      }
    }),
  );
});

test('[ST40] a person stands in the list of one home, with days of service that lie before the day', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, fc.constantFrom(...LISTED_MEASURES), (facts, day, measure) => {
      const shares = COMMUNITIES.map((home) => shareOf(facts, home, measure, day));
      const present = shares.filter(({ amount }) => amount > 0);
      if (!isInMinutes(measure) && !isOfSeveral(measure)) expect(present.length).toBeLessThanOrEqual(1);
      for (const { serviceDays } of present) {
        if (measure !== 'registered') expect(serviceDays.length).toBeGreaterThan(0);
        expect(serviceDays.every((served) => served <= day)).toBe(true);
      }
    }),
  );
});

test('[ST40] a person who matters in a division has a home row there', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, fc.constantFrom(...LISTED_MEASURES), (facts, day, measure) => {
      const homes = new Set(facts.standing.residences.map(({ divisionCode }) => divisionCode));
      for (const home of COMMUNITIES) {
        if (!homes.has(home)) expect(shareOf(facts, home, measure, day).amount).toBe(0);
      }
    }),
  );
});

test('[ST40] a rate opens to its numerator', () => {
  const wanted: [MeasureId, string][] = [
    ['registered', 'registered'],
    ['registrationRatio', 'registered'],
    ['activityRate.R12-STRICT', 'active.R12-STRICT'],
    ['active.YEAR', 'active.YEAR'],
    ['serviceHours', 'serviceHours'],
  ];
  for (const [measure, listed] of wanted) expect(listedMeasureOf(measure)).toBe(listed);
  expect(LISTED_MEASURES.every((measure) => measure in MEASURES)).toBe(true);
});
