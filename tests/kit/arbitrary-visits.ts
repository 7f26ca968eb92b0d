/**
 * Random visits: a shift, what is stored of one volunteer, evidence good and bad, an instant around the
 * shift.
 */
import fc from 'fast-check';
import type { Shift } from '@domain/activity/shift';
import { ASSISTED_METHODS, type Attendance } from '@domain/attendance/attendance';
import { codeStepAt, rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import { blankAttendance } from '@domain/attendance/decide-check-in';
import type { ServiceDay } from '@domain/attendance/service-day';
import type { Person } from '@domain/enrolment/admission';
import { parseCivilDay } from '@domain/time/civil-day';
import type { Evidence } from '@domain/attendance/judge-evidence';
import type { Position } from '@domain/geography/distance';
import { parseDivisionCode } from '@domain/geography/division';
import { parseVolunteerId } from '@domain/kernel/identifiers';
import {
  anyForgedEvidence,
  anyInstantAround,
  anyLocation,
  anyRequestId,
  anyShift,
  nodeHmac,
} from './arbitrary-facts';

export const SEED = new Uint8Array(32).fill(7);
export const keys = { hmac: nodeHmac, seed: SEED };
export const ADULT: Person = { birthDay: parseCivilDay('1990-01-01'), guardian: 'none' };
export const VOLUNTEER = parseVolunteerId('volunteer1');

const ELSEWHERE = parseDivisionCode('513222100001');

/** As far from there as one can be. */
function antipodeOf({ latitude, longitude }: Position): Position {
  return { latitude: -latitude, longitude: longitude > 0 ? longitude - 180 : longitude + 180 };
}

/** Evidence that is good at `now`, at the place or by a code of the moment. */
export function anyGoodEvidence(shift: Shift, now: number): fc.Arbitrary<Evidence> {
  return fc.oneof(
    fc.constantFrom(-1, 0, 1).map((offset): Evidence => ({
      kind: 'rotatingCode',
      code: rotatingCodeAt(nodeHmac, SEED, codeStepAt(now) + offset),
    })),
    fc.constantFrom(-1, 0, 1).map((offset): Evidence => ({
      kind: 'shortCode',
      digits: shortCodeAt(nodeHmac, SEED, codeStepAt(now) + offset),
    })),
    fc.constant<Evidence>({ kind: 'location', ...shift.place.position, accuracyMeters: 20 }),
    fc.constant(shift.place).map((place): Evidence => ({
      kind: 'placeCode',
      codePlace: place,
      ...place.position,
      accuracyMeters: 20,
    })),
    fc.constantFrom(...ASSISTED_METHODS).map((method): Evidence => ({ kind: 'assisted', method })),
  );
}

function anyEvidence(shift: Shift, now: number): fc.Arbitrary<Evidence> {
  const bad = fc.oneof(
    anyForgedEvidence,
    anyLocation,
    fc.constantFrom(true, false).map((isElsewhere): Evidence => ({
      kind: 'placeCode',
      codePlace: isElsewhere ? { ...shift.place, divisionCode: ELSEWHERE } : shift.place,
      ...(isElsewhere ? shift.place.position : antipodeOf(shift.place.position)),
      accuracyMeters: 20,
    })),
    fc.integer({ min: 2, max: 100 }).map((steps): Evidence => ({
      kind: 'rotatingCode',
      code: rotatingCodeAt(nodeHmac, SEED, codeStepAt(now) - steps),
    })),
  );
  return fc.oneof({ weight: 3, arbitrary: anyGoodEvidence(shift, now) }, bad);
}

/** Every state in which an attendance can be stored, with the fields that state has. */
export function storedAttendances(shift: Shift): Attendance[] {
  const blank = { ...blankAttendance(shift, VOLUNTEER), enrolledAt: shift.startsAt - 1, seq: 1 };
  const presence = {
    at: shift.startsAt,
    method: 'rotatingCode' as const,
    distanceMeters: null,
    accuracyMeters: null,
    timeStep: codeStepAt(shift.startsAt),
    requestId: 'request-before',
  };
  const here: Attendance = { ...blank, state: 'checkedIn', checkIn: presence, seq: 2 };
  const out: Attendance = {
    ...here,
    state: 'checkedOut',
    checkOut: { ...presence, at: shift.endsAt, requestId: 'request-out' },
    creditedMinutes: 10,
    seq: 3,
  };
  return [
    blank,
    { ...blank, state: 'enrolmentCancelled', seq: 2 },
    { ...blank, state: 'waiting', enrolledAt: null, seq: 1 },
    here,
    out,
    { ...out, state: 'confirmed', confirmedAt: shift.endsAt, seq: 4 },
    { ...here, state: 'expired', seq: 3 },
    { ...out, state: 'disputed', confirmedAt: shift.endsAt, seq: 5 },
    { ...out, state: 'voided', seq: 5 },
  ];
}

export const anyVisit = anyShift.chain((shift) =>
  anyInstantAround(shift).chain((now) =>
    fc.record({
      volunteerId: fc.constant(VOLUNTEER),
      shift: fc.constant(shift),
      attendance: fc.constantFrom(null, ...storedAttendances(shift)),
      evidence: anyEvidence(shift, now),
      keys: fc.constant(keys),
      person: fc.constant(ADULT),
      requestId: anyRequestId,
      now: fc.constant(now),
      days: fc.constant<ServiceDay[]>([]),
    }),
  ),
);
