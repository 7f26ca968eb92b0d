import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { ADULT, keys, storedAttendances, VOLUNTEER } from '../../tests/kit/arbitrary-visits';
import { lineClosesAt, type Shift } from '../activity/shift';
import { canMove, holdsSeat, type Attendance } from '../attendance/attendance';
import { decideCheckIn } from '../attendance/decide-check-in';
import { parseVolunteerId, type VolunteerId } from '../kernel/identifiers';
import { HOUR_MS, MINUTE_MS } from '../time/civil-day';
import {
  decideCancellation,
  decideEnrolment,
  decideSeatGiven,
  type Comer,
  type EnrolmentFacts,
} from './decide-enrolment';
import { emptyLine, isLineOpen, LINE_MAXIMUM, owesSeats, peopleAhead, serveLine, type Line } from './line';

const PEOPLE = Array.from({ length: 8 }, (_none, index) => parseVolunteerId(`volunteer${String(index)}`));
const personOf = (number: number): VolunteerId => PEOPLE[number % PEOPLE.length] ?? VOLUNTEER;

/** One shift with its people and its line, changed only by what the decisions say. */
class World {
  shift: Shift;
  line: Line;
  readonly attendances = new Map<string, Attendance>();
  /** who got a seat, in the order of the numbers drawn */
  readonly seatedFromLine: VolunteerId[] = [];

  constructor(start: Shift) {
    this.shift = { ...start, takenCount: 0, waitingCount: 0 };
    this.line = emptyLine(start.shiftId);
  }

  comer(volunteerId: VolunteerId, guardianId: VolunteerId | null = null): Comer {
    return { volunteerId, guardianId, person: ADULT, attendance: this.attendances.get(volunteerId) ?? null };
  }

  enrol(people: readonly VolunteerId[], whenFull: 'wait' | 'refuse', now: number) {
    const [lead = VOLUNTEER, ...children] = people;
    const comers = [this.comer(lead), ...children.map((child) => this.comer(child, lead))];
    const decision = decideEnrolment({ shift: this.shift, line: this.line, comers, whenFull, now });
    if (decision.kind === 'accepted') this.take(decision);
    return decision;
  }

  cancel(person: VolunteerId, now: number) {
    const own = this.attendances.get(person);
    const attendances = own === undefined ? [] : [own];
    const decision = decideCancellation({ shift: this.shift, line: this.line, attendances, now });
    if (decision.kind === 'accepted') {
      this.take(decision);
      this.serve(now);
    }
    return decision;
  }

  serve(now: number): void {
    const waiting = this.line.parties.flatMap(({ volunteerIds }) => volunteerIds);
    const served = serveLine(this.shift, this.line, now, 10);
    const ids = served.given.map(({ volunteerId }) => volunteerId);
    expect(ids).toEqual(waiting.slice(0, ids.length));
    this.take({ ...served, moves: ids.map((id) => decideSeatGiven(this.attendances.get(id)!, now)) });
    this.seatedFromLine.push(...ids);
    expect(owesSeats(this.shift, this.line, now)).toBe(false);
  }

  take(change: { readonly moves: readonly Attendance[]; readonly shift: Shift; readonly line: Line }): void {
    for (const move of change.moves) {
      const before = this.attendances.get(move.volunteerId);
      const isFirst = before === undefined && ['enrolled', 'waiting', 'checkedIn'].includes(move.state);
      expect(isFirst || (before !== undefined && canMove(before.state, move.state))).toBe(true);
      expect(move.seq).toBe((before?.seq ?? 0) + 1);
      this.attendances.set(move.volunteerId, move);
    }
    this.shift = change.shift;
    this.line = change.line;
  }

  check(): void {
    const all = [...this.attendances.values()];
    const { capacity, takenCount, waitingCount } = this.shift;
    const holders = all.filter(holdsSeat).length;
    if (capacity !== null) {
      expect(takenCount).toBe(holders);
      expect(holders).toBeLessThanOrEqual(capacity);
    }
    const inLine = this.line.parties.flatMap(({ volunteerIds }) => volunteerIds);
    expect(new Set(inLine).size).toBe(inLine.length);
    expect(waitingCount).toBe(inLine.length);
    const waiting = all.filter(({ state }) => state === 'waiting').map(({ volunteerId }) => volunteerId);
    expect([...inLine].sort()).toEqual(waiting.sort());
    const numbers = this.line.parties.map(({ number }) => number);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
    expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(this.line.lastNumber);
  }
}

const anyStep = fc.record({
  person: fc.nat({ max: 7 }),
  companions: fc.constantFrom(0, 0, 0, 1, 2),
  act: fc.constantFrom('enrol', 'wait', 'wait', 'cancel', 'checkIn', 'raise'),
  minutes: fc.nat({ max: 30 }),
});

test('[AT13][AT13.1][AT13.2][AT0] any history: seats never exceeded, nobody skipped, nobody twice', () => {
  let [fullCount, servedCount] = [0, 0];
  fc.assert(
    fc.property(anyShift, fc.array(anyStep, { maxLength: 60 }), (start, steps) => {
      const world = new World({ ...start, state: 'open' });
      let now = start.startsAt - 5 * HOUR_MS;
      for (const { person, companions, act, minutes } of steps) {
        now += minutes * MINUTE_MS;
        const id = personOf(person);
        if (act === 'cancel') world.cancel(id, now);
        else if (act === 'raise' && world.shift.capacity !== null) {
          world.shift = { ...world.shift, capacity: world.shift.capacity + 1 };
          world.serve(now);
        } else if (act === 'checkIn') {
          const evidence = { kind: 'location' as const, ...world.shift.place.position, accuracyMeters: 5 };
          const facts = { ...world.comer(id), shift: world.shift, evidence, keys, now };
          const decision = decideCheckIn({ ...facts, requestId: 'request-of-the-step' });
          if (decision.kind === 'accepted') {
            const parties = world.line.parties.map((party) => ({
              ...party,
              volunteerIds: party.volunteerIds.filter((one) => one !== id),
            }));
            const line = { ...world.line, parties: parties.filter((one) => one.volunteerIds.length > 0) };
            const waitingCount = line.parties.flatMap(({ volunteerIds }) => volunteerIds).length;
            world.take({ moves: [decision.attendance], line, shift: { ...decision.shift, waitingCount } });
          }
        } else {
          const party = Array.from({ length: companions + 1 }, (_none, index) => personOf(person + index));
          world.enrol(party, act === 'wait' ? 'wait' : 'refuse', now);
        }
        world.check();
        if (world.shift.takenCount === world.shift.capacity) fullCount += 1;
      }
      servedCount += world.seatedFromLine.length;
    }),
  );
  expect(fullCount).toBeGreaterThan(0);
  expect(servedCount).toBeGreaterThan(0);
});

const OPEN = fc.sample(anyShift, 1)[0]!;
const shiftOf = (change: Partial<Shift>): Shift => ({ ...OPEN, state: 'open', waitingCount: 0, ...change });
const EARLY = OPEN.startsAt - 24 * HOUR_MS;

test('[AT13.2] who comes after the line has formed gets in line, though a seat is free for one', () => {
  const world = new World(shiftOf({ capacity: 2 }));
  world.enrol([personOf(0)], 'refuse', EARLY);
  expect(world.enrol([personOf(1), personOf(2)], 'refuse', EARLY)).toMatchObject({ code: 'enrolment.full' });
  expect(world.shift.takenCount).toBe(1);
  world.enrol([personOf(1), personOf(2)], 'wait', EARLY);
  const late = world.enrol([personOf(3)], 'refuse', EARLY);
  expect(late).toMatchObject({ code: 'enrolment.full', params: { waitingCount: 2, wanted: 1 } });
  world.enrol([personOf(3)], 'wait', EARLY);
  expect(PEOPLE.slice(1, 4).map((id) => peopleAhead(world.line, id))).toEqual([0, 0, 2]);
  world.cancel(personOf(0), EARLY);
  expect(world.seatedFromLine).toEqual([personOf(1), personOf(2)]);
  expect(world.attendances.get(personOf(2))?.enrolment).toMatchObject({
    guardianId: personOf(1),
    seatGivenAt: EARLY,
  });
  expect(peopleAhead(world.line, personOf(3))).toBe(0);
});

test('[AT13.2] two hours before the start the line closes: freed seats are first come, first served', () => {
  const world = new World(shiftOf({ capacity: 1 }));
  const closesAt = lineClosesAt(world.shift);
  world.enrol([personOf(0)], 'refuse', EARLY);
  world.enrol([personOf(1)], 'wait', closesAt - 1);
  expect([isLineOpen(world.shift, closesAt - 1), isLineOpen(world.shift, closesAt)]).toEqual([true, false]);
  expect(world.enrol([personOf(2)], 'wait', closesAt)).toMatchObject({ code: 'enrolment.lineClosed' });
  world.cancel(personOf(0), closesAt);
  expect(world.attendances.get(personOf(0))?.enrolment.isLateCancelled).toBe(true);
  expect(world.attendances.get(personOf(1))?.state).toBe('waiting');
  expect(world.enrol([personOf(2)], 'refuse', closesAt).kind).toBe('accepted');
  world.cancel(personOf(2), closesAt + 1);
  expect(world.enrol([personOf(1)], 'refuse', closesAt + 2).kind).toBe('accepted');
  world.check();
  expect(world.line.parties).toEqual([]);
});

test('[AT13.1] asking twice is one place; the line has an end; too large a party cannot wait', () => {
  const world = new World(shiftOf({ capacity: 1 }));
  world.enrol([personOf(0)], 'refuse', EARLY);
  world.enrol([personOf(1)], 'wait', EARLY);
  expect(world.enrol([personOf(1)], 'wait', EARLY).kind).toBe('already');
  expect(world.enrol([personOf(1), personOf(2)], 'wait', EARLY)).toMatchObject({
    code: 'enrolment.alreadyWaiting',
  });
  expect(world.enrol([personOf(3), personOf(2)], 'wait', EARLY)).toMatchObject({ code: 'enrolment.full' });
  expect(world.enrol([personOf(0), personOf(2)], 'wait', EARLY)).toMatchObject({ code: 'enrolment.full' });
  const volunteerIds = Array.from({ length: LINE_MAXIMUM }, (_none, index) =>
    parseVolunteerId(`w${String(index).padStart(9, '0')}`),
  );
  world.line = { ...world.line, parties: [{ number: 1, volunteerIds }] };
  expect(world.enrol([personOf(4)], 'wait', EARLY)).toMatchObject({
    code: 'enrolment.lineFull',
    params: { maximum: LINE_MAXIMUM },
  });
});

function factsOf(change: Partial<EnrolmentFacts>, attendance: Attendance | null = null): EnrolmentFacts {
  const shift = shiftOf({ capacity: 4, takenCount: 1 });
  const comers = [{ volunteerId: VOLUNTEER, guardianId: null, person: ADULT, attendance }];
  return { shift, line: emptyLine(shift.shiftId), comers, whenFull: 'refuse', now: EARLY, ...change };
}

test('[AT13] enrolment closes when the shift ends, and with the shift', () => {
  const shift = shiftOf({ capacity: null, takenCount: 0 });
  const at = (now: number) => decideEnrolment(factsOf({ shift, now }));
  expect(at(shift.endsAt - 1).kind).toBe('accepted');
  expect(at(shift.endsAt)).toMatchObject({ code: 'enrolment.closed', params: { endedAt: shift.endsAt } });
  const cancelled = decideEnrolment(factsOf({ shift: { ...shift, state: 'cancelled' } }));
  expect(cancelled).toMatchObject({ code: 'attendance.shiftCancelled' });
});

test('[AT13] from every stored state enrolling is one thing, and once', () => {
  const outcomes = storedAttendances(factsOf({}).shift).map((attendance) => {
    const decision = decideEnrolment(factsOf({}, attendance));
    return [attendance.state, decision.kind === 'rejected' ? decision.code : decision.kind];
  });
  expect(Object.fromEntries(outcomes)).toEqual({
    enrolled: 'already',
    enrolmentCancelled: 'accepted',
    waiting: 'accepted',
    checkedIn: 'already',
    checkedOut: 'already',
    confirmed: 'already',
    disputed: 'already',
    expired: 'already',
    voided: 'attendance.voided',
  });
});

test('[AT13.3] cancelling frees the seat once; who has checked in is past it; late is marked', () => {
  const shift = shiftOf({ capacity: 4, takenCount: 1 });
  const line = emptyLine(shift.shiftId);
  const outcomes = storedAttendances(shift).map((attendance) => {
    const facts = { shift, line, attendances: [attendance], now: EARLY };
    const decision = decideCancellation(facts);
    if (decision.kind === 'accepted') {
      expect(decision.shift.takenCount).toBe(attendance.state === 'enrolled' ? 0 : 1);
      const again = { ...facts, ...decision, attendances: decision.moves };
      expect(decideCancellation(again).kind).toBe('already');
    }
    return [attendance.state, decision.kind];
  });
  expect(Object.fromEntries(outcomes)).toEqual({
    enrolled: 'accepted',
    enrolmentCancelled: 'already',
    waiting: 'accepted',
    checkedIn: 'rejected',
    checkedOut: 'rejected',
    confirmed: 'rejected',
    disputed: 'rejected',
    expired: 'rejected',
    voided: 'already',
  });
  const lateAt = (now: number, state: Attendance['state']) => {
    const attendances = storedAttendances(shift).filter((one) => one.state === state);
    const decision = decideCancellation({ shift, line, attendances, now });
    return decision.kind === 'accepted' && decision.moves.some(({ enrolment }) => enrolment.isLateCancelled);
  };
  const closesAt = lineClosesAt(shift);
  expect([lateAt(closesAt - 1, 'enrolled'), lateAt(closesAt, 'enrolled')]).toEqual([false, true]);
  expect(lateAt(closesAt, 'waiting')).toBe(false);
});
