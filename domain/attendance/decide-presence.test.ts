import fc from 'fast-check';
import { anyVisit } from '../../tests/kit/arbitrary-visits';
import { checkOutClosesAt } from '../activity/shift';
import { ASSISTED_METHODS, recordSourceOf } from './attendance';
import { decideCheckIn } from './decide-check-in';
import { decideConfirmation, decidePresence } from './decide-presence';

const anyDeed = fc.constantFrom('checkIn' as const, 'checkOut' as const);

test('[AT3.4][AT3.5] a record is assisted as soon as one presence is, own only when both are', () => {
  fc.assert(
    fc.property(anyVisit, anyVisit, (first, second) => {
      const begun = decideCheckIn(first);
      if (begun.kind !== 'accepted') return;
      const ended = decidePresence('checkOut', { ...second, ...first, ...begun, evidence: second.evidence });
      const visit = ended.kind === 'accepted' ? (ended.moves.at(-1) ?? begun.attendance) : begun.attendance;
      const methods = [visit.checkIn?.method, visit.checkOut?.method];
      const isAssisted = methods.some((method) => ASSISTED_METHODS.some((one) => one === method));
      expect(recordSourceOf(visit)).toBe(isAssisted ? 'assisted' : 'own');
    }),
  );
});

test('[AT3.2] a check-in begins when it is confirmed, a check-out was when it was asked for', () => {
  fc.assert(
    fc.property(
      anyVisit,
      anyDeed,
      fc.nat({ max: 3_600_000 }),
      ({ evidence: _own, ...facts }, deed, waitedMs) => {
        const askedAt = facts.now - waitedMs;
        const decision = decideConfirmation(deed, facts, askedAt);
        if (decision.kind !== 'accepted') return;
        const last = decision.moves.at(-1);
        const presence = deed === 'checkIn' ? last?.checkIn : last?.checkOut;
        expect(presence).toMatchObject({
          method: 'confirmation',
          at: deed === 'checkIn' ? facts.now : askedAt,
        });
        expect(facts.now).toBeLessThan(checkOutClosesAt(facts.shift));
        if (last?.state === 'confirmed') expect(last.confirmedAt).toBe(facts.now);
      },
    ),
  );
});

test('[AT3.2] waiting for the tap never makes a visit longer than its check-out was asked for', () => {
  fc.assert(
    fc.property(anyVisit, fc.nat({ max: 3_600_000 }), ({ evidence: _own, ...facts }, waitedMs) => {
      const late = decideConfirmation('checkOut', facts, facts.now - waitedMs);
      const atOnce = decideConfirmation(
        'checkOut',
        { ...facts, now: facts.now - waitedMs },
        facts.now - waitedMs,
      );
      if (late.kind !== 'accepted' || atOnce.kind !== 'accepted') return;
      expect(late.moves.at(-1)?.creditedMinutes).toBe(atOnce.moves.at(-1)?.creditedMinutes);
    }),
  );
});
