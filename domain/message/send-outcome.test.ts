import fc from 'fast-check';
import { MINUTE_MS } from '../time/civil-day';
import { ASKED_AFTER, isPlanned, MAXIMUM_ASKED, messageIdOf } from './message-kind';
import { MAXIMUM_ATTEMPTS, outcomeOf } from './send-outcome';

const answered = (errorCode: number) => ({ kind: 'answered', errorCode }) as const;

test('[ME3] what nobody knows ends, and is never tried again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), (attempts) => {
      expect(outcomeOf({ kind: 'unknown' }, attempts)).toEqual({ kind: 'ended', state: 'unknown' });
    }),
  );
});

test('[ME4] tried again is only what was surely not sent: five times, later each time', () => {
  const delays = [1, 2, 3, 4].map((attempt) => outcomeOf(answered(45_009), attempt));
  expect(delays).toEqual([2, 4, 8, 16].map((minutes) => ({ kind: 'again', afterMs: minutes * MINUTE_MS })));
  expect(outcomeOf(answered(45_009), MAXIMUM_ATTEMPTS)).toEqual({ kind: 'ended', state: 'failed' });
  expect(outcomeOf(answered(-604_101), 1).kind).toBe('again');
  for (const ours of [40_003, 40_037, 41_030, 47_003]) {
    expect(outcomeOf(answered(ours), 1)).toEqual({ kind: 'ended', state: 'failed' });
  }
  expect(outcomeOf(answered(0), 1)).toEqual({ kind: 'ended', state: 'sent' });
  expect(outcomeOf(answered(43_101), 1)).toEqual({ kind: 'ended', state: 'refused' });
});

test('[ME2] a deed asks for at most three kinds', () => {
  for (const kinds of Object.values(ASKED_AFTER)) {
    expect(kinds.length).toBeLessThanOrEqual(MAXIMUM_ASKED);
    expect(new Set(kinds).size).toBe(kinds.length);
  }
  expect(isPlanned('seatGiven')).toBe(false);
});

test('[ME1] another kind, fact or person is another message', () => {
  const ids = [
    messageIdOf('seatGiven', 'shift00001:3', 'person0001'),
    messageIdOf('seatGiven', 'shift00001:4', 'person0001'),
    messageIdOf('shiftSoon', 'shift00001', 'person0001'),
    messageIdOf('shiftSoon', 'shift00001', 'person0002'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
