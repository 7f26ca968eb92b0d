import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { addDays, parseCivilDay } from '../time/civil-day';
import { mayGrant, overlaps, refusalOfGrant, ROLES, stateOf, type Held } from './grant';

const TODAY = parseCivilDay('2026-03-10');
const CODES = ['5132', '513201', '513221', '513201100', '513201100002', '5101', '510104'].map(
  parseDivisionCode,
);
const code = fc.constantFrom(...CODES);
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
const held = fc.array(
  fc.record({ role: fc.constantFrom(...ROLES), divisionCode: fc.option(code, { nil: null }) }),
  { maxLength: 4 },
);
const wish = fc.record({
  role: fc.constantFrom(...ROLES),
  isTeams: fc.boolean(),
  divisionCode: code,
  fromDay: day,
  toDay: fc.option(day, { nil: null }),
});

test('[RL1] a role counts on its days and not a moment after it is revoked', () => {
  const term = { fromDay: TODAY, toDay: addDays(TODAY, 1), isRevoked: false };
  expect(stateOf(term, addDays(TODAY, -1))).toBe('ahead');
  expect(stateOf(term, TODAY)).toBe('inForce');
  expect(stateOf(term, addDays(TODAY, 1))).toBe('inForce');
  expect(stateOf(term, addDays(TODAY, 2))).toBe('ended');
  expect(stateOf({ ...term, isRevoked: true }, TODAY)).toBe('revoked');
  expect(stateOf({ ...term, toDay: null }, addDays(TODAY, 900))).toBe('inForce');
});

test('[RL2] nobody gives what is beyond the own role or the own division', () => {
  fc.assert(
    fc.property(held, wish, (own, wanted) => {
      if (refusalOfGrant(own, wanted, TODAY) !== null) return;
      const giver = own.find(
        ({ role, divisionCode }: Held) =>
          (role === 'cityOffice' ||
            (role === 'countyOffice' && !['cityOffice', 'auditor'].includes(wanted.role))) &&
          divisionCode !== null &&
          wanted.divisionCode.startsWith(divisionCode),
      );
      expect(giver).toBeDefined();
      expect(wanted.isTeams).toBe(wanted.role === 'organiser');
      expect(wanted.fromDay >= TODAY && (wanted.toDay === null || wanted.toDay >= wanted.fromDay)).toBe(true);
    }),
  );
});

test('[RL2] organisers, site managers and auditors give nothing', () => {
  for (const role of ['organiser', 'siteManager', 'auditor'] as const)
    for (const wanted of ROLES)
      expect(
        mayGrant([{ role, divisionCode: parseDivisionCode('5132') }], wanted, parseDivisionCode('513201')),
      ).toBe(false);
});

test('[RL3] a role fits its scope, and begins today at the earliest', () => {
  const city: Held[] = [{ role: 'cityOffice', divisionCode: parseDivisionCode('5132') }];
  const ask = (wishes: object) =>
    refusalOfGrant(
      city,
      {
        ...{ role: 'countyOffice', isTeams: false, divisionCode: parseDivisionCode('513201') },
        ...{ fromDay: TODAY, toDay: null },
        ...wishes,
      },
      TODAY,
    );
  expect(ask({})).toBeNull();
  expect(ask({ divisionCode: parseDivisionCode('513201100') })).toMatchObject({ code: 'role.scopeWrong' });
  expect(ask({ isTeams: true })).toMatchObject({ code: 'role.scopeWrong' });
  expect(ask({ divisionCode: parseDivisionCode('510104') })).toMatchObject({ code: 'role.beyondOwn' });
  expect(ask({ fromDay: addDays(TODAY, -1) })).toMatchObject({ code: 'role.datesWrong' });
  expect(ask({ fromDay: addDays(TODAY, 2), toDay: addDays(TODAY, 1) })).toMatchObject({
    code: 'role.datesWrong',
  });
});

test('[RL3] terms overlap when they share a day', () => {
  fc.assert(
    fc.property(day, fc.nat(20), day, fc.nat(20), (aFrom, aLong, bFrom, bLong) => {
      const [a, b] = [
        { fromDay: aFrom, toDay: addDays(aFrom, aLong) },
        { fromDay: bFrom, toDay: addDays(bFrom, bLong) },
      ];
      const days = Array.from({ length: aLong + 1 }, (_, index) => addDays(aFrom, index));
      expect(overlaps(a, b)).toBe(days.some((one) => one >= b.fromDay && one <= b.toDay));
      expect(overlaps(b, a)).toBe(overlaps(a, b));
    }),
  );
});
