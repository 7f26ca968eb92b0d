import fc from 'fast-check';
import { parseCivilDay, DAY_MS } from '../time/civil-day';
import {
  afterPause,
  exclusionOf,
  INVITED_AGAIN_AFTER_MS,
  mergedStanding,
  NO_STANDING,
  pauseOf,
  PAUSES,
  type InvitationStanding,
  type Invitee,
} from './invite';

const NOW = Date.UTC(2026, 10, 26, 4);
const invitee: Invitee = {
  isActive: true,
  hasConsent: true,
  birthDay: parseCivilDay('1990-01-01'),
  standing: NO_STANDING,
};
const anyInstantNear = fc.option(fc.integer({ min: NOW - 90 * DAY_MS, max: NOW + 90 * DAY_MS }));
const anyStanding: fc.Arbitrary<InvitationStanding> = fc.record({
  lastAt: anyInstantNear,
  isOff: fc.boolean(),
  pausedUntil: anyInstantNear,
});

test('[WK3] who may not be invited is left out, each for a reason', () => {
  const reason = (wishes: Partial<Invitee>) => exclusionOf({ ...invitee, ...wishes }, NOW);
  expect(reason({})).toBeNull();
  expect(reason({ isActive: false })).toBe('inactive');
  expect(reason({ hasConsent: false })).toBe('noConsent');
  expect(reason({ birthDay: parseCivilDay('2008-11-27') })).toBe('minor');
  expect(reason({ birthDay: parseCivilDay('2008-11-26') })).toBeNull();
  expect(reason({ standing: { ...NO_STANDING, isOff: true } })).toBe('paused');
  expect(reason({ standing: { ...NO_STANDING, pausedUntil: NOW + 1 } })).toBe('paused');
  expect(reason({ standing: { ...NO_STANDING, pausedUntil: NOW } })).toBeNull();
  const lastAt = NOW - INVITED_AGAIN_AFTER_MS;
  expect(reason({ standing: { ...NO_STANDING, lastAt: lastAt + 1 } })).toBe('recent');
  expect(reason({ standing: { ...NO_STANDING, lastAt } })).toBeNull();
});

test('[WK6] the last word holds, for a month or until taken back, and keeps the last assignment', () => {
  fc.assert(
    fc.property(anyStanding, fc.constantFrom(...PAUSES), (standing, pause) => {
      const after = afterPause(standing, pause, NOW);
      expect(pauseOf(after, NOW)).toBe(pause);
      expect(after.lastAt).toBe(standing.lastAt);
      expect(pauseOf(after, NOW + 30 * DAY_MS)).toBe(pause === 'always' ? 'always' : 'none');
    }),
  );
});

test('[WK9] of two registrations of a person the stricter word holds', () => {
  fc.assert(
    fc.property(anyStanding, anyStanding, (one, other) => {
      const merged = mergedStanding(one, other);
      const isFree = (standing: InvitationStanding) => exclusionOf({ ...invitee, standing }, NOW) === null;
      expect(isFree(merged)).toBe(isFree(one) && isFree(other));
      expect(mergedStanding(other, one)).toEqual(merged);
    }),
  );
});
