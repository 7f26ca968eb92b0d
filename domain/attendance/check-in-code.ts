/**
 * 签到码 (AT3.1, AT4): a time code like RFC 6238, computed offline from a per-shift seed, so a screen needs no
 * network and a forwarded screenshot is worthless after its step. HMAC is handed in: this layer has no
 * crypto.
 */
import { base62Of } from '../kernel/identifiers';

export type Hmac = (key: Uint8Array, message: string) => Uint8Array;

export const CODE_STEP_MS = 30_000;
/** accepted steps on either side of the current one */
export const CODE_TOLERANCE_STEPS = 1;
const MAC_LENGTH = 10;
const SHORT_CODE_DIGITS = 8;

export function codeStepAt(instant: number): number {
  return Math.floor(instant / CODE_STEP_MS);
}

/** ms until the code on the screen changes */
export function codeRemainingMs(instant: number): number {
  return CODE_STEP_MS - (instant % CODE_STEP_MS);
}

/** What the QR carries: `<step base36>.<mac>` */
export function rotatingCodeAt(hmac: Hmac, seed: Uint8Array, step: number): string {
  return `${step.toString(36)}.${base62Of(hmac(seed, `qr:${String(step)}`), MAC_LENGTH)}`;
}

/** Eight digits a person can type when the camera fails. */
export function shortCodeAt(hmac: Hmac, seed: Uint8Array, step: number): string {
  // Reduced at every byte, so plain numbers do: the app's compiler makes a power of BigInts a Math.pow.
  const modulus = 10 ** SHORT_CODE_DIGITS;
  let value = 0;
  for (const byte of hmac(seed, `digits:${String(step)}`)) value = (value * 256 + byte) % modulus;
  return String(value).padStart(SHORT_CODE_DIGITS, '0');
}

export type CodeVerdict =
  | { readonly kind: 'valid'; readonly step: number }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired'; readonly ageSeconds: number };

/** Judges a scanned code. Only a genuine but old code is "expired"; anything forged is "invalid". */
export function judgeRotatingCode(hmac: Hmac, seed: Uint8Array, code: string, now: number): CodeVerdict {
  const step = genuineStepOf(hmac, seed, code);
  return step === null ? { kind: 'invalid' } : judgeStep(step, now);
}

/** The step a scanned code carries; null when the code was not made from this seed. */
export function genuineStepOf(hmac: Hmac, seed: Uint8Array, code: string): number | null {
  const step = statedStepOf(code);
  return step !== null && rotatingCodeAt(hmac, seed, step) === code ? step : null;
}

/** What a code says of itself, without the seed: a phone can tell that it is old, not that it is genuine. */
export function statedStepOf(code: string): number | null {
  const match = /^([0-9a-z]{1,9})\.([0-9A-Za-z]{10})$/.exec(code);
  const step = Number.parseInt(match?.[1] ?? '', 36);
  return Number.isSafeInteger(step) ? step : null;
}

/** Judges typed digits: they carry no step, so only the accepted steps are tried. */
export function judgeShortCode(hmac: Hmac, seed: Uint8Array, digits: string, now: number): CodeVerdict {
  const current = codeStepAt(now);
  for (let offset = -CODE_TOLERANCE_STEPS; offset <= CODE_TOLERANCE_STEPS; offset += 1) {
    if (shortCodeAt(hmac, seed, current + offset) === digits)
      return { kind: 'valid', step: current + offset };
  }
  return { kind: 'invalid' };
}

function judgeStep(step: number, now: number): CodeVerdict {
  const age = codeStepAt(now) - step;
  if (Math.abs(age) <= CODE_TOLERANCE_STEPS) return { kind: 'valid', step };
  if (age < 0) return { kind: 'invalid' };
  return { kind: 'expired', ageSeconds: Math.floor((now - (step + 1) * CODE_STEP_MS) / 1000) };
}
