/** 签到 and 签退 by the volunteer's own phone: one way for both. */
import { hmacSha256 } from '@contract/hmac-sha256';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import {
  decidePresence,
  type PresenceDecision,
  type PresenceDeed,
  type PresenceFacts,
} from '@domain/attendance/decide-presence';
import type { CodeKeys, Evidence } from '@domain/attendance/judge-evidence';
import type { ShiftId } from '@domain/kernel/identifiers';
import { assert, type Rejection } from '@domain/kernel/result';
import type { Ports } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { refusePosition } from '../volunteer/consents';
import { changeAttendance, type AttendanceChange, type VisitFacts } from './change-attendance';
import { isLate, isRepeatedUnsettled, proveByScan, type Scan } from './late-presence';
import { readPlaceCode, type PlaceCodeRefusal } from './place-code';
import type { Proved } from './prove-visit';
import { noteReplay } from './replays';
import { readServiceDays } from './service-days';

type Input = ParsedInputOf<'attendance.checkIn'>;
type RefusalOf<Decision> = Decision extends Rejection<infer Code> ? Code : never;
type PresenceRefusal = RefusalOf<PresenceDecision>;

export function codeKeysOf({ secrets }: Ports, shiftId: ShiftId): CodeKeys {
  return { hmac: hmacSha256, seed: secrets.checkInSeed(shiftId) };
}

/** The days of service that a check-out at `at` can be credited on (AT8). */
export async function readDays(
  deed: PresenceDeed,
  { transaction, shift, attendance }: VisitFacts,
  at: number,
): Promise<PresenceFacts['days']> {
  return deed === 'checkIn' ? [] : readServiceDays(transaction, shift, attendance, at);
}

/** Decides one person's deed now, in the transaction that stores it. */
export async function judgePresence(
  deed: PresenceDeed,
  facts: VisitFacts,
  proof: Pick<PresenceFacts, 'evidence' | 'keys' | 'requestId' | 'now'>,
): Promise<AttendanceChange<PresenceRefusal>> {
  const days = await readDays(deed, facts, proof.now);
  return toChange(decidePresence(deed, { ...facts, ...proof, days }));
}

export function toChange(decision: PresenceDecision): AttendanceChange<PresenceRefusal> {
  if (decision.kind === 'already') return { kind: 'unchanged' };
  return decision.kind === 'rejected' ? decision : { ...decision, kind: 'changed' };
}

/**
 * A scan that comes late counts at its own time (AT5); a check-out without a check-in is refused, but kept:
 * the check-in may still lie on a phone without a network. Round trips: those of `changeAttendance`, and one
 * more for a printed code; those of `proveVisit` after them when the scan is kept.
 */
export async function provePresence(
  deed: PresenceDeed,
  input: Input,
  context: RequestContext,
): Promise<Proved | Rejection<ErrorCode>> {
  const refusal = hasPosition(input.evidence) ? await refusePosition(context) : null;
  if (refusal !== null) return refusal;
  const evidence = await readEvidence(context.ports, input.evidence);
  if (evidence.kind === 'rejected') return evidence;
  const scan: Scan = { deed, input, evidence, keys: codeKeysOf(context.ports, input.shiftId) };
  const result = isLate(scan, context.now) ? await proveByScan(context, scan) : await proveNow(context, scan);
  if (result.kind === 'rejected') await noteReplay(context, scan, result.code);
  return result;
}

async function proveNow(context: RequestContext, scan: Scan): Promise<Proved | Rejection<ErrorCode>> {
  const { deed, input, evidence, keys } = scan;
  const { shiftId, requestId, childIds } = input;
  const request = { shiftId, requestId, childIds, source: input.evidence.kind };
  const result = await changeAttendance(context, request, (facts) =>
    judgePresence(deed, facts, { evidence, keys, requestId, now: context.now }),
  );
  const isEarly = result.kind === 'rejected' && result.code === 'attendance.notCheckedIn';
  if (isEarly || isRepeatedUnsettled(result)) return proveByScan(context, scan);
  if (result.kind === 'rejected') return result;
  const { document, isChanged } = result;
  assert(document !== null, 'a check-in or check-out leaves an attendance');
  return { kind: 'done', document, isChanged };
}

const hasPosition = ({ kind }: Input['evidence']): boolean => kind === 'location' || kind === 'placeCode';

async function readEvidence(
  ports: Ports,
  evidence: Input['evidence'],
): Promise<Evidence | Rejection<PlaceCodeRefusal>> {
  if (evidence.kind !== 'placeCode') return evidence;
  const { scene, ...where } = evidence;
  const code = await readPlaceCode(ports, scene);
  return code.kind === 'rejected' ? code : { ...where, codePlace: code.document.place };
}
