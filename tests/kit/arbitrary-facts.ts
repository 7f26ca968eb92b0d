/** Random facts for properties of the rules: ids, days, places, shifts, evidence. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { Shift } from '@domain/activity/shift';
import type { Hmac } from '@domain/attendance/check-in-code';
import type { Evidence } from '@domain/attendance/judge-evidence';
import { parseDivisionCode } from '@domain/geography/division';
import {
  parseActivityId,
  parseProjectId,
  parseShiftId,
  parseTeamId,
  parseVolunteerId,
} from '@domain/kernel/identifiers';
import { addDays, HOUR_MS, MINUTE_MS, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

/** Node's own HMAC-SHA-256: the domain is handed one and has none. */
export const nodeHmac: Hmac = (key, message) =>
  Uint8Array.from(createHmac('sha256', key).update(message, 'utf8').digest());

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const anyShortId = fc.string({
  unit: fc.constantFrom(...BASE62.split('')),
  minLength: 10,
  maxLength: 10,
});
export const anyVolunteerId = anyShortId.map(parseVolunteerId);
export const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 });
export const anyRequestId = anyShortId.map((id) => `request-${id}`);

/** 2020-01-01 00:00 UTC to 2034 */
export const anyInstant = fc.integer({ min: 1_577_836_800_000, max: 2_020_000_000_000 });
export function anyDay(from: string, days: number): fc.Arbitrary<CivilDay> {
  return fc.integer({ min: 0, max: days }).map((offset) => addDays(parseCivilDay(from), offset));
}

export const anyPosition = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Instants fall on whole seconds as well as between them; capacities are small so that shifts fill up. */
export const anyShift: fc.Arbitrary<Shift> = fc
  .record({
    shiftId: anyShortId.map(parseShiftId),
    startsAt: anyInstant,
    lengthMs: fc.integer({ min: 10 * MINUTE_MS, max: 12 * HOUR_MS }),
    position: anyPosition,
    radiusMeters: fc.integer({ min: 50, max: 2_000 }),
    capacity: fc.option(fc.integer({ min: 1, max: 4 })),
    takenCount: fc.integer({ min: 0, max: 4 }),
    state: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'cancelled' as const),
  })
  .map(({ lengthMs, position, radiusMeters, takenCount, ...shift }) => ({
    ...shift,
    activityId: parseActivityId('activity01'),
    projectId: parseProjectId('project001'),
    teamId: parseTeamId('team000001'),
    title: '场次',
    endsAt: shift.startsAt + lengthMs,
    place: { name: '地点', divisionCode: parseDivisionCode('513201100002'), position, radiusMeters },
    waitingCount: 0,
    riskLevel: 'general' as const,
    takenCount: shift.capacity === null ? 0 : Math.min(takenCount, shift.capacity),
  }));

/** An instant around a shift: before it opens, inside, in the check-out time, long after. */
export function anyInstantAround(shift: Pick<Shift, 'startsAt' | 'endsAt'>): fc.Arbitrary<number> {
  return fc.integer({ min: shift.startsAt - 2 * HOUR_MS, max: shift.endsAt + 4 * HOUR_MS });
}

export const anyForgedEvidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({ kind: fc.constant('rotatingCode' as const), code: fc.string({ maxLength: 24 }) }),
  fc.record({
    kind: fc.constant('rotatingCode' as const),
    code: fc.tuple(fc.nat(), anyShortId).map(([step, mac]) => `${step.toString(36)}.${mac}`),
  }),
  fc.record({ kind: fc.constant('shortCode' as const), digits: fc.string({ maxLength: 8 }) }),
);

export const anyLocation: fc.Arbitrary<Evidence> = fc
  .tuple(anyPosition, fc.double({ min: 0, max: 100_000, noNaN: true }))
  .map(([position, accuracyMeters]) => ({ kind: 'location', ...position, accuracyMeters }));
