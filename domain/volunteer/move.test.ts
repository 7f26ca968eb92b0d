import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer, COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { lineageOf } from '../geography/division';
import { contributionOf, differenceOf } from '../statistics/contribution';
import { addDays, parseCivilDay } from '../time/civil-day';
import { decideMove, MAXIMUM_MOVES_A_MONTH, residencesAfter, type Dwelling } from './move';

const [HOME, OTHER, THIRD] = COMMUNITIES;
if (HOME === undefined || OTHER === undefined || THIRD === undefined) throw new Error('communities are few');
const TODAY = parseCivilDay('2026-11-23');
const settled: Dwelling = {
  residences: [{ divisionCode: HOME, fromDay: parseCivilDay('2025-01-01') }],
  moves: null,
};

test('[RG9] one lives in the new home from today on; who lives there already has moved', () => {
  const moved = decideMove(settled, OTHER, TODAY);
  expect(moved).toEqual({
    kind: 'moved',
    residences: [...settled.residences, { divisionCode: OTHER, fromDay: TODAY }],
    moves: { month: '2026-11', count: 1 },
  });
  expect(decideMove(settled, HOME, TODAY)).toEqual({ kind: 'already' });
  if (moved.kind === 'moved') expect(decideMove(moved, OTHER, TODAY)).toEqual({ kind: 'already' });
});

test('[RG9] of several moves of a day the last counts, and coming back is no move', () => {
  const there = residencesAfter(settled.residences, OTHER, TODAY);
  expect(residencesAfter(there, THIRD, TODAY)).toEqual([
    ...settled.residences,
    { divisionCode: THIRD, fromDay: TODAY },
  ]);
  expect(residencesAfter(there, HOME, TODAY)).toEqual(settled.residences);
  const registeredToday = [{ divisionCode: HOME, fromDay: TODAY }];
  expect(residencesAfter(registeredToday, OTHER, TODAY)).toEqual([{ divisionCode: OTHER, fromDay: TODAY }]);
});

test('[RG9] a month holds so many moves, the next begins anew, and the refusal says when', () => {
  const moves = { month: '2026-11', count: MAXIMUM_MOVES_A_MONTH };
  expect(decideMove({ ...settled, moves }, OTHER, TODAY)).toEqual({
    kind: 'rejected',
    code: 'volunteer.movedTooOften',
    params: { maximum: MAXIMUM_MOVES_A_MONTH, fromDay: '2026-12-01' },
  });
  expect(decideMove({ ...settled, moves }, OTHER, parseCivilDay('2026-12-01'))).toMatchObject({
    kind: 'moved',
    moves: { month: '2026-12', count: 1 },
  });
  const inWinter = { ...settled, moves: { month: '2026-12', count: MAXIMUM_MOVES_A_MONTH } };
  expect(decideMove(inWinter, OTHER, parseCivilDay('2026-12-31'))).toMatchObject({
    params: { fromDay: '2027-01-01' },
  });
});

test('[RG9][ST15] a move changes no figure of a day before it, and moves the person as a whole', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, fc.constantFrom(...COMMUNITIES), (facts, today, home) => {
      const { standing } = facts;
      const last = standing.residences[standing.residences.length - 1];
      fc.pre(standing.leftDay === null && last !== undefined && last.fromDay <= today);
      fc.pre(standing.registeredDay < today);
      const residences = residencesAfter(standing.residences, home, today);
      const before = contributionOf(facts);
      const after = contributionOf({ ...facts, standing: { ...standing, residences } });
      const changes = differenceOf(before, after);
      expect(changes.filter(({ day }) => day < today)).toEqual([]);
      for (const quantity of new Set(changes.map((change) => change.quantity))) {
        const sum = changes
          .filter((change) => change.quantity === quantity)
          .reduce((total, { amount }) => total + amount, 0);
        expect(sum).toBe(0);
      }
      expect(residences.map(({ fromDay }) => fromDay)).toEqual(
        residences.map(({ fromDay }) => fromDay).sort(),
      );
      expect(lineageOf(residences[residences.length - 1]?.divisionCode ?? home)).toEqual(lineageOf(home));
      expect(residencesAfter(residences, home, addDays(today, 1))).toEqual(residences);
    }),
  );
});
