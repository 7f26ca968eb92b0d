import fc from 'fast-check';
import { COMMUNITIES, PROJECTS } from '../../tests/kit/arbitrary-volunteers';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { TallyBook } from '../../tests/kit/tally-book';
import { parseDivisionCode } from '../geography/division';
import { settlementOf, URBAN_RURAL_CODES } from '../geography/urban-rural';
import { addDays, parseCivilDay, type CivilDay } from '../time/civil-day';
import { equityOf } from './equity';
import {
  lifeStepsOf,
  liveProjectSteps,
  servedStepsOf,
  servedRuralSteps,
  shiftContributionOf,
  type ShiftFacts,
} from './shift-contribution';
import type { Step } from './span';
import { stocksOn } from './tally';

const CITY = parseDivisionCode('5132');
const COUNTY = parseDivisionCode('513201');
const anyShiftDay = anyDay('2024-01-01', 400);
const anyAsOf = anyDay('2024-01-01', 600);
const anyFacts: fc.Arbitrary<ShiftFacts> = fc.record({
  day: anyShiftDay,
  placeCode: fc.constantFrom(...COMMUNITIES),
  urbanRuralCode: fc.option(fc.constantFrom(...URBAN_RURAL_CODES)),
  projectId: fc.constantFrom(...PROJECTS),
  projectDivision: fc.constant(COUNTY),
  isGrassroots: fc.boolean(),
  accredited: fc.option(
    fc
      .tuple(anyShiftDay, fc.integer({ min: 1, max: 300 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) })),
  ),
  qualifiedCount: fc.nat({ max: 8 }),
  minutes: fc.nat({ max: 900 }),
});
const anyShifts = fc.array(anyFacts, { maxLength: 14 });
const within90 = (day: CivilDay, asOf: CivilDay): boolean => day <= asOf && asOf < addDays(day, 90);

test('[ST19][ST20] the sums by place and project are what counting the shifts gives', () => {
  fc.assert(
    fc.property(anyShifts, anyAsOf, fc.constantFrom(CITY, COUNTY, ...COMMUNITIES), (shifts, asOf, place) => {
      const book = new TallyBook();
      for (const facts of shifts) {
        const { changes, projectChanges } = shiftContributionOf(facts);
        book.add(changes).addProjects(projectChanges);
      }
      const held = shifts.filter(({ day, qualifiedCount }) => day <= asOf && qualifiedCount > 0);
      const here = held.filter(({ placeCode }) => placeCode.startsWith(place));
      const rural = here.filter(({ urbanRuralCode }) => settlementOf(urbanRuralCode) === 'rural');
      const urban = here.filter(({ urbanRuralCode }) => settlementOf(urbanRuralCode) === 'urban');
      const minutes = (rows: readonly ShiftFacts[]) => rows.reduce((sum, row) => sum + row.minutes, 0);
      const branded = here.filter(
        ({ day, qualifiedCount, accredited }) =>
          qualifiedCount >= 5 &&
          within90(day, asOf) &&
          accredited !== null &&
          accredited.from <= asOf &&
          (accredited.to === null || asOf < accredited.to),
      );
      expect(stocksOn(book.tallies(), place, asOf)).toMatchObject({
        heldShifts: here.length,
        heldMinutes: minutes(here),
        ruralShifts: rural.length,
        ruralMinutes: minutes(rural),
        urbanMinutes: minutes(urban),
        brandPresence: branded.length,
      });
      for (const projectId of PROJECTS) {
        const own = held.filter((facts) => facts.projectId === projectId);
        expect(stocksOn(book.tallies(), projectId, asOf)).toMatchObject({
          heldShifts: own.length,
          heldMinutes: minutes(own),
          livelyShifts: own.filter(({ qualifiedCount }) => qualifiedCount >= 5).length,
        });
      }
    }),
  );
});

const stockOf = (steps: readonly Step[], asOf: CivilDay): number =>
  steps.filter(({ day }) => day <= asOf).reduce((sum, { amount }) => sum + amount, 0);

test('[ST19][ST20][ST21] a project is live, a village served, for 90 days from every day that counts', () => {
  fc.assert(
    fc.property(anyShifts, anyAsOf, (shifts, asOf) => {
      const lively = shifts.some(({ day, qualifiedCount }) => qualifiedCount >= 5 && within90(day, asOf));
      expect(stockOf(lifeStepsOf(shifts), asOf)).toBe(lively ? 1 : 0);
      const served = shifts.some(
        ({ day, qualifiedCount, urbanRuralCode }) =>
          qualifiedCount > 0 && settlementOf(urbanRuralCode) === 'rural' && within90(day, asOf),
      );
      expect(stockOf(servedStepsOf(shifts), asOf)).toBe(served ? 1 : 0);
    }),
  );
});

test('[ST15][ST20] days that join and leave one by one add up to all days counted at once', () => {
  const anyMoves = fc.array(fc.tuple(anyShiftDay, fc.boolean()), { maxLength: 30 });
  fc.assert(
    fc.property(
      anyMoves,
      anyAsOf,
      fc.constantFrom(liveProjectSteps, servedRuralSteps),
      (moves, asOf, steps) => {
        const days = new Set<CivilDay>();
        const sum: Step[] = [];
        for (const [day, joins] of moves) {
          if (days.has(day) === joins) continue;
          // Only neighbours within the window, as the fold reads them.
          const near = [...days].filter((one) => addDays(one, 90) >= day && one <= addDays(day, 90));
          sum.push(...steps(near, day, joins));
          if (joins) days.add(day);
          else days.delete(day);
        }
        expect(stockOf(sum, asOf)).toBe([...days].some((day) => within90(day, asOf)) ? 1 : 0);
      },
    ),
  );
});

test('[ST20] rural is what the code says, and no code is neither', () => {
  expect(URBAN_RURAL_CODES.filter((code) => settlementOf(code) === 'rural')).toEqual(['210', '220']);
  expect(settlementOf(null)).toBeNull();
});

test('[ST20][ST3] equity is one fraction of minutes per resident, none without residents of both', () => {
  const residents = { referenceDay: parseCivilDay('2020-11-01'), document: '公报' };
  const both = { ...residents, ruralResidents: 600, urbanResidents: 400 };
  // 3,000 ÷ 600 = 5 minutes a person in the villages, 4,000 ÷ 400 = 10 in the towns
  expect(equityOf(3_000, 4_000, both)).toEqual({ numerator: 1_200_000, denominator: 2_400_000 });
  expect(equityOf(3_000, 0, both)).toBeNull();
  expect(equityOf(3_000, 4_000, null)).toBeNull();
  expect(equityOf(3_000, 4_000, { ...both, ruralResidents: 0 })).toBeNull();
});
