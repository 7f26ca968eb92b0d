import fc from 'fast-check';
import { anyInstantAround, anyShift } from '../../tests/kit/arbitrary-facts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/civil-day';
import {
  checkInWindowOf,
  checkOutClosesAt,
  decideShiftPlan,
  isWithin,
  releaseSeat,
  SHIFT_LIMITS,
  takeSeat,
} from './shift';

test('[AT2] check-in opens 30 min before the start, closes at the end; check-out 2 h after', () => {
  const shift = { startsAt: 100 * HOUR_MS, endsAt: 103 * HOUR_MS };
  expect(checkInWindowOf(shift)).toEqual({ opensAt: 99.5 * HOUR_MS, closesAt: 103 * HOUR_MS });
  expect(checkOutClosesAt(shift)).toBe(105 * HOUR_MS);
});

test('[ST1][AT2] windows are half-open: the first instant is inside, the last is not', () => {
  fc.assert(
    fc.property(anyShift, (shift) => {
      const window = checkInWindowOf(shift);
      expect(isWithin(window, window.opensAt)).toBe(true);
      expect(isWithin(window, window.opensAt - 1)).toBe(false);
      expect(isWithin(window, window.closesAt - 1)).toBe(true);
      expect(isWithin(window, window.closesAt)).toBe(false);
    }),
  );
});

test('[AT13] a taken seat released is no change; without a limit the document stays as it is', () => {
  fc.assert(
    fc.property(anyShift, (shift) => {
      expect(releaseSeat(takeSeat(shift))).toEqual(shift);
      if (shift.capacity === null) expect(takeSeat(shift)).toBe(shift);
      expect(releaseSeat({ ...shift, takenCount: 0 }).takenCount).toBe(0);
    }),
  );
});

test('[AC4] a plan is accepted exactly within the limits, and refused with the reason', () => {
  const now = 1_000 * DAY_MS;
  const reasonOf = (startsAt: number, endsAt: number) => {
    const decision = decideShiftPlan({ startsAt, endsAt }, now);
    return decision.kind === 'rejected' ? decision.params['reason'] : 'accepted';
  };
  const { minimumLengthMs, maximumLengthMs, maximumAheadMs } = SHIFT_LIMITS;
  expect(reasonOf(now, now)).toBe('endBeforeStart');
  expect(reasonOf(now, now - MINUTE_MS)).toBe('endBeforeStart');
  expect(reasonOf(now, now + minimumLengthMs - 1)).toBe('tooShort');
  expect(reasonOf(now, now + minimumLengthMs)).toBe('accepted');
  expect(reasonOf(now, now + maximumLengthMs)).toBe('accepted');
  expect(reasonOf(now, now + maximumLengthMs + 1)).toBe('tooLong');
  expect(reasonOf(now - HOUR_MS, now)).toBe('past');
  expect(reasonOf(now - HOUR_MS, now + 1)).toBe('accepted');
  expect(reasonOf(now + maximumAheadMs, now + maximumAheadMs + HOUR_MS)).toBe('accepted');
  expect(reasonOf(now + maximumAheadMs + 1, now + maximumAheadMs + HOUR_MS)).toBe('tooFarAhead');
  const anyPlan = anyShift.chain((shift) => fc.tuple(fc.constant(shift), anyInstantAround(shift)));
  fc.assert(
    fc.property(anyPlan, ([shift, instant]) => {
      const decision = decideShiftPlan(shift, instant);
      expect(decision.kind).toBe(shift.endsAt > instant ? 'accepted' : 'rejected');
    }),
  );
});
