/** 补传 (AT5): what a scan is worth that was stored on the phone and comes later, or before its check-in. */
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { presenceOf } from '@domain/attendance/decide-check-in';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { judgeEvidence, type CodeKeys, type Evidence } from '@domain/attendance/judge-evidence';
import { isLateScan, judgeLateScan } from '@domain/attendance/late-scan';
import { isUnsettled } from '@domain/attendance/visit-proofs';
import type { Rejection } from '@domain/kernel/result';
import { requireAccount, type RequestContext } from '../kernel/procedure';
import type { ChangeResult } from './change-attendance';
import { addProof, proveVisit, type Proved, type ProvingChange, type ProvingFacts } from './prove-visit';

/** What a phone sent, with what it is judged by. */
export interface Scan {
  readonly deed: PresenceDeed;
  readonly input: ParsedInputOf<'attendance.checkIn'>;
  readonly evidence: Evidence;
  readonly keys: CodeKeys;
}

/** Does this scan have to be judged by its own time? */
export function isLate({ input, evidence, keys }: Scan, now: number): boolean {
  return isLateScan(evidence, keys, input.scannedAt, now);
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
  scan: Scan,
): Promise<Proved | Rejection<ErrorCode>> {
  const account = await requireAccount(context);
  const { shiftId, requestId, childIds } = scan.input;
  const request = { shiftId, requestId, childIds, source: scan.input.evidence.kind };
  const judge = isLate(scan, context.now) ? lateProof : timelyProof;
  return proveVisit(context, request, account, (facts) => judge(scan, facts, context.now));
}

function lateProof({ deed, input, evidence, keys }: Scan, facts: ProvingFacts, now: number): ProvingChange {
  const { requestId, scannedAt = now } = input;
  // A position that comes again later: its first arrival counted, and no time can be proved by it now.
  const isKnown = facts.attendance !== null && facts.attendance[deed] !== null;
  if ((evidence.kind === 'location' || evidence.kind === 'placeCode') && isKnown) return null;
  const verdict = judgeLateScan(evidence, keys, scannedAt, now);
  if (verdict.kind === 'rejected') return verdict;
  const { kind: _kind, ...presence } = verdict;
  return addProof(facts, { ...presence, requestId, deed, isLate: true, vouchedBy: null, isRefused: false });
}

function timelyProof({ deed, input, evidence, keys }: Scan, facts: ProvingFacts, now: number): ProvingChange {
  const verdict = judgeEvidence(facts.shift.place, evidence, keys, now);
  if (verdict.kind === 'rejected') return verdict;
  const presence = { ...presenceOf(verdict), at: now, requestId: input.requestId };
  return addProof(facts, { ...presence, deed, isLate: false, vouchedBy: null, isRefused: false });
}
