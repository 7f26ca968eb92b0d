import fc from 'fast-check';
import { parseAttendanceId, parseVolunteerId, type AttendanceId } from '../kernel/identifiers';
import { addDays, civilDayOf, MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import { DEFAULT_SHIFT_RULES } from './attendance-rules';
import { creditVisit, daysOfVisit, type Credit } from './credit-visit';
import {
  approvalLevelOf,
  MAXIMUM_DAY_VISITS,
  minutesOn,
  totalOf,
  withoutVisit,
  type ServiceDay,
} from './service-day';

const volunteerId = parseVolunteerId('volunteer1');
const MIDNIGHT = startOfDay(parseCivilDay('2026-11-27'));
const at = (minute: number): number => MIDNIGHT + minute * MINUTE_MS;
const idOf = (index: number): AttendanceId =>
  parseAttendanceId(`shift${String(index).padStart(5, '0')}:volunteer1`);

interface Plan {
  /** minutes from midnight; the shift is at most twelve hours and may begin on the day before */
  readonly starts: number;
  readonly length: number;
  readonly inAfter: number;
  readonly stays: number;
  readonly percent: number | null;
}
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  starts: fc.integer({ min: -700, max: 700 }),
  length: fc.integer({ min: 10, max: 720 }),
  inAfter: fc.integer({ min: -30, max: 300 }),
  stays: fc.integer({ min: 0, max: 760 }),
  percent: fc.option(fc.constantFrom(50, 80), { freq: 3 }),
});

class Person {
  readonly days = new Map<string, ServiceDay>();

  credit(index: number, { starts, length, inAfter, stays, percent }: Plan): Credit {
    const visit = {
      attendanceId: idOf(index),
      volunteerId,
      shift: {
        startsAt: at(starts),
        endsAt: at(starts + length),
        rules: { ...DEFAULT_SHIFT_RULES, minimumPresencePercent: percent },
      },
      checkInAt: at(starts + inAfter),
      checkOutAt: at(starts + inAfter + stays),
    };
    const known = daysOfVisit(visit).flatMap((day) => this.days.get(day) ?? []);
    const credit = creditVisit(visit, known);
    for (const day of credit.days) this.days.set(day.day, day);
    return credit;
  }
}

/** The rule once more, minute by minute: each minute belongs to the first who has it. */
function naively(plans: readonly Plan[], voided: number | null = null): number[] {
  const owner = new Map<number, number>();
  const counts = plans.map(() => 0);
  plans.forEach((plan, index) => {
    if (index === voided) return;
    const from = Math.max(plan.starts, plan.starts + plan.inAfter);
    const to = Math.min(plan.starts + plan.length, plan.starts + plan.inAfter + plan.stays);
    if (plan.percent !== null && Math.max(0, to - from) * 100 < plan.length * plan.percent) return;
    for (let minute = from; minute < to; minute += 1) {
      if (owner.has(minute)) continue;
      owner.set(minute, index);
      counts[index] = (counts[index] ?? 0) + 1;
    }
  });
  return counts;
}

test('[AT8] visits are credited as the union of their times, each minute once, on its own day', () => {
  fc.assert(
    fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), (plans) => {
      const person = new Person();
      const credits = plans.map((plan, index) => person.credit(index, plan));
      expect(credits.map(({ creditedMinutes }) => creditedMinutes)).toEqual(naively(plans));
      const total = credits.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
      expect([...person.days.values()].reduce((sum, day) => sum + totalOf(day), 0)).toBe(total);
      plans.forEach((plan, index) => {
        const credit = credits[index]!;
        const lost = credit.deductions.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(credit.creditedMinutes + lost).toBe(plan.stays);
        const out = civilDayOf(at(plan.starts + plan.inAfter + plan.stays));
        for (const { day, minutes } of credit.servedDays ?? []) {
          expect(minutesOn(person.days.get(day)!, idOf(index))).toBeGreaterThanOrEqual(minutes);
        }
        const parts = credit.servedDays ?? [{ day: out, minutes: credit.creditedMinutes }];
        expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(credit.creditedMinutes);
      });
    }),
  );
});

test('[AT8] a visit that frees its time leaves what would be without it; nothing is ever taken back', () => {
  const anyCase = fc
    .array(anyPlan, { minLength: 1, maxLength: 6 })
    .chain((plans) => fc.tuple(fc.constant(plans), fc.nat({ max: plans.length - 1 })));
  fc.assert(
    fc.property(anyCase, ([plans, voided]) => {
      const person = new Person();
      plans.forEach((plan, index) => person.credit(index, plan));
      const before = [...person.days.values()];
      const after = before.map((day) => withoutVisit(day, idOf(voided)));
      const minutesIn = (days: readonly ServiceDay[]) =>
        plans.map((_plan, index) => days.reduce((sum, day) => sum + minutesOn(day, idOf(index)), 0));
      expect(minutesIn(after)).toEqual(naively(plans, voided));
      minutesIn(after).forEach((minutes, index) => {
        if (index !== voided) expect(minutes).toBeGreaterThanOrEqual(minutesIn(before)[index]!);
      });
    }),
  );
});

const whole = (starts: number, length: number): Plan => ({
  starts,
  length,
  inAfter: 0,
  stays: length,
  percent: null,
});

test('[AT8] around midnight the minutes of each day are its own', () => {
  const credit = new Person().credit(1, whole(-90, 210));
  expect(credit.servedDays).toEqual([
    { day: addDays(civilDayOf(MIDNIGHT), -1), minutes: 90 },
    { day: civilDayOf(MIDNIGHT), minutes: 120 },
  ]);
  // All before midnight, checked out after it: the day is not the one of the check-out.
  const late = new Person().credit(1, { ...whole(-120, 100), stays: 130 });
  expect(late.servedDays).toEqual([{ day: addDays(civilDayOf(MIDNIGHT), -1), minutes: 100 }]);
  expect(new Person().credit(1, whole(60, 60)).servedDays).toBeUndefined();
});

test('[AT9] the tiers of a day: 480 automatic, up to 720 the organisation, above it the county', () => {
  expect([480, 481, 720, 721].map(approvalLevelOf)).toEqual([null, 'organisation', 'organisation', 'county']);
  const person = new Person();
  expect(person.credit(1, whole(0, 300)).waitsFor).toBeNull();
  expect(person.credit(2, whole(300, 180)).waitsFor).toBeNull();
  expect(person.credit(3, whole(500, 60))).toMatchObject({ waitsFor: 'organisation', dayMinutes: 540 });
  expect(person.credit(4, whole(600, 240))).toMatchObject({ waitsFor: 'county', dayMinutes: 780 });
  // What counts nothing needs nobody.
  expect(person.credit(5, whole(0, 100))).toMatchObject({ creditedMinutes: 0, waitsFor: null });
  // Ten hours of a night are two days of five.
  expect(new Person().credit(1, whole(-300, 600)).waitsFor).toBeNull();
});

test('[AT7] below the least presence nothing is credited, and the time stays free', () => {
  const person = new Person();
  const short = person.credit(1, { ...whole(0, 100), stays: 59, percent: 60 });
  expect(short).toMatchObject({
    creditedMinutes: 0,
    deductions: [{ reason: 'minimumPresence', minutes: 59 }],
  });
  expect(person.credit(2, whole(0, 100)).creditedMinutes).toBe(100);
  expect(new Person().credit(1, { ...whole(0, 100), stays: 60, percent: 60 }).creditedMinutes).toBe(60);
});

test('[AT8] a day holds so many visits, and no more are credited', () => {
  const person = new Person();
  for (let index = 0; index < MAXIMUM_DAY_VISITS; index += 1) {
    expect(person.credit(index, whole(index * 10, 10)).creditedMinutes).toBe(10);
  }
  expect(person.credit(99, whole(600, 10))).toMatchObject({
    creditedMinutes: 0,
    waitsFor: null,
    deductions: [{ reason: 'tooManyVisits', minutes: 10 }],
  });
});
