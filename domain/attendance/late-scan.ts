/**
 * 补传 (AT5): a scan that the phone stored without a network and sends later. The code's own time step fixes
 * when it was; the phone's clock may only say that the scan belongs to that step, so a picture of a code that is
 * forwarded and scanned ten minutes later proves nothing, with or without a network (AT4).
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
import type { CodeKeys, Evidence } from './judge-evidence';

/** AT5: after a day the organiser no longer remembers who was there. */
export const LATE_LIMIT_MS = DAY_MS;
/** What is not older than this was sent at once: it is judged as it arrives. */
const FRESH_MS = 2 * CODE_STEP_MS;

/** Must it be judged by its own time? `scannedAt`: epoch ms by the server's clock as the phone knew it. */
export function isLateScan(
  evidence: Evidence,
  keys: CodeKeys,
  scannedAt: number | undefined,
  now: number,
): boolean {
  if (scannedAt === undefined || Math.abs(now - scannedAt) <= FRESH_MS) return false;
  switch (evidence.kind) {
    case 'rotatingCode':
      return judgeRotatingCode(keys.hmac, keys.seed, evidence.code, now).kind !== 'valid';
    case 'shortCode':
      return judgeShortCode(keys.hmac, keys.seed, evidence.digits, now).kind !== 'valid';
    case 'location':
      return true;
  }
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
  if (evidence.kind === 'location') return rejected('attendance.locationNotLate');
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
function stepOf(
  evidence: Exclude<Evidence, { kind: 'location' }>,
  { hmac, seed }: CodeKeys,
  scannedAt: number,
): number | null {
  if (evidence.kind === 'rotatingCode') return genuineStepOf(hmac, seed, evidence.code);
  const verdict = judgeShortCode(hmac, seed, evidence.digits, scannedAt);
  return verdict.kind === 'valid' ? verdict.step : null;
}
