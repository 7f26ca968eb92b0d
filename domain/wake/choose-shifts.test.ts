import fc from 'fast-check';
import { decideAdmission } from '../enrolment/admission';
import { parseDivisionCode } from '../geography/division';
import { parseActivityId, parseShiftId } from '../kernel/identifiers';
import { HOUR_MS, parseCivilDay } from '../time/civil-day';
import {
  chooseShifts,
  nearnessOf,
  NEARNESSES,
  OFFERED_SHIFTS,
  type Asked,
  type OpenShift,
} from './choose-shifts';

const NOW = Date.UTC(2026, 10, 26, 4);
const HOME = parseDivisionCode('513201100002');
const PLACES = ['513201100002', '513201100003', '513201101001', '513222100001'].map(parseDivisionCode);

const anyOpenShift: fc.Arbitrary<OpenShift> = fc
  .record({
    number: fc.nat(999),
    activity: fc.nat(5),
    startsIn: fc.integer({ min: -2, max: 40 }),
    hours: fc.integer({ min: 1, max: 6 }),
    place: fc.constantFrom(...PLACES),
    field: fc.constantFrom('elderCare' as const, 'health' as const, null),
    freeSeats: fc.option(fc.nat(2)),
    isLined: fc.boolean(),
    riskLevel: fc.constantFrom('general' as const, 'heightened' as const, 'emergency' as const),
  })
  .map(({ number, activity, startsIn, hours, ...rest }) => ({
    ...rest,
    shiftId: parseShiftId(`shift00${String(number).padStart(3, '0')}`),
    activityId: parseActivityId(`activity0${String(activity)}`),
    startsAt: NOW + startsIn * HOUR_MS,
    endsAt: NOW + (startsIn + hours) * HOUR_MS,
    requiredCourses: [],
  }));
const anyShifts = fc.uniqueArray(anyOpenShift, { selector: ({ shiftId }) => shiftId, maxLength: 25 });
const anyAsked: fc.Arbitrary<Asked> = fc.record({
  person: fc.record({
    birthDay: fc.constantFrom('1960-01-01', '2009-06-01').map(parseCivilDay),
    guardian: fc.constantFrom('none' as const, 'consented' as const),
  }),
  home: fc.constant(HOME),
  field: fc.constantFrom('elderCare' as const, null),
  busy: fc.array(
    fc.nat(40).map((hour) => ({ startsAt: NOW + hour * HOUR_MS, endsAt: NOW + (hour + 2) * HOUR_MS })),
    { maxLength: 3 },
  ),
});

test('[WK5] at most three, each of another activity, and each one that enrolling would accept', () => {
  fc.assert(
    fc.property(anyShifts, anyAsked, (shifts, asked) => {
      const offers = chooseShifts(shifts, asked, NOW);
      expect(offers.length).toBeLessThanOrEqual(OFFERED_SHIFTS);
      const chosen = offers.map(({ shiftId }) => shifts.find((shift) => shift.shiftId === shiftId));
      expect(new Set(chosen.map((shift) => shift?.activityId)).size).toBe(offers.length);
      for (const shift of chosen) {
        if (shift === undefined) throw new Error('of those that are open');
        expect(shift.startsAt).toBeGreaterThan(NOW);
        expect(shift.freeSeats === null || shift.freeSeats > 0).toBe(true);
        expect([shift.isLined, shift.riskLevel === 'emergency']).toEqual([false, false]);
        expect(decideAdmission(asked.person, shift)).toBeNull();
        const clashes = asked.busy.filter(
          (one) => one.startsAt < shift.endsAt && shift.startsAt < one.endsAt,
        );
        expect(clashes).toEqual([]);
      }
    }),
  );
});

test('[WK5] nothing that fits better is left out, and the order of what is given does not matter', () => {
  fc.assert(
    fc.property(anyShifts, anyAsked, (shifts, asked) => {
      const offers = chooseShifts(shifts, asked, NOW);
      expect(chooseShifts([...shifts].reverse(), asked, NOW)).toEqual(offers);
      const ranks = offers.map(({ nearness }) => NEARNESSES.indexOf(nearness));
      expect([...ranks].sort()).toEqual(ranks);
      expect(offers.every(({ nearness }) => nearness !== 'beyond')).toBe(true);
      const alone = shifts.filter((shift) => chooseShifts([shift], asked, NOW).length === 1);
      const activities = new Set(alone.map(({ activityId }) => activityId)).size;
      expect(offers).toHaveLength(Math.min(OFFERED_SHIFTS, activities));
      const nearest = Math.min(...alone.map(({ place }) => NEARNESSES.indexOf(nearnessOf(HOME, place))));
      if (offers.length > 0) expect(ranks[0]).toBe(nearest);
    }),
  );
});

test('[WK5] how near is said by divisions', () => {
  expect(PLACES.map((place) => nearnessOf(HOME, place))).toEqual([
    'community',
    'township',
    'county',
    'beyond',
  ]);
});
