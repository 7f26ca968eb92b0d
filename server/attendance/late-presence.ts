/** 补传 (AT5): what a scan is worth that was stored on the phone and comes later, or before its check-in. */
import { hmacSha256 } from '@contract/hmac-sha256';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import type { PresenceDeed } from '@domain/attendance/attendance';
import { presenceOf } from '@domain/attendance/decide-check-in';
import { judgeEvidence, type CodeKeys } from '@domain/attendance/judge-evidence';
import { isLateScan, judgeLateScan } from '@domain/attendance/late-scan';
import { isUnsettled } from '@domain/attendance/visit-proofs';
import type { Rejection } from '@domain/kernel/result';
import type { RequestContext } from '../kernel/procedure';
import { requireAccount } from '../kernel/procedure';
import type { ChangeResult } from './change-attendance';
import { addProof, proveVisit, type Proved, type ProvingChange, type ProvingFacts } from './prove-visit';

type ScanInput = ParsedInputOf<'attendance.checkIn'>;

export function keysOf(context: RequestContext, shiftId: ScanInput['shiftId']): CodeKeys {
  return { hmac: hmacSha256, seed: context.ports.secrets.checkInSeed(shiftId) };
}

/** Does this scan have to be judged by its own time? */
export function isLateInput(context: RequestContext, input: ScanInput): boolean {
  return isLateScan(input.evidence, keysOf(context, input.shiftId), input.scannedAt, context.now);
}

/** It changed nothing now, but what it met – a tick, a late scan – may go: then this scan counts. */
export function isRepeatedUnsettled(result: ChangeResult | Rejection<ErrorCode>): boolean {
  return (
    result.kind === 'done' && !result.isChanged && result.document !== null && isUnsettled(result.document)
  );
}

/** Proves a deed by a scan: by its own time when it is late, by the present otherwise. */
export async function proveByScan(
  context: RequestContext,
  deed: PresenceDeed,
  input: ScanInput,
): Promise<Proved | Rejection<ErrorCode>> {
  const { volunteerId, maskedName, _id: actor } = await requireAccount(context);
  const { shiftId, requestId } = input;
  const request = { shiftId, volunteerId, maskedName, requestId, source: input.evidence.kind, actor };
  const judge = isLateInput(context, input) ? lateProof : timelyProof;
  return proveVisit(context, request, (facts) => judge(context, deed, input, facts));
}

function lateProof(
  context: RequestContext,
  deed: PresenceDeed,
  input: ScanInput,
  facts: ProvingFacts,
): ProvingChange {
  const { evidence, requestId, scannedAt = context.now } = input;
  // A position that comes again later: its first arrival counted, and no time can be proved by it now.
  const isKnown = facts.attendance !== null && facts.attendance[deed] !== null;
  if (evidence.kind === 'location' && isKnown) return null;
  const verdict = judgeLateScan(evidence, keysOf(context, input.shiftId), scannedAt, context.now);
  if (verdict.kind === 'rejected') return verdict;
  const { kind: _kind, ...presence } = verdict;
  return addProof(facts, { ...presence, requestId, deed, isLate: true, vouchedBy: null, isRefused: false });
}

function timelyProof(
  context: RequestContext,
  deed: PresenceDeed,
  input: ScanInput,
  facts: ProvingFacts,
): ProvingChange {
  const { evidence, requestId } = input;
  const verdict = judgeEvidence(facts.shift.place, evidence, keysOf(context, input.shiftId), context.now);
  if (verdict.kind === 'rejected') return verdict;
  const presence = { ...presenceOf(verdict), at: context.now, requestId };
  return addProof(facts, { ...presence, deed, isLate: false, vouchedBy: null, isRefused: false });
}
