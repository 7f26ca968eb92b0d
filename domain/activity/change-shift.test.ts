import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { storedAttendances } from '../../tests/kit/arbitrary-visits';
import { emptyLine } from '../enrolment/line';
import { decideCancellation } from '../enrolment/decide-enrolment';
import { parseDivisionCode } from '../geography/division';
import { civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS } from '../time/civil-day';
import {
  CHANGE_MARGIN_MS,
  changeClosesAt,
  decideShiftChange,
  isToldOfChange,
  MAXIMUM_CHANGES,
  overlapping,
  termsLeft,
  termsOf,
  type ChangeableShift,
  type WantedTerms,
} from './change-shift';
import { lineClosesAt, rulesOf } from './shift';

const anyPublished: fc.Arbitrary<ChangeableShift> = anyShift.map((shift) => ({
  ...shift,
  state: 'open',
  divisionName: '某社区',
  isPublished: true,
}));
const wantedOf = (shift: ChangeableShift, change: Partial<WantedTerms> = {}): WantedTerms => {
  const { startsAt, endsAt, place, divisionName, meetingPoint = '' } = shift;
  return { startsAt, endsAt, place, divisionName, meetingPoint, ...change };
};
const later = (shift: ChangeableShift, byMs: number): WantedTerms =>
  wantedOf(shift, { startsAt: shift.startsAt + byMs, endsAt: shift.endsAt + byMs });

/** The shift as it is stored after an accepted change. */
function changed(
  shift: ChangeableShift,
  wanted: WantedTerms,
  requestId: string,
  now: number,
): ChangeableShift {
  const decision = decideShiftChange(shift, wanted, { requestId, now });
  if (decision.kind !== 'accepted') throw new Error(`refused: ${JSON.stringify(decision)}`);
  return { ...shift, ...wanted, rules: decision.rules, changes: decision.changes };
}

test('[AT14] what is accepted leaves time to hear of it, keeps day and county, and says how it was', () => {
  const accepted = { count: 0 };
  const anyWish = fc.record({
    startsBy: fc.integer({ min: -20 * 60, max: 60 * 60 }),
    lengthMinutes: fc.integer({ min: 5, max: 13 * 60 }),
    beforeMinutes: fc.integer({ min: 0, max: 48 * 60 }),
    county: fc.constantFrom('513201100002', '513201100003', '513221100001'),
  });
  fc.assert(
    fc.property(anyPublished, anyWish, (shift, { startsBy, lengthMinutes, beforeMinutes, county }) => {
      const now = shift.startsAt - beforeMinutes * MINUTE_MS;
      const startsAt = shift.startsAt + startsBy * MINUTE_MS;
      const place = { ...shift.place, divisionCode: parseDivisionCode(county) };
      const wanted = wantedOf(shift, { startsAt, endsAt: startsAt + lengthMinutes * MINUTE_MS, place });
      const decision = decideShiftChange(shift, wanted, { requestId: 'request-of-the-wish', now });
      if (decision.kind !== 'accepted') return;
      accepted.count += 1;
      const after = { ...shift, ...wanted, rules: decision.rules };
      expect(now).toBeLessThan(Math.min(changeClosesAt(shift), changeClosesAt(after)));
      expect(civilDayOf(startsAt) >= civilDayOf(shift.startsAt)).toBe(true);
      expect(county.slice(0, 6)).toBe('513201');
      expect(decision.changes.at(-1)).toEqual({
        requestId: 'request-of-the-wish',
        at: now,
        before: termsOf(shift),
      });
      const again = { ...after, changes: decision.changes };
      const repeat = { requestId: 'request-of-the-wish', now: now + 1 };
      expect(decideShiftChange(again, wanted, repeat).kind).toBe('already');
    }),
  );
  expect(accepted.count).toBeGreaterThan(0);
});

const [OPEN] = fc.sample(anyPublished, 1);
const shiftOf = (change: Partial<ChangeableShift> = {}): ChangeableShift => {
  if (OPEN === undefined) throw new Error('a sample has one');
  const startsAt = Date.parse('2026-06-01T09:00:00+08:00');
  return { ...OPEN, startsAt, endsAt: startsAt + 3 * HOUR_MS, ...change };
};

test('[AT14] every refusal by its name; breaks move along; a draft changes without a trace', () => {
  const shift = shiftOf();
  const now = shift.startsAt - DAY_MS;
  const codeOf = (of: ChangeableShift, wanted: WantedTerms, at = now) => {
    const decision = decideShiftChange(of, wanted, { requestId: 'another-request', now: at });
    return decision.kind === 'rejected' ? [decision.code, decision.params['reason']] : [decision.kind];
  };
  expect(codeOf(shift, wantedOf(shift))).toEqual(['already']);
  expect(codeOf(shiftOf({ state: 'cancelled' }), later(shift, HOUR_MS))[0]).toBe('attendance.shiftCancelled');
  expect(codeOf(shift, later(shift, HOUR_MS), changeClosesAt(shift))[0]).toBe('activity.changeClosed');
  expect(codeOf(shift, later(shift, HOUR_MS), changeClosesAt(shift) - 1)).toEqual(['accepted']);
  const elsewhere = { ...shift.place, divisionCode: parseDivisionCode('513221100001') };
  expect(codeOf(shift, wantedOf(shift, { place: elsewhere }))[0]).toBe('activity.placeElsewhere');
  const times = 'activity.shiftTimesInvalid';
  expect(codeOf(shift, later(shift, -10 * HOUR_MS))).toEqual([times, 'earlierDay']);
  expect(codeOf(shift, later(shift, -2 * HOUR_MS), shift.startsAt - 2 * HOUR_MS)).toEqual([times, 'tooSoon']);
  const rules = {
    ...rulesOf(shift),
    breaks: [{ from: shift.startsAt + HOUR_MS, to: shift.startsAt + 2 * HOUR_MS }],
  };
  const moved = changed(shiftOf({ rules }), later(shift, HOUR_MS), 'moves-the-breaks', now);
  expect(rulesOf(moved).breaks).toEqual([
    { from: moved.startsAt + HOUR_MS, to: moved.startsAt + 2 * HOUR_MS },
  ]);
  const short = wantedOf(shift, { endsAt: shift.startsAt + 90 * MINUTE_MS });
  expect(codeOf(shiftOf({ rules }), short)).toEqual(['activity.breaksInvalid', 'outsideShift']);
  const draft = shiftOf({ isPublished: false });
  expect(changed(draft, later(draft, -10 * HOUR_MS), 'of-a-draft', now).changes).toEqual([]);
  let often = shift;
  for (let count = 1; count <= MAXIMUM_CHANGES; count += 1) {
    often = changed(often, later(often, MINUTE_MS), `request-number-${String(count)}`, now);
  }
  expect(codeOf(often, later(often, MINUTE_MS))[0]).toBe('activity.changedTooOften');
});

test('[AT14.1] shown is what stood when one agreed, as long as it is not so again', () => {
  const anySteps = fc.array(fc.record({ byMinutes: fc.constantFrom(-30, 30), waits: fc.nat({ max: 90 }) }), {
    minLength: 1,
    maxLength: MAXIMUM_CHANGES,
  });
  fc.assert(
    fc.property(anySteps, fc.nat({ max: 600 }), (steps, agreedMinute) => {
      let shift = shiftOf();
      let now = shift.startsAt - DAY_MS;
      const agreedAt = now + agreedMinute * MINUTE_MS;
      let agreed = termsOf(shift);
      for (const [index, { byMinutes, waits }] of steps.entries()) {
        now += waits * MINUTE_MS;
        const next = changed(shift, later(shift, byMinutes * MINUTE_MS), `step-number-${String(index)}`, now);
        if (agreedAt >= now + CHANGE_MARGIN_MS) agreed = termsOf(next);
        shift = next;
      }
      const left = termsLeft(shift, agreedAt);
      expect(left ?? termsOf(shift)).toEqual(agreed);
    }),
  );
});

test('[AT14.3] who agreed to other terms is never late; who enrolled after the change may be', () => {
  const shift = shiftOf({ capacity: 5, takenCount: 1 });
  const [known] = storedAttendances(shift);
  const changedAt = shift.startsAt - 4 * HOUR_MS;
  const after = changed(shift, wantedOf(shift, { meetingPoint: '东门' }), 'moves-the-meeting', changedAt);
  const isLate = (enrolledAt: number, seatGivenAt: number | null = null, of = after) => {
    if (known === undefined) throw new Error('a sample has one');
    const enrolment = { guardianId: null, seatGivenAt, isLateCancelled: false };
    const attendance = {
      ...known,
      checkIn: null,
      checkOut: null,
      state: 'enrolled' as const,
      enrolledAt,
      enrolment,
    };
    const facts = { shift: of, line: emptyLine(of.shiftId), attendances: [attendance] };
    const decision = decideCancellation({ ...facts, now: lineClosesAt(of) });
    return decision.kind === 'accepted' && decision.moves[0]?.enrolment.isLateCancelled;
  };
  expect(isLate(changedAt - HOUR_MS)).toBe(false);
  expect(isLate(changedAt + CHANGE_MARGIN_MS - 1)).toBe(false);
  expect(isLate(changedAt + CHANGE_MARGIN_MS)).toBe(true);
  expect(isLate(changedAt + HOUR_MS, changedAt + HOUR_MS)).toBe(false);
  expect(isLate(changedAt - HOUR_MS, null, shift)).toBe(true);
});

test('[AT14.1] shifts meet when they share an instant; one after another they do not', () => {
  const span = { startsAt: 10, endsAt: 20 };
  const others = [
    { startsAt: 0, endsAt: 10 },
    { startsAt: 0, endsAt: 11 },
    { startsAt: 12, endsAt: 13 },
    { startsAt: 19, endsAt: 30 },
    { startsAt: 20, endsAt: 30 },
  ];
  expect(overlapping(span, others)).toEqual(others.slice(1, 4));
});

test('[ME12] told of the last change is who agreed before it, not who enrolled when it was made', () => {
  const shift = shiftOf();
  const now = shift.startsAt - DAY_MS;
  const first = changed(shift, later(shift, HOUR_MS), 'the-first-change', now);
  const { changes } = changed(first, later(first, HOUR_MS), 'the-second-change', now + HOUR_MS);
  const told = [0, HOUR_MS / 2, HOUR_MS + CHANGE_MARGIN_MS].map((ms) => isToldOfChange(changes, now + ms));
  expect(told).toEqual([true, true, false]);
  expect(isToldOfChange(undefined, now)).toBe(false);
});
