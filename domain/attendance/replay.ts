/**
 * Was a refused code once genuine (AT4)? Only those are written down: what is merely mistyped or made up says
 * nothing about anybody.
 */
import { CODE_STEP_MS, codeStepAt, genuineStepOf, judgeShortCode, type Hmac } from './check-in-code';
import { isCode, type CodeEvidence, type Evidence } from './judge-evidence';

export type ReplayKind = 'expired' | 'foreign';

/** Typed digits carry no step: so many of the steps before are tried, ten minutes. */
const DIGIT_STEPS_BACK = 20;

/** `siblings`: seeds of the other shifts of the activity. */
export function replayKindOf(
  hmac: Hmac,
  seed: Uint8Array,
  siblings: readonly Uint8Array[],
  evidence: Evidence,
  now: number,
): ReplayKind | null {
  if (!isCode(evidence)) return null;
  if (isGenuine(hmac, seed, evidence, now)) return 'expired';
  return siblings.some((other) => isGenuine(hmac, other, evidence, now)) ? 'foreign' : null;
}

function isGenuine(hmac: Hmac, seed: Uint8Array, evidence: CodeEvidence, now: number): boolean {
  if (evidence.kind === 'rotatingCode') {
    const step = genuineStepOf(hmac, seed, evidence.code);
    return step !== null && step <= codeStepAt(now) + 1;
  }
  for (let back = 0; back <= DIGIT_STEPS_BACK; back += 2) {
    const verdict = judgeShortCode(hmac, seed, evidence.digits, now - back * CODE_STEP_MS);
    if (verdict.kind === 'valid') return true;
  }
  return false;
}

/**
 * One screen passes a phone about every two seconds, and a code is valid for ninety: more than this by the
 * same step were not all standing before it.
 */
export const CROWDED_STEP_COUNT = 45;
