/**
 * 补传 (AT5): a scan that the phone stored without a network and sends later. The code's own time step fixes
 * when it was; the phone's clock may only say that the scan belongs to that step, so a picture of a code
 * that is forwarded and scanned ten minutes later proves nothing, with or without a network (AT4).
 */
import { rejected, type Rejection } from '../kernel/result';
import { DAY_MS } from '../time/civil-day';
import type { Presence } from './attendance';
import {
  CODE_STEP_MS,
  CODE_TOLERANCE_STEPS,
  codeStepAt,
  genuineStepOf,
  judgeRotatingCode,
  judgeShortCode,
} from './check-in-code';
import { isCode, type CodeEvidence, type CodeKeys, type Evidence } from './judge-evidence';

/** AT5: after a day the organiser no longer remembers who was there. */
export const LATE_LIMIT_MS = DAY_MS;
/**
 * A position not older than this was sent at once; so was a code that is refused: the person is still there.
 */
const FRESH_MS = 2 * CODE_STEP_MS;

/**
 * Must it be judged by its own time? `scannedAt`: epoch ms by the server's clock as the phone knew it. A
 * code that was of the moment when it was scanned and no longer is when it comes is late, however short
 * the way was.
 */
export function isLateScan(
  evidence: Evidence,
  keys: CodeKeys,
  scannedAt: number | undefined,
  now: number,
): boolean {
  if (scannedAt === undefined) return false;
  const isFresh = Math.abs(now - scannedAt) <= FRESH_MS;
  if (!isCode(evidence)) return !isFresh;
  if (isValidNow(evidence, keys, now)) return false;
  return !isFresh || judgeLateScan(evidence, keys, scannedAt, now).kind === 'accepted';
}

function isValidNow(evidence: CodeEvidence, { hmac, seed }: CodeKeys, now: number): boolean {
  const verdict =
    evidence.kind === 'rotatingCode'
      ? judgeRotatingCode(hmac, seed, evidence.code, now)
      : judgeShortCode(hmac, seed, evidence.digits, now);
  return verdict.kind === 'valid';
}

export type LateRejection = Rejection<
  | 'attendance.codeInvalid'
  | 'attendance.lateUnproven'
  | 'attendance.lateTooOld'
  | 'attendance.locationNotLate'
>;

/** The presence that a late scan proves, at the beginning of its step. */
export function judgeLateScan(
  evidence: Evidence,
  keys: CodeKeys,
  scannedAt: number,
  now: number,
): ({ readonly kind: 'accepted' } & Omit<Presence, 'requestId' | 'late'>) | LateRejection {
  if (!isCode(evidence)) return rejected('attendance.locationNotLate');
  const step = stepOf(evidence, keys, scannedAt);
  if (step === null || step > codeStepAt(now)) return rejected('attendance.codeInvalid');
  const at = step * CODE_STEP_MS;
  if (Math.abs(codeStepAt(scannedAt) - step) > CODE_TOLERANCE_STEPS) {
    return rejected('attendance.lateUnproven', { codeAt: at, scannedAt });
  }
  if (now - at >= LATE_LIMIT_MS) return rejected('attendance.lateTooOld', { codeAt: at });
  return {
    kind: 'accepted',
    at,
    method: evidence.kind,
    distanceMeters: null,
    accuracyMeters: null,
    timeStep: step,
  };
}

/** Typed digits carry no step: only those around the phone's clock are tried. */
function stepOf(evidence: CodeEvidence, { hmac, seed }: CodeKeys, scannedAt: number): number | null {
  if (evidence.kind === 'rotatingCode') return genuineStepOf(hmac, seed, evidence.code);
  const verdict = judgeShortCode(hmac, seed, evidence.digits, scannedAt);
  return verdict.kind === 'valid' ? verdict.step : null;
}
