import fc from 'fast-check';
import { nodeHmac } from '../../tests/kit/arbitrary-facts';
import { HOUR_MS } from '../time/civil-day';
import { CODE_STEP_MS, codeStepAt, rotatingCodeAt, shortCodeAt } from './check-in-code';
import type { Evidence } from './judge-evidence';
import { isLateScan, judgeLateScan, LATE_LIMIT_MS } from './late-scan';
import { replayKindOf } from './replay';

const keys = { hmac: nodeHmac, seed: new Uint8Array(32).fill(3) };
const BASE = 60_000_000 * CODE_STEP_MS;

const anyCode = fc.constantFrom('rotatingCode', 'shortCode');
function evidenceOf(kind: string, step: number): Evidence {
  return kind === 'shortCode'
    ? { kind: 'shortCode', digits: shortCodeAt(nodeHmac, keys.seed, step) }
    : { kind: 'rotatingCode', code: rotatingCodeAt(nodeHmac, keys.seed, step) };
}

test('[AT5.1] a scan stored at once counts at the beginning of its step, for 24 hours', () => {
  const anyDelay = fc.integer({ min: 3 * CODE_STEP_MS, max: LATE_LIMIT_MS - 3 * CODE_STEP_MS });
  const anyOffset = fc.integer({ min: -1, max: 1 });
  fc.assert(
    fc.property(
      anyCode,
      fc.nat({ max: CODE_STEP_MS - 1 }),
      anyOffset,
      anyDelay,
      (kind, ms, offset, delay) => {
        const scannedAt = BASE + ms;
        const step = codeStepAt(scannedAt) + offset;
        const evidence = evidenceOf(kind, step);
        expect(isLateScan(evidence, keys, scannedAt, scannedAt + delay)).toBe(true);
        expect(judgeLateScan(evidence, keys, scannedAt, scannedAt + delay)).toMatchObject({
          kind: 'accepted',
          at: step * CODE_STEP_MS,
          timeStep: step,
        });
        const dayLater = step * CODE_STEP_MS + LATE_LIMIT_MS;
        expect(judgeLateScan(evidence, keys, scannedAt, dayLater)).toMatchObject({
          code: 'attendance.lateTooOld',
        });
      },
    ),
  );
});

test('[AT4] 10,000 pictures scanned minutes later, with or without a network: none is accepted', () => {
  const anyAge = fc.integer({ min: 2, max: 2_000 });
  let accepted = 0;
  fc.assert(
    fc.property(anyCode, anyAge, fc.integer({ min: 0, max: LATE_LIMIT_MS / 2 }), (kind, steps, delay) => {
      const scannedAt = BASE;
      const evidence = evidenceOf(kind, codeStepAt(scannedAt) - steps);
      const instant = scannedAt + delay;
      if (!isLateScan(evidence, keys, scannedAt, instant)) return;
      if (judgeLateScan(evidence, keys, scannedAt, instant).kind === 'accepted') accepted += 1;
    }),
    // Eight digits collide once in 33 million tries, so the seed of this sample is fixed.
    { numRuns: 10_000, seed: 4_205 },
  );
  expect(accepted).toBe(0);
});

test('[AT5.1] a position proves no time later; a code of the future or another seed is invalid', () => {
  const place: Evidence = { kind: 'location', latitude: 31, longitude: 102, accuracyMeters: 10 };
  expect(isLateScan(place, keys, BASE, BASE + HOUR_MS)).toBe(true);
  expect(isLateScan(place, keys, BASE, BASE + 1_000)).toBe(false);
  expect(isLateScan(place, keys, undefined, BASE)).toBe(false);
  expect(judgeLateScan(place, keys, BASE, BASE + HOUR_MS)).toMatchObject({
    code: 'attendance.locationNotLate',
  });
  const future = evidenceOf('rotatingCode', codeStepAt(BASE) + 500);
  expect(judgeLateScan(future, keys, BASE + 500 * CODE_STEP_MS, BASE)).toMatchObject({
    code: 'attendance.codeInvalid',
  });
  const other = { ...keys, seed: new Uint8Array(32) };
  const code = evidenceOf('rotatingCode', codeStepAt(BASE));
  expect(judgeLateScan(code, other, BASE, BASE + HOUR_MS)).toMatchObject({ code: 'attendance.codeInvalid' });
});

test('[AT4] only codes that were genuine once are written down: of an earlier step, or of a sibling', () => {
  const step = codeStepAt(BASE);
  const sibling = new Uint8Array(32).fill(9);
  const kindOf = (evidence: Evidence) => replayKindOf(nodeHmac, keys.seed, [sibling], evidence, BASE);
  expect(kindOf(evidenceOf('rotatingCode', step - 900))).toBe('expired');
  expect(kindOf(evidenceOf('shortCode', step - 15))).toBe('expired');
  expect(kindOf({ kind: 'rotatingCode', code: rotatingCodeAt(nodeHmac, sibling, step) })).toBe('foreign');
  expect(kindOf({ kind: 'shortCode', digits: shortCodeAt(nodeHmac, sibling, step) })).toBe('foreign');
  expect(kindOf({ kind: 'rotatingCode', code: 'zl.0000000000' })).toBeNull();
  expect(kindOf(evidenceOf('rotatingCode', step + 900))).toBeNull();
  expect(kindOf({ kind: 'location', latitude: 0, longitude: 0, accuracyMeters: 1 })).toBeNull();
});
