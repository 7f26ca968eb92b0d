import fc from 'fast-check';
import { anyInstantAround } from '../../tests/kit/arbitrary-facts';
import { anyGoodEvidence, anyVisit, storedAttendances } from '../../tests/kit/arbitrary-visits';
import { checkOutClosesAt } from '../activity/shift';
import { MINUTE_MS } from '../time/civil-day';
import { canMove, hasCheckedIn, type Attendance } from './attendance';
import { decideCheckOut, decideExpiry } from './decide-check-out';
import { approvalLevelOf, totalOf } from './service-day';

/** Checked in somewhere in the window, about to check out with good evidence. */
const anyStay = anyVisit
  .chain((facts) =>
    fc
      .record({
        checkInAt: fc.integer({ min: facts.shift.startsAt - 30 * MINUTE_MS, max: facts.shift.endsAt - 1 }),
        now: fc.integer({ min: facts.shift.startsAt, max: checkOutClosesAt(facts.shift) - 1 }),
      })
      .chain(({ checkInAt, now }) =>
        anyGoodEvidence(facts.shift, now).map((evidence) => ({ ...facts, checkInAt, now, evidence })),
      ),
  )
  .map(({ checkInAt, ...facts }) => {
    const here = storedAttendances(facts.shift).find(({ state }) => state === 'checkedIn');
    if (here === undefined || here.checkIn === null) throw new Error('one of the stored states is checkedIn');
    return { ...facts, attendance: { ...here, checkIn: { ...here.checkIn, at: checkInAt } } };
  });

test('[AT1] check-out is total and deterministic; repeated, it changes nothing', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const decision = decideCheckOut(facts);
      expect(decideCheckOut(facts)).toEqual(decision);
      seen.add(decision.kind === 'rejected' ? decision.code : decision.kind);
      if (hasCheckedIn(facts.attendance) && facts.attendance.checkOut !== null) {
        expect(decision).toEqual({ kind: 'already', attendance: facts.attendance });
      }
    }),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual([
    'accepted',
    'already',
    'attendance.checkOutClosed',
    'attendance.codeExpired',
    'attendance.codeInvalid',
    'attendance.notCheckedIn',
    'attendance.outsideGeofence',
    'placeCode.elsewhere',
  ]);
});

test('[AT0] accepted moves follow the diagram, one number each', () => {
  fc.assert(
    fc.property(anyVisit, (facts) => {
      const decision = decideCheckOut(facts);
      if (decision.kind !== 'accepted') return;
      decision.moves.reduce<Attendance | null>((before, move) => {
        expect(canMove(before?.state ?? 'enrolled', move.state)).toBe(true);
        expect(move.seq).toBe((before?.seq ?? 0) + 1);
        return move;
      }, facts.attendance);
      expect(decision.moves.map(({ checkOut }) => checkOut?.at)).toEqual(decision.moves.map(() => facts.now));
    }),
  );
});

test('[AT2] check-out closes two hours after the end', () => {
  fc.assert(
    fc.property(anyStay, (facts) => {
      expect(decideCheckOut(facts).kind).toBe('accepted');
      const closedAt = checkOutClosesAt(facts.shift);
      expect(decideCheckOut({ ...facts, now: closedAt })).toEqual({
        kind: 'rejected',
        code: 'attendance.checkOutClosed',
        params: { closedAt },
      });
    }),
  );
});

test('[AT7] minutes are whole, between 0 and the shift, and grow with the time of check-out', () => {
  const minutesOf = (facts: Parameters<typeof decideCheckOut>[0]): number => {
    const decision = decideCheckOut(facts);
    if (decision.kind !== 'accepted') throw new Error(`not accepted: ${decision.kind}`);
    return decision.moves[decision.moves.length - 1]?.creditedMinutes ?? Number.NaN;
  };
  fc.assert(
    fc.property(anyStay, fc.nat(), (facts, delay) => {
      // By location, so that the same evidence is good at both instants.
      const place = facts.shift.place.position;
      const evidence = { kind: 'location' as const, ...place, accuracyMeters: 20 };
      const minutes = minutesOf({ ...facts, evidence });
      expect(Number.isSafeInteger(minutes)).toBe(true);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThanOrEqual((facts.shift.endsAt - facts.shift.startsAt) / MINUTE_MS);
      const later = facts.now + (delay % (checkOutClosesAt(facts.shift) - facts.now));
      expect(minutesOf({ ...facts, evidence, now: later })).toBeGreaterThanOrEqual(minutes);
    }),
  );
});

test('[AT9] up to 480 minutes a day a visit is confirmed at once, above it waits for an approval', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyStay, (facts) => {
      const decision = decideCheckOut(facts);
      if (decision.kind !== 'accepted') return;
      const last = decision.moves[decision.moves.length - 1];
      const isAutomatic = decision.days.every((day) => approvalLevelOf(totalOf(day)) === null);
      expect(last?.state).toBe(isAutomatic ? 'confirmed' : 'checkedOut');
      expect(last?.confirmedAt).toBe(isAutomatic ? facts.now : null);
      seen.add(String(last?.state));
    }),
  );
  expect(seen.size).toBe(2);
});

test('[AT7] a forgotten check-out expires after the closing time and credits nothing', () => {
  const anyLook = anyVisit.chain((facts) =>
    fc.record({
      shift: fc.constant(facts.shift),
      attendance: fc.constantFrom(...storedAttendances(facts.shift)),
      now: anyInstantAround(facts.shift),
    }),
  );
  fc.assert(
    fc.property(anyLook, ({ shift, attendance, now }) => {
      const expired = decideExpiry(shift, attendance, now);
      const isDue = attendance.state === 'checkedIn' && now >= checkOutClosesAt(shift);
      expect(expired).toEqual(isDue ? { ...attendance, state: 'expired', seq: attendance.seq + 1 } : null);
      if (attendance.state === 'checkedIn') {
        const closesAt = checkOutClosesAt(shift);
        expect(decideExpiry(shift, attendance, closesAt - 1)).toBeNull();
        expect(decideExpiry(shift, attendance, closesAt)?.state).toBe('expired');
      }
      if (expired === null) return;
      expect(expired.creditedMinutes).toBe(0);
      expect(canMove(attendance.state, 'expired')).toBe(true);
      expect(decideExpiry(shift, expired, now + 1)).toBeNull();
    }),
  );
});
