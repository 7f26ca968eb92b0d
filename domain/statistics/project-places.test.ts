/** 服务地 (BP14): kept by one shift after another, equal to what all of them say at once. */
import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { parseProjectId } from '../kernel/identifiers';
import { addDays, parseCivilDay, type CivilDay } from '../time/civil-day';
import { placeSteps, placeStepsOf, shiftContributionOf, type ShiftFacts } from './shift-contribution';
import { placeBookOf } from './tally';

const PLACES = ['513201001001', '513201001002', '513221001001'].map(parseDivisionCode);
const projectId = parseProjectId('Project001');
const START = parseCivilDay('2026-12-20');

function factsOf(place: number, dayNumber: number, qualifiedCount = 1): ShiftFacts {
  return {
    ...{ day: addDays(START, dayNumber), placeCode: PLACES[place] ?? parseDivisionCode('513201001001') },
    ...{ urbanRuralCode: null, projectId, projectDivision: parseDivisionCode('513201') },
    ...{ isGrassroots: false, accredited: null, qualifiedCount, minutes: 60 * qualifiedCount },
  };
}

type Sums = Map<CivilDay, number>;
function add(sums: Sums, steps: readonly { readonly day: CivilDay; readonly amount: number }[]): void {
  for (const { day, amount } of steps) sums.set(day, (sums.get(day) ?? 0) + amount);
}
const print = (sums: Sums) =>
  [...sums]
    .filter(([, amount]) => amount !== 0)
    .sort()
    .join(' ');

const anyStep = fc.record({ place: fc.nat({ max: 2 }), day: fc.nat({ max: 25 }), joins: fc.boolean() });

test('[BP14] whatever shifts come and go, a place counts from its first day on', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const held: ShiftFacts[] = [];
      const kept: Sums = new Map();
      for (const { place, day, joins } of steps) {
        const facts = factsOf(place, day);
        const known = held.findIndex((one) => one.day === facts.day && one.placeCode === facts.placeCode);
        if (!joins && known < 0) continue;
        if (!joins) held.splice(known, 1);
        const others = held.filter(({ placeCode }) => placeCode === facts.placeCode).map((one) => one.day);
        add(kept, placeSteps([...others].sort()[0] ?? null, facts.day, joins));
        if (joins) held.push(facts);
        const counted: Sums = new Map();
        add(counted, placeStepsOf(held));
        expect(print(kept)).toBe(print(counted));
        const places = [...kept.values()].reduce((sum, amount) => sum + amount, 0);
        expect(places).toBe(new Set(held.map(({ placeCode }) => placeCode)).size);
      }
    }),
  );
});

test('[BP14] a shift writes the book of its place; one that nobody has a record of does not', () => {
  const [place] = PLACES;
  const { projectChanges } = shiftContributionOf(factsOf(0, 3));
  expect(projectChanges).toContainEqual({
    projectId: placeBookOf(projectId, place!),
    ...{ day: addDays(START, 3), quantity: 'heldShifts', amount: 1 },
  });
  expect(shiftContributionOf(factsOf(0, 3, 0)).projectChanges).toEqual([]);
  expect(placeStepsOf([factsOf(0, 3, 0)])).toEqual([]);
});
