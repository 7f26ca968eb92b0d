import fc from 'fast-check';
import { anyPeople, COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { countNaively } from '../../tests/kit/naive-count';
import { TallyBook } from '../../tests/kit/tally-book';
import { lineageOf } from '../geography/division';
import { addDays, firstDayOfNextYear, parseCivilDay, yearOf, type CivilDay } from '../time/civil-day';
import { contributionOf, type VolunteerFacts } from './contribution';
import { begunIn, lapsingOf, lapsingTallyIds } from './lapsing';
import { NOTHING_LAPSES, paceOf } from './pace';
import { monthTallyIdsOf, tallyIdsOf, type Tally } from './tally';

const DIVISIONS = [...new Set(COMMUNITIES.flatMap(lineageOf))];
const day = parseCivilDay;
const anyToday = anyDay('2023-06-01', 700);

/** As known on the day: later service, moves and departures have not happened. */
function knownOn(people: readonly VolunteerFacts[], today: CivilDay): VolunteerFacts[] {
  return people
    .filter(({ standing }) => standing.registeredDay <= today)
    .map(({ standing, records, ...facts }) => ({
      ...facts,
      standing: {
        ...standing,
        leftDay: standing.leftDay !== null && standing.leftDay <= today ? standing.leftDay : null,
        residences: standing.residences.filter(({ fromDay }) => fromDay <= today),
      },
      records: records.filter(({ serviceDay }) => serviceDay <= today),
    }));
}

/** Only the documents a plan reads. */
function read(people: readonly VolunteerFacts[], ids: readonly string[]): Map<string, Tally> {
  const all = people.reduce((book, one) => book.add(contributionOf(one)), new TallyBook()).tallies();
  return new Map([...all].filter(([id]) => ids.includes(id)));
}

test('[ST32] who stops counting unless serving again: counted person by person, to the day', () => {
  fc.assert(
    fc.property(
      anyPeople,
      anyToday,
      fc.nat(500),
      fc.constantFrom(...DIVISIONS),
      fc.constantFrom('YEAR' as const, 'R12' as const),
      (people, today, left, division, window) => {
        const known = knownOn(people, today);
        const ids = [...tallyIdsOf(division, today), ...lapsingTallyIds(division, window, today)];
        const activeOn = (when: CivilDay): number => {
          const counts = countNaively(known, division, when);
          return window === 'YEAR' ? counts.activeYear : counts.activeR12;
        };
        const active = activeOn(today);
        const lastDay = addDays(today, left);
        const lapsing = lapsingOf(read(known, ids), division, window, active, today, lastDay);
        expect(lapsing.untilLastDay).toBe(active - activeOn(lastDay));
        for (const week of [1, 2, 30, 53]) {
          const lapsed = lapsing.byWeek[Math.min(week, lapsing.byWeek.length) - 1];
          expect(lapsed).toBe(active - activeOn(addDays(today, week * 7)));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('[ST32] who began in a week: counted person by person, by the day before and the day', () => {
  fc.assert(
    fc.property(
      anyPeople,
      anyToday,
      fc.constantFrom('CUM' as const, 'YEAR' as const, 'R12' as const),
      (people, fromDay, window) => {
        const [city] = DIVISIONS;
        if (city === undefined) throw new Error('the city');
        const week = { fromDay, toDay: addDays(fromDay, 6) };
        // Nobody leaves: a departure is taken from the newcomers, as in the net change.
        const staying = people
          .filter(({ standing }) => standing.status !== 'merged')
          .map((one) => ({ ...one, standing: { ...one.standing, leftDay: null } }));
        const ids = [...tallyIdsOf(city, fromDay), ...monthTallyIdsOf(city, fromDay, week.toDay)];
        let begun = 0;
        for (let when = fromDay; when <= week.toDay; when = addDays(when, 1)) {
          for (const one of staying) {
            const counts = (asOf: CivilDay): boolean => {
              const { activeCum, activeYear, activeR12 } = countNaively([one], city, asOf);
              return { CUM: activeCum, YEAR: activeYear, R12: activeR12 }[window] === 1;
            };
            const before = addDays(when, -1);
            const isNewYear = window === 'YEAR' && yearOf(before) !== yearOf(when);
            if (counts(when) && (isNewYear || !counts(before))) begun += 1;
          }
        }
        expect(begunIn(read(staying, ids), city, window, week)).toBe(begun);
      },
    ),
    { numRuns: 200 },
  );
});

test('[ST32] golden: 100 count and 40 of them run out; 10 a week are needed, 5 come', () => {
  const today = day('2026-01-01');
  const lastDay = addDays(today, 70);
  const five = Array.from({ length: 8 }, () => 5);
  const lapsing = { byWeek: [40], untilLastDay: 40, weeksKept: (week: number) => week };
  const pace = paceOf(60, five, today, lastDay, lapsing);
  expect(pace).toMatchObject({ state: 'late', lapsing: 40, neededPerWeek: 10, recentSum: 40 });
  expect(pace.forecastDay).toBe(addDays(today, 20 * 7));
  expect(pace.renewedDay).toBe(addDays(today, 12 * 7));
  // The goal is met today; by the last day it is not, as 40 run out and fewer come.
  expect(paceOf(-10, [0, 0, 0, 0, 0, 0, 0, 8], today, lastDay, lapsing)).toMatchObject({
    state: 'slipping',
    neededPerWeek: 3,
  });
  expect(paceOf(-10, five, today, lastDay, lapsing).state).toBe('reached');
  expect(paceOf(-50, [0, 0, 0, 0, 0, 0, 0, 0], today, lastDay, lapsing).state).toBe('reached');
});

test('[ST32] a year begins anew: what December has counts no more in January', () => {
  const today = day('2026-12-10');
  const ten = Array.from({ length: 8 }, () => 10);
  const lapsing = lapsingOf(new Map(), COMMUNITIES[0]!, 'YEAR', 200, today, day('2027-12-31'));
  expect(lapsing.untilLastDay).toBe(200);
  expect(firstDayOfNextYear(today)).toBe('2027-01-01');
  // 260 wanted, 200 have: the year turns in the fourth week, and 26 weeks of ten follow it.
  expect(paceOf(60, ten, today, day('2027-12-31'), lapsing).forecastDay).toBe(addDays(today, (4 + 26) * 7));
  // With the period over before the year turns, six weeks are too late and the same count begins anew.
  expect(paceOf(20, ten, today, day('2026-12-31'), lapsing).forecastDay).toBe(addDays(today, 14));
});

test('[ST32] the forecast is what walking week by week finds', () => {
  const anyLapsing = fc.array(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(
      anyLapsing,
      fc.integer({ min: 1, max: 200 }),
      fc.nat(40),
      fc.nat(300),
      (drops, lack, each, left) => {
        const today = day('2026-01-01');
        let total = 0;
        const byWeek = drops.map((drop) => (total += drop));
        const lapsing = { ...NOTHING_LAPSES, byWeek, untilLastDay: byWeek[Math.floor(left / 7) - 1] ?? 0 };
        const pace = paceOf(
          lack,
          Array.from({ length: 8 }, () => each),
          today,
          addDays(today, left),
          lapsing,
        );
        const isShort = (week: number): boolean => {
          let short = lack;
          for (let one = 1; one <= week; one += 1) short += (drops[one - 1] ?? 0) - each;
          return short > 0;
        };
        let week = 1;
        const weeksLeft = Math.floor(left / 7);
        const holds = (from: number): boolean => {
          for (let one = from; one <= Math.max(from, weeksLeft); one += 1) if (isShort(one)) return false;
          return true;
        };
        while (week <= 1_040 && !holds(week)) week += 1;
        expect(pace.forecastDay).toBe(week > 1_040 || each === 0 ? null : addDays(today, week * 7));
      },
    ),
    { numRuns: 200 },
  );
});
