import fc from 'fast-check';
import { anyInstant, anySeed, nodeHmac as hmac } from '../../tests/kit/arbitrary-facts';
import {
  CODE_STEP_MS,
  codeRemainingMs,
  codeStepAt,
  judgeRotatingCode,
  judgeShortCode,
  rotatingCodeAt,
  shortCodeAt,
} from './check-in-code';

/** "0 accepted" is a claim about many tries, however few runs the setting asks for. */
const FORWARDED_RUNS = 10_000;
const anySteps = fc.oneof(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 3_000_000 }));

test('[AT3.1] a code changes every 30 seconds, and the countdown ends at the change', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const remaining = codeRemainingMs(instant);
      expect(remaining).toBeGreaterThan(0);
      expect(remaining).toBeLessThanOrEqual(CODE_STEP_MS);
      expect(codeStepAt(instant + remaining - 1)).toBe(codeStepAt(instant));
      expect(codeStepAt(instant + remaining)).toBe(codeStepAt(instant) + 1);
    }),
  );
});

test('[AT3.1] the code of the step and its neighbours is valid, scanned or typed', () => {
  fc.assert(
    fc.property(anySeed, anyInstant, fc.constantFrom(-1, 0, 1), (seed, now, offset) => {
      const step = codeStepAt(now) + offset;
      const valid = { kind: 'valid', step };
      expect(judgeRotatingCode(hmac, seed, rotatingCodeAt(hmac, seed, step), now)).toEqual(valid);
      expect(judgeShortCode(hmac, seed, shortCodeAt(hmac, seed, step), now)).toEqual(valid);
    }),
  );
});

test('[AT4] 10,000 codes forwarded beyond the tolerance: none is accepted', () => {
  let accepted = 0;
  fc.assert(
    fc.property(anySeed, anyInstant, anySteps, fc.boolean(), (seed, now, steps, isPast) => {
      const step = codeStepAt(now) + (isPast ? -steps : steps);
      const verdict = judgeRotatingCode(hmac, seed, rotatingCodeAt(hmac, seed, step), now);
      if (verdict.kind === 'valid') accepted += 1;
      expect(verdict.kind).toBe(isPast ? 'expired' : 'invalid');
      if (verdict.kind !== 'expired') return;
      const endedAt = (step + 1) * CODE_STEP_MS;
      expect(verdict.ageSeconds).toBe(Math.floor((now - endedAt) / 1000));
      expect(verdict.ageSeconds).toBeGreaterThanOrEqual(30);
    }),
    { numRuns: FORWARDED_RUNS },
  );
  expect(accepted).toBe(0);
});

test('[AT4] 10,000 typed codes read out too late: none is accepted', () => {
  // Eight digits collide once in 33 million tries, so the seed of this sample is fixed.
  fc.assert(
    fc.property(anySeed, anyInstant, anySteps, (seed, now, steps) => {
      const digits = shortCodeAt(hmac, seed, codeStepAt(now) - steps);
      expect(judgeShortCode(hmac, seed, digits, now)).toEqual({ kind: 'invalid' });
    }),
    { numRuns: FORWARDED_RUNS, seed: 4_204 },
  );
});

test('[AT4] 10,000 codes of another shift: none is accepted', () => {
  fc.assert(
    fc.property(anySeed, anySeed, anyInstant, fc.constantFrom(-1, 0, 1), (seed, other, now, offset) => {
      fc.pre(seed.some((byte, index) => byte !== other[index]));
      const code = rotatingCodeAt(hmac, other, codeStepAt(now) + offset);
      expect(judgeRotatingCode(hmac, seed, code, now)).toEqual({ kind: 'invalid' });
      const digits = shortCodeAt(hmac, other, codeStepAt(now) + offset);
      expect(judgeShortCode(hmac, seed, digits, now)).toEqual({ kind: 'invalid' });
    }),
    { numRuns: FORWARDED_RUNS, seed: 4_204 },
  );
});

test('[AT4] a code with another step, a slip, a cut or other text is invalid', () => {
  fc.assert(
    fc.property(anySeed, anyInstant, fc.nat(), fc.string({ unit: 'binary' }), (seed, now, at, text) => {
      const step = codeStepAt(now);
      const code = rotatingCodeAt(hmac, seed, step);
      const judge = (forged: string) => judgeRotatingCode(hmac, seed, forged, now).kind;
      const [, mac] = code.split('.');
      expect(judge(`${(step + 1).toString(36)}.${mac ?? ''}`)).toBe('invalid');
      expect(judge(`0${code}`)).toBe('invalid');
      const index = at % code.length;
      const slip = code.charAt(index) === '1' ? '2' : '1';
      expect(judge(code.slice(0, index) + slip + code.slice(index + 1))).toBe('invalid');
      expect(judge(code.slice(0, index))).toBe('invalid');
      expect(judge(text)).toBe('invalid');
      expect(judgeShortCode(hmac, seed, text, now).kind).toBe('invalid');
      expect(judgeShortCode(hmac, seed, shortCodeAt(hmac, seed, step).slice(1), now).kind).toBe('invalid');
    }),
  );
});

test('[AT3.1] typed digits are eight, scanned codes fit a link, and both are the same on both sides', () => {
  fc.assert(
    fc.property(anySeed, anyInstant, (seed, now) => {
      const [screen, server] = [Uint8Array.from(seed), Uint8Array.from(seed)];
      const step = codeStepAt(now);
      expect(shortCodeAt(hmac, screen, step)).toMatch(/^\d{8}$/);
      expect(rotatingCodeAt(hmac, screen, step)).toMatch(/^[0-9a-z]{1,9}\.[0-9A-Za-z]{10}$/);
      expect(shortCodeAt(hmac, screen, step)).toBe(shortCodeAt(hmac, server, step));
    }),
  );
});
