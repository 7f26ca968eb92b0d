import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { ADULT, anyVisit, keys, storedAttendances, VOLUNTEER } from '../../tests/kit/arbitrary-visits';
import { checkInWindowOf, isWithin, type Shift } from '../activity/shift';
import { attendanceIdOf } from '../kernel/identifiers';
import { canMove, hasCheckedIn, holdsSeat } from './attendance';
import { decideCheckIn } from './decide-check-in';
import { judgeEvidence } from './judge-evidence';

const REFUSALS = [
  'attendance.shiftCancelled',
  'attendance.outsideWindow',
  'attendance.voided',
  'enrolment.full',
  'attendance.codeInvalid',
  'attendance.codeExpired',
  'attendance.outsideGeofence',
  'placeCode.elsewhere',
];

test('[AT1] the decision is total and deterministic, and its facts stay as they were', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const before = structuredClone({ shift: facts.shift, attendance: facts.attendance });
      const decision = decideCheckIn(facts);
      expect(decideCheckIn(facts)).toEqual(decision);
      expect({ shift: facts.shift, attendance: facts.attendance }).toEqual(before);
      seen.add(decision.kind === 'rejected' ? decision.code : decision.kind);
    }),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual([...REFUSALS, 'accepted', 'already'].sort());
});

test('[AT1] a repeated tap, a second phone or other evidence never changes what is stored', () => {
  const anyRepeat = anyVisit.chain((facts) =>
    fc.constantFrom(...storedAttendances(facts.shift).filter(hasCheckedIn)).map((attendance) => ({
      ...facts,
      attendance,
    })),
  );
  fc.assert(
    fc.property(anyRepeat, (facts) => {
      const decision = decideCheckIn(facts);
      expect(decision.kind).toBe('already');
      if (decision.kind === 'already') expect(decision.attendance).toBe(facts.attendance);
    }),
  );
});

test('[AT1] checking in twice is checking in once', () => {
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const first = decideCheckIn(facts);
      if (first.kind !== 'accepted') return;
      const again = decideCheckIn({ ...facts, ...first, requestId: 'request-again', now: facts.now + 5_000 });
      expect(again).toEqual({ kind: 'already', attendance: first.attendance });
    }),
  );
});

test('[AT2][AT3] accepted: an open shift, inside the window, with good evidence', () => {
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const { shift, attendance, now, requestId } = facts;
      const decision = decideCheckIn(facts);
      if (decision.kind !== 'accepted') return;
      expect(shift.state).toBe('open');
      expect(isWithin(checkInWindowOf(shift), now)).toBe(true);
      expect(judgeEvidence(shift.place, facts.evidence, facts.keys, now).kind).toBe('accepted');
      expect(canMove(attendance?.state ?? 'enrolled', 'checkedIn')).toBe(true);
      expect(decision.attendance).toMatchObject({
        attendanceId: attendanceIdOf(shift.shiftId, VOLUNTEER),
        state: 'checkedIn',
        checkIn: { at: now, requestId },
        checkOut: null,
        creditedMinutes: 0,
        enrolledAt: attendance?.enrolledAt ?? null,
        seq: (attendance?.seq ?? 0) + 1,
      });
    }),
  );
});

test('[AT2] refused outside the window: the answer says when it opens and closes', () => {
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const window = checkInWindowOf(facts.shift);
      if (isWithin(window, facts.now) || facts.shift.state === 'cancelled' || facts.attendance !== null)
        return;
      expect(decideCheckIn(facts)).toEqual({
        kind: 'rejected',
        code: 'attendance.outsideWindow',
        params: { ...window, now: facts.now },
      });
    }),
  );
});

test('[AT13] in a full shift who holds a seat gets in, who holds none is refused', () => {
  fc.assert(
    fc.property(anyShift, (start) => {
      const shift: Shift = { ...start, state: 'open', capacity: 2, takenCount: 2 };
      const evidence = { kind: 'location' as const, ...shift.place.position, accuracyMeters: 10 };
      const [enrolled = null, cancelled = null] = storedAttendances(shift);
      const outcomes = [enrolled, cancelled, null].map((attendance) =>
        decideCheckIn({
          volunteerId: VOLUNTEER,
          person: ADULT,
          shift,
          attendance,
          evidence,
          keys,
          requestId: 'request-full-shift',
          now: shift.startsAt,
        }),
      );
      const full = { kind: 'rejected', code: 'enrolment.full', params: { capacity: 2 } };
      expect(outcomes).toEqual([expect.objectContaining({ kind: 'accepted', shift }), full, full]);
    }),
  );
});

test('[AT13] a check-in takes a seat exactly when none was held, and never beyond the capacity', () => {
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const decision = decideCheckIn(facts);
      if (decision.kind !== 'accepted') return;
      const takes = facts.shift.capacity !== null && !holdsSeat(facts.attendance);
      expect(decision.shift.takenCount - facts.shift.takenCount).toBe(takes ? 1 : 0);
      const { capacity, takenCount } = decision.shift;
      if (capacity !== null) expect(takenCount).toBeLessThanOrEqual(capacity);
    }),
  );
});
