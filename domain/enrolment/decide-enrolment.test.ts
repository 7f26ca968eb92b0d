import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { anyVisit, keys, storedAttendances } from '../../tests/kit/arbitrary-visits';
import type { Shift } from '../activity/shift';
import { canMove, holdsSeat, type Attendance } from '../attendance/attendance';
import { decideCheckIn } from '../attendance/decide-check-in';
import { decideCheckOut } from '../attendance/decide-check-out';
import { parseVolunteerId } from '../kernel/identifiers';
import { decideCancellation, decideEnrolment } from './decide-enrolment';

const PEOPLE = ['volunteer0', 'volunteer1', 'volunteer2', 'volunteer3', 'volunteer4', 'volunteer5'].map(
  parseVolunteerId,
);
interface World {
  shift: Shift;
  readonly attendances: Map<string, Attendance>;
}
type Act = 'enrol' | 'cancel' | 'checkIn' | 'checkOut';

/** One person does one thing; returns the states passed through. */
function step(world: World, person: number, act: Act, now: number): Attendance[] {
  const volunteerId = PEOPLE[person % PEOPLE.length]!;
  const attendance = world.attendances.get(volunteerId) ?? null;
  const { shift } = world;
  const evidence = { kind: 'location' as const, ...shift.place.position, accuracyMeters: 5 };
  const facts = {
    volunteerId,
    shift,
    attendance,
    now,
    evidence,
    keys,
    requestId: 'request-of-the-step',
    days: [],
  };
  if (act === 'checkOut') {
    const decision = decideCheckOut(facts);
    return decision.kind === 'accepted' ? [...decision.moves] : [];
  }
  const decisions = { enrol: decideEnrolment, checkIn: decideCheckIn };
  const decision = act === 'cancel' ? decideCancellation(shift, attendance) : decisions[act](facts);
  if (decision.kind !== 'accepted') return [];
  world.shift = decision.shift;
  return [decision.attendance];
}

const anyStep = fc.tuple(
  fc.nat({ max: 5 }),
  fc.constantFrom<Act>('enrol', 'enrol', 'cancel', 'checkIn', 'checkOut'),
  fc.nat({ max: 40 }),
);

test('[AT13][AT0] six people, few seats: never more taken than there are, along the diagram', () => {
  let fullCount = 0;
  fc.assert(
    fc.property(anyShift, fc.array(anyStep, { maxLength: 60 }), (start, steps) => {
      const world: World = { shift: { ...start, takenCount: 0 }, attendances: new Map() };
      const { capacity } = start;
      let now = start.startsAt - 3_600_000;
      for (const [person, act, minutes] of steps) {
        now += minutes * 60_000;
        const before = world.attendances.get(PEOPLE[person]!) ?? null;
        step(world, person, act, now).reduce<Attendance | null>((from, to) => {
          const isFirst = from === null && ['enrolled', 'checkedIn'].includes(to.state);
          expect(isFirst || (from !== null && canMove(from.state, to.state))).toBe(true);
          expect(to.seq).toBe((from?.seq ?? 0) + 1);
          world.attendances.set(to.volunteerId, to);
          return to;
        }, before);
        const holders = [...world.attendances.values()].filter(holdsSeat).length;
        if (capacity === null) continue;
        expect(world.shift.takenCount).toBe(holders);
        expect(holders).toBeLessThanOrEqual(capacity);
        if (holders === capacity) fullCount += 1;
      }
    }),
  );
  expect(fullCount).toBeGreaterThan(0);
});

test('[AT13] enrolment is total, deterministic and repeatable', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const decision = decideEnrolment(facts);
      expect(decideEnrolment(facts)).toEqual(decision);
      seen.add(decision.kind === 'rejected' ? decision.code : decision.kind);
      if (decision.kind !== 'accepted') return;
      expect(decision.attendance).toMatchObject({ state: 'enrolled', enrolledAt: facts.now, checkIn: null });
      const again = decideEnrolment({ ...facts, ...decision });
      expect(again).toEqual({ kind: 'already', attendance: decision.attendance });
    }),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual([
    'accepted',
    'already',
    'attendance.shiftCancelled',
    'attendance.voided',
    'enrolment.closed',
    'enrolment.full',
  ]);
});

test('[AT13] enrolment closes when the shift ends', () => {
  fc.assert(
    fc.property(anyShift, (start) => {
      const shift: Shift = { ...start, state: 'open', takenCount: 0 };
      const at = (now: number) => decideEnrolment({ volunteerId: PEOPLE[0]!, shift, attendance: null, now });
      expect(at(shift.endsAt - 1).kind).toBe('accepted');
      expect(at(shift.endsAt)).toMatchObject({ code: 'enrolment.closed', params: { endedAt: shift.endsAt } });
    }),
  );
});

test('[AT13] cancelling frees the seat once; who has checked in is past cancelling', () => {
  fc.assert(
    fc.property(anyShift, (start) => {
      const shift = start.capacity === null ? start : { ...start, takenCount: 1 };
      const outcomes = storedAttendances(shift).map((attendance) => {
        const decision = decideCancellation(shift, attendance);
        if (decision.kind === 'accepted') {
          expect(decision.shift.takenCount).toBe(0);
          expect(decideCancellation(decision.shift, decision.attendance).kind).toBe('already');
        }
        return [attendance.state, decision.kind];
      });
      expect(Object.fromEntries(outcomes)).toEqual({
        enrolled: 'accepted',
        enrolmentCancelled: 'already',
        checkedIn: 'rejected',
        checkedOut: 'rejected',
        confirmed: 'rejected',
        expired: 'rejected',
        voided: 'already',
      });
      expect(decideCancellation(shift, null)).toEqual({ kind: 'already', attendance: null });
    }),
  );
});
