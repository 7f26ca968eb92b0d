import fc from 'fast-check';
import { anyShift, anyVolunteerId } from '../../tests/kit/arbitrary-facts';
import { checkInWindowOf, checkOutClosesAt, type Shift } from '../activity/shift';
import { HOUR_MS, MINUTE_MS, parseCivilDay } from '../time/civil-day';
import { canMove, PLAIN_ENROLMENT, recordSourceOf, type Attendance } from './attendance';
import { CODE_STEP_MS, codeStepAt } from './check-in-code';
import type { PresenceDeed } from './decide-presence';
import { daysTouched, decideProvedVisit } from './decide-proved-visit';
import type { ServiceDay } from './service-day';
import {
  decideProofTime,
  isSame,
  isWaiting,
  knownProofs,
  MAXIMUM_PROOFS_OF_A_DEED,
  visitOf,
  withProof,
  type Proof,
} from './visit-proofs';

const BASE = 60_000_000 * CODE_STEP_MS;

function proof(deed: PresenceDeed, at: number, requestId: string, wishes: Partial<Proof> = {}): Proof {
  return {
    deed,
    at,
    method: 'rotatingCode',
    distanceMeters: null,
    accuracyMeters: null,
    timeStep: codeStepAt(at),
    requestId,
    isLate: true,
    vouchedBy: null,
    isRefused: false,
    ...wishes,
  };
}

/** Scans and ticks of one visit of three hours: few, so that no bound is met. */
const anyProofs = fc
  .array(
    fc.record({
      deed: fc.constantFrom<PresenceDeed>('checkIn', 'checkOut'),
      minute: fc.integer({ min: 0, max: 180 }),
      kind: fc.constantFrom('late', 'timely', 'tick'),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ deed, minute, kind }, index) =>
      proof(deed, BASE + minute * MINUTE_MS, `request-${String(index)}`, {
        isLate: kind === 'late',
        ...(kind === 'tick' ? { method: 'roster' as const, timeStep: null, vouchedBy: 'organiser' } : {}),
      }),
    ),
  );

const { rules: _rules, ...sample } = fc.sample(anyShift, { numRuns: 1, seed: 5 })[0] ?? fail();
const shift: Shift = {
  ...sample,
  startsAt: BASE,
  endsAt: BASE + 3 * HOUR_MS,
  capacity: null,
  takenCount: 0,
  waitingCount: 0,
  state: 'open',
};
const person = { birthDay: parseCivilDay('1980-01-01'), guardian: 'none' as const };
const [volunteerId] = fc.sample(anyVolunteerId, { numRuns: 1, seed: 5 });
const now = BASE + 20 * HOUR_MS;

function fail(): never {
  throw new Error('a sample has one');
}

/** As the server does: one proof after another, each decided on what is stored. */
function arrive(proofs: readonly Proof[]): {
  attendance: Attendance | null;
  minutes: number;
  moves: Attendance[];
} {
  let attendance: Attendance | null = null;
  let stored: readonly Proof[] = [];
  const days = new Map<string, ServiceDay>();
  const moves: Attendance[] = [];
  for (const one of proofs) {
    const all = knownProofs(attendance, stored);
    stored = all.some((other) => isSame(other, one)) ? all : withProof(all, one);
    const facts = { shift, attendance, volunteerId: volunteerId ?? fail(), person, proofs: stored, now };
    const known = daysTouched(facts).flatMap((day) => days.get(day) ?? []);
    const decision = decideProvedVisit({ ...facts, days: known });
    if (decision.kind !== 'changed') continue;
    for (const day of decision.days) days.set(day.day, day);
    moves.push(...decision.moves);
    attendance = decision.moves[decision.moves.length - 1] ?? null;
  }
  return { attendance, minutes: attendance?.creditedMinutes ?? 0, moves };
}

/** The same by hand: what a person would read off a sheet of paper with all the times on it. */
function byHand(proofs: readonly Proof[]): { from: number | null; to: number | null } {
  const times = (deed: PresenceDeed, isTick: boolean) =>
    proofs.filter((one) => one.deed === deed && (one.method === 'roster') === isTick);
  const [ownIn, tickIn] = [times('checkIn', false), times('checkIn', true)];
  const ins = (ownIn.length > 0 ? ownIn : tickIn).map(({ at }) => at);
  if (ins.length === 0) return { from: null, to: null };
  const from = Math.min(...ins);
  const after = (list: Proof[]) => list.filter((one) => one.at >= from).map(({ at }) => at);
  const [ownOut, tickOut] = [after(times('checkOut', false)), after(times('checkOut', true))];
  const outs = ownOut.length > 0 ? ownOut : tickOut;
  return { from, to: outs.length === 0 ? null : Math.min(...outs) };
}

test('[AT5.2] in any order of arrival, and each twice, the same proofs make the same visit', () => {
  const anyArrival = anyProofs.chain((proofs) =>
    fc.shuffledSubarray([...proofs, ...proofs], { minLength: 2 * proofs.length }).map((order) => ({
      proofs,
      order,
    })),
  );
  fc.assert(
    fc.property(anyArrival, ({ proofs, order }) => {
      const [there, here] = [arrive(proofs), arrive(order)];
      const { from, to } = byHand(proofs);
      expect(here.attendance?.checkIn).toEqual(there.attendance?.checkIn);
      expect(here.attendance?.checkOut).toEqual(there.attendance?.checkOut);
      expect([here.attendance?.checkIn?.at ?? null, here.attendance?.checkOut?.at ?? null]).toEqual([
        from,
        to,
      ]);
      const isWhole = from !== null && to !== null;
      const minutes = isWhole ? (Math.min(to, shift.endsAt) - from) / MINUTE_MS : 0;
      expect([here.minutes, there.minutes]).toEqual([minutes, minutes]);
      // A late check-in alone is open until the sweep looks at it, which makes the one the other.
      const stateOf = (one: typeof here) => one.attendance?.state.replace('checkedIn', 'expired');
      expect(stateOf(here)).toBe(stateOf(there));
    }),
  );
});

test('[AT0] every move on the way follows the diagram, one number each', () => {
  fc.assert(
    fc.property(anyProofs, (proofs) => {
      const { moves } = arrive(proofs);
      moves.forEach((move, index) => {
        expect(canMove(moves[index - 1]?.state ?? 'enrolled', move.state)).toBe(true);
        expect(move.seq).toBe(index + 1);
      });
    }),
  );
});

test('[AT5.2] a visit that had expired is credited when its check-out comes, by a recorded move', () => {
  const expired: Attendance = {
    ...(arrive([proof('checkIn', BASE, 'in')]).attendance ?? fail()),
    state: 'expired',
    seq: 2,
  };
  const proofs = withProof(knownProofs(expired, []), proof('checkOut', BASE + HOUR_MS, 'out'));
  const decision = decideProvedVisit({
    shift,
    attendance: expired,
    volunteerId: expired.volunteerId,
    person,
    days: [],
    proofs,
    now,
  });
  if (decision.kind !== 'changed') throw new Error('it changes');
  expect(decision.moves.map(({ state, seq, creditedMinutes: minutes }) => [state, seq, minutes])).toEqual([
    ['checkedOut', 3, 60],
    ['confirmed', 4, 60],
  ]);
});

test('[AT5.2][AT5.3] check-outs alone are kept; a refused scan counts for nothing', () => {
  const facts = { shift, attendance: null, volunteerId: volunteerId ?? fail(), person, days: [], now };
  const out = proof('checkOut', BASE + HOUR_MS, 'out');
  expect(decideProvedVisit({ ...facts, proofs: [out] })).toEqual({
    kind: 'rejected',
    code: 'attendance.notCheckedIn',
    params: { isKept: 1 },
  });
  const { attendance } = arrive([proof('checkIn', BASE, 'in', { isLate: false }), out]);
  const stateWithout = (refused: string) => {
    const proofs = knownProofs(attendance, []).map((one) =>
      one.requestId === refused ? { ...one, isRefused: true } : one,
    );
    const decision = decideProvedVisit({ ...facts, attendance, proofs });
    const last = decision.kind === 'changed' ? decision.moves[decision.moves.length - 1] : undefined;
    return [last?.state, last?.creditedMinutes];
  };
  expect(stateWithout('out')).toEqual(['expired', 0]);
  expect(stateWithout('in')).toEqual(['voided', 0]);
});

test('[AT5.3][AT13] a visit without a check-in gives its seat back; no second is taken', () => {
  const { attendance } = arrive([proof('checkIn', BASE, 'in')]);
  if (attendance === null) throw new Error('it was made');
  const limited = { ...shift, capacity: 2, takenCount: 1 };
  const facts = { shift: limited, attendance, volunteerId: attendance.volunteerId, person, days: [], now };
  const seatsAfter = (proofs: readonly Proof[]) => {
    const decision = decideProvedVisit({ ...facts, proofs });
    return decision.kind === 'changed' ? decision.shift.takenCount : null;
  };
  const known = knownProofs(attendance, []);
  expect(seatsAfter(known.map((one) => ({ ...one, isRefused: true })))).toBe(0);
  expect(seatsAfter(withProof(known, proof('checkOut', BASE + HOUR_MS, 'out')))).toBe(1);
});

test('[AT5.4][ST14] a tick alone is assisted; an own late scan waits unless ticked', () => {
  const tick = proof('checkIn', BASE, 'tick', { method: 'roster', isLate: false, vouchedBy: 'organiser' });
  const own = proof('checkIn', BASE + MINUTE_MS, 'own');
  const ofProofs = (proofs: Proof[]) => {
    const visit = visitOf(proofs);
    const source = recordSourceOf({ ...visit, enrolment: PLAIN_ENROLMENT });
    return [source, visit.checkIn?.late, isWaiting(visit)];
  };
  expect(ofProofs([tick])).toEqual(['assisted', undefined, false]);
  expect(ofProofs([own])).toEqual(['own', 'waiting', true]);
  expect(ofProofs([tick, own])).toEqual(['own', 'vouched', false]);
  expect(ofProofs([own, { ...tick, deed: 'checkOut' }])).toEqual(['own', 'waiting', true]);
});

test('[AT5.2] the proofs of a visit are bounded, and what counts stays', () => {
  const many = Array.from({ length: 40 }, (_none, index) =>
    proof('checkOut', BASE - index * MINUTE_MS, `o${index}`),
  );
  const all = [proof('checkIn', BASE - 10 * MINUTE_MS, 'in'), ...many].reduce<Proof[]>(withProof, []);
  expect(all.length).toBe(1 + MAXIMUM_PROOFS_OF_A_DEED);
  expect(visitOf(all).checkOut?.at).toBe(BASE - 10 * MINUTE_MS);
});

test('[AT2][AT5.1] a late proof has the window of its own time; none after a refusal', () => {
  const { opensAt, closesAt } = checkInWindowOf(shift);
  const codeOf = (one: Proof, wishes: Partial<Shift> = {}, others: Proof[] = []) =>
    decideProofTime({ ...shift, ...wishes }, one, others)?.code ?? null;
  expect(codeOf(proof('checkIn', opensAt, 'a'))).toBeNull();
  expect(codeOf(proof('checkIn', opensAt - 1, 'a'))).toBe('attendance.outsideWindow');
  expect(codeOf(proof('checkIn', closesAt, 'a'))).toBe('attendance.outsideWindow');
  expect(codeOf(proof('checkOut', checkOutClosesAt(shift) - 1, 'a'))).toBeNull();
  expect(codeOf(proof('checkOut', checkOutClosesAt(shift), 'a'))).toBe('attendance.checkOutClosed');
  const cancelled = { state: 'cancelled' as const, cancelledAt: BASE + HOUR_MS };
  expect(codeOf(proof('checkIn', BASE, 'a'), cancelled)).toBeNull();
  expect(codeOf(proof('checkIn', BASE + HOUR_MS, 'a'), cancelled)).toBe('attendance.shiftCancelled');
  expect(codeOf(proof('checkIn', BASE, 'a'), { state: 'cancelled' })).toBe('attendance.shiftCancelled');
  const refused = proof('checkIn', BASE, 'b', { isRefused: true });
  expect(codeOf(proof('checkIn', BASE, 'a'), {}, [refused])).toBe('attendance.lateRefused');
});
