import fc from 'fast-check';
import { anyShift, anyVolunteerId } from '../../tests/kit/arbitrary-facts';
import type { Shift } from '../activity/shift';
import { parseShiftId } from '../kernel/identifiers';
import { HOUR_MS, MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import { DEFAULT_RULES } from './attendance-rules';
import type { Attendance } from './attendance';
import { withRegained } from './credit-visit';
import { decideApproval } from './decide-approval';
import type { PresenceDeed } from './decide-presence';
import { daysTouched, decideProvedVisit, type ProvedDecision } from './decide-proved-visit';
import { totalOf, type ServiceDay } from './service-day';
import { knownProofs, withProof, type Proof } from './visit-proofs';

const DAY = parseCivilDay('2026-11-26');
const hour = (hours: number): number => startOfDay(DAY) + Math.round(hours * HOUR_MS);
const NOW = hour(23);
const [sample] = fc.sample(anyShift, { numRuns: 1, seed: 5 });
const [volunteerId] = fc.sample(anyVolunteerId, { numRuns: 1, seed: 5 });
if (sample === undefined || volunteerId === undefined) throw new Error('a sample has one');
const [SAMPLE, PERSON] = [sample, volunteerId];

function shiftOf(id: string, from: number, to: number): Shift {
  const { rules: _rules, ...rest } = SAMPLE;
  const times = { startsAt: hour(from), endsAt: hour(to) };
  return {
    ...rest,
    ...times,
    shiftId: parseShiftId(id),
    capacity: null,
    takenCount: 0,
    waitingCount: 0,
    state: 'open',
  };
}
const late = (deed: PresenceDeed, hours: number): Proof => ({
  deed,
  at: hour(hours),
  method: 'rotatingCode',
  distanceMeters: null,
  accuracyMeters: null,
  timeStep: null,
  requestId: `${deed}-at-${String(hours)}`,
  isLate: true,
  vouchedBy: null,
  isRefused: false,
});

/** One person's day: the visits and the service days as they are stored. */
class Person {
  readonly visits = new Map<string, Attendance>();
  private readonly days = new Map<string, ServiceDay>();

  prove(shift: Shift, change: (known: readonly Proof[]) => readonly Proof[]): ProvedDecision {
    const attendance = this.visits.get(shift.shiftId) ?? null;
    const proofs = change(knownProofs(attendance, []));
    const facts = { shift, attendance, volunteerId: PERSON, proofs };
    const days = daysTouched(facts).flatMap((day) => this.days.get(day) ?? []);
    const person = { birthDay: parseCivilDay('1980-01-01'), guardian: 'none' as const };
    const decision = decideProvedVisit({ ...facts, person, days, now: NOW });
    if (decision.kind === 'changed') this.store(shift, decision.moves, decision.days);
    return decision;
  }

  add(shift: Shift, ...proofs: readonly Proof[]): ProvedDecision {
    return this.prove(shift, (known) => proofs.reduce<readonly Proof[]>(withProof, known));
  }

  approve(shift: Shift, minutes: number | null): void {
    const attendance = this.of(shift);
    const facts = { minutes, reason: '中途离开', isOwn: false, isUnderReview: false, now: NOW };
    const decision = decideApproval({ ...facts, attendance, days: [...this.days.values()] });
    if (decision.kind === 'rejected') throw new Error(decision.code);
    this.store(shift, [decision.attendance], decision.days);
  }

  of(shift: Shift): Attendance {
    const visit = this.visits.get(shift.shiftId);
    if (visit === undefined) throw new Error('there is no visit');
    return visit;
  }

  total(): number {
    return [...this.days.values()].reduce((sum, day) => sum + totalOf(day), 0);
  }

  private store(shift: Shift, moves: readonly Attendance[], days: readonly ServiceDay[]): void {
    const last = moves[moves.length - 1];
    if (last !== undefined) this.visits.set(shift.shiftId, last);
    for (const day of days) this.days.set(day.day, day);
  }
}
const shown = ({ state, creditedMinutes }: Attendance) => [state, creditedMinutes];

test('[AT5.5][AT8] a late visit counts what the visits credited before it have left', () => {
  const [a, b] = [shiftOf('Shift0000a', 8, 12), shiftOf('Shift0000b', 10, 14)];
  const person = new Person();
  person.add(b, late('checkIn', 10), late('checkOut', 14));
  person.add(a, late('checkIn', 8), late('checkOut', 12));
  expect([shown(person.of(b)), shown(person.of(a))]).toEqual([
    ['confirmed', 240],
    ['confirmed', 120],
  ]);
  expect(person.of(a).credit?.deductions).toContainEqual({ reason: 'overlap', minutes: 120 });
  expect(person.total()).toBe(360);
});

test('[AT5.5][AT8] a visit that becomes shorter, or none, frees its time for the others of the day', () => {
  const [a, b] = [shiftOf('Shift0000a', 8, 12), shiftOf('Shift0000b', 10, 14)];
  const person = new Person();
  person.add(a, late('checkIn', 8), late('checkOut', 12));
  person.add(b, late('checkIn', 10), late('checkOut', 14));
  expect(shown(person.of(b))).toEqual(['confirmed', 120]);
  const { attendanceId } = person.of(b);
  const parts = [{ day: DAY, minutes: 240 }];
  expect(person.add(a, late('checkOut', 9))).toMatchObject({ recredited: [{ attendanceId, parts }] });
  expect([shown(person.of(a)), person.total()]).toEqual([['confirmed', 60], 300]);
  person.prove(a, (known) => known.map((one) => ({ ...one, isRefused: one.deed === 'checkOut' })));
  expect([shown(person.of(a)), person.total()]).toEqual([['expired', 0], 240]);
});

test('[AT8][AT9] time that is set free waits when it goes beyond the tier, unless it was decided on', () => {
  const [a, b] = [shiftOf('Shift0000a', 8, 19), shiftOf('Shift0000b', 8, 19)];
  const person = new Person();
  person.add(a, late('checkIn', 8), late('checkOut', 18));
  person.add(b, late('checkIn', 8), late('checkOut', 17));
  const none = person.of(b);
  expect(shown(none)).toEqual(['confirmed', 0]);
  const freed = person.prove(a, (known) => known.map((one) => ({ ...one, isRefused: true })));
  const [regained] = freed.kind === 'changed' ? freed.recredited : [];
  if (regained === undefined) throw new Error('the other visit regains its time');
  const waiting = withRegained(none, regained);
  expect(shown(waiting)).toEqual(['checkedOut', 540]);
  expect(waiting).toMatchObject({ confirmedAt: null, credit: { waitsFor: 'organisation', dayMinutes: 540 } });
  const credit = { deductions: [], waitsFor: 'organisation', dayMinutes: 600 } as const;
  expect(shown(withRegained({ ...none, credit }, regained))).toEqual(['confirmed', 540]);
  expect(withRegained(waiting, { ...regained, dayMinutes: 721 }).credit?.waitsFor).toBe('county');
  expect(shown(withRegained(none, { ...regained, dayMinutes: 480 }))).toEqual(['confirmed', 540]);
});

test('[AT5.5][AT9] over the tier a late visit waits; what was decided is the most it counts', () => {
  const shift = shiftOf('Shift0000a', 8, 19);
  for (const [decided, most] of [
    [null, 600],
    [400, 400],
  ] as const) {
    const person = new Person();
    person.add(shift, late('checkIn', 9), late('checkOut', 19));
    expect([shown(person.of(shift)), person.of(shift).credit?.waitsFor]).toEqual([
      ['checkedOut', 600],
      'organisation',
    ]);
    person.approve(shift, decided);
    // Half an hour earlier: seen by nobody who decided.
    person.add(shift, late('checkIn', 8.5));
    expect(shown(person.of(shift))).toEqual(['confirmed', most]);
    expect(person.of(shift).credit).toMatchObject({
      waitsFor: 'organisation',
      deductions: [{ reason: 'reduction', minutes: 630 - most }],
    });
    // Less than was decided is less; what was decided is still the most.
    person.add(shift, late('checkOut', 12));
    expect(shown(person.of(shift))).toEqual(['confirmed', 210]);
    expect(person.total()).toBe(210);
  }
});

test('[AT5.5] a word that changes no instant changes no minutes', () => {
  const shift = shiftOf('Shift0000a', 8, 19);
  const person = new Person();
  person.add(shift, late('checkIn', 8), late('checkOut', 18));
  const before = person.of(shift);
  const vouched = person.prove(shift, (known) => known.map((one) => ({ ...one, vouchedBy: 'organiser' })));
  expect(vouched).toMatchObject({ kind: 'changed', days: [], recredited: [] });
  const { state, credit, creditedMinutes } = before;
  expect(person.of(shift)).toMatchObject({ state, credit, creditedMinutes, checkIn: { late: 'vouched' } });
});

test('[AT5.5][AT11] breaks and the least presence hold for what comes late', () => {
  const rules = {
    ...DEFAULT_RULES,
    minimumPresencePercent: 50,
    breaks: [{ from: hour(12), to: hour(12) + 30 * MINUTE_MS }],
  };
  const shift = { ...shiftOf('Shift0000a', 9, 15), rules };
  const person = new Person();
  person.add(shift, late('checkIn', 9), late('checkOut', 14));
  expect(shown(person.of(shift))).toEqual(['confirmed', 270]);
  person.add(shift, late('checkOut', 11));
  expect(shown(person.of(shift))).toEqual(['confirmed', 0]);
});
