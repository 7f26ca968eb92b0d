import fc from 'fast-check';
import { anyForgedEvidence, anyInstant, anySeed, anyShift, nodeHmac } from '../../tests/kit/arbitrary-facts';
import { distanceMeters } from '../geography/distance';
import { rotatingCodeAt, codeStepAt } from './check-in-code';
import { ACCURACY_ALLOWANCE_METERS, judgeEvidence } from './judge-evidence';

const keys = { hmac: nodeHmac, seed: new Uint8Array(32) };
const anyOffset = fc.double({ min: -0.05, max: 0.05, noNaN: true });

test('[AT3.3] a fix passes exactly when distance − min(accuracy, 100 m) ≤ radius', () => {
  const anyAccuracy = fc.double({ min: 0, max: 100_000, noNaN: true });
  fc.assert(
    fc.property(anyShift, anyOffset, anyOffset, anyAccuracy, (shift, north, east, accuracyMeters) => {
      const { position, radiusMeters } = shift.place;
      const at = { latitude: position.latitude + north, longitude: position.longitude + east };
      const verdict = judgeEvidence(shift.place, { kind: 'location', ...at, accuracyMeters }, keys, 0);
      const distance = distanceMeters(position, at);
      const allowance = Math.min(Math.round(accuracyMeters), ACCURACY_ALLOWANCE_METERS);
      expect(verdict.kind).toBe(distance - allowance <= radiusMeters ? 'accepted' : 'rejected');
      if (verdict.kind === 'rejected') {
        expect(verdict.params).toEqual({
          distanceMeters: distance,
          allowedMeters: radiusMeters,
          remainingMeters: distance - radiusMeters,
        });
      }
    }),
  );
});

test('[AT3.3] the fence itself is inside, a metre further is not', () => {
  fc.assert(
    fc.property(anyShift, anyOffset, fc.nat({ max: 300 }), (shift, north, accuracyMeters) => {
      const { position } = shift.place;
      const at = { latitude: position.latitude + north, longitude: position.longitude };
      const evidence = { kind: 'location' as const, ...at, accuracyMeters };
      const radius = distanceMeters(position, at) - Math.min(accuracyMeters, 100);
      const judge = (radiusMeters: number) =>
        judgeEvidence({ ...shift.place, radiusMeters }, evidence, keys, 0).kind;
      expect([judge(radius), judge(radius - 1)]).toEqual(['accepted', 'rejected']);
    }),
  );
});

test('[AT3.3] at the place itself any accuracy passes; no coordinates are kept', () => {
  fc.assert(
    fc.property(anyShift, fc.nat({ max: 100_000 }), (shift, accuracyMeters) => {
      const evidence = { kind: 'location' as const, ...shift.place.position, accuracyMeters };
      const verdict = judgeEvidence(shift.place, evidence, keys, 0);
      expect(verdict).toEqual({
        kind: 'accepted',
        method: 'location',
        distanceMeters: 0,
        accuracyMeters,
        timeStep: null,
      });
    }),
  );
});

test('[AT3.1] an accepted code keeps its step, not a place', () => {
  fc.assert(
    fc.property(anyShift, anySeed, anyInstant, (shift, seed, now) => {
      const code = rotatingCodeAt(nodeHmac, seed, codeStepAt(now));
      const evidence = { kind: 'rotatingCode' as const, code };
      expect(judgeEvidence(shift.place, evidence, { hmac: nodeHmac, seed }, now)).toEqual({
        kind: 'accepted',
        method: 'rotatingCode',
        distanceMeters: null,
        accuracyMeters: null,
        timeStep: codeStepAt(now),
      });
    }),
  );
});

test('[AT4] forged evidence is refused with a code, never a crash', () => {
  fc.assert(
    fc.property(anyShift, anySeed, anyInstant, anyForgedEvidence, (shift, seed, now, evidence) => {
      const verdict = judgeEvidence(shift.place, evidence, { hmac: nodeHmac, seed }, now);
      expect(verdict).toEqual({ kind: 'rejected', code: 'attendance.codeInvalid', params: {} });
    }),
  );
});
