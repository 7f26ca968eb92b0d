/**
 * A proof that does not go the ordinary way: a scan that came later than it was made, a check-out before its
 * check-in, a tick of the roster, or an organiser's word about them (AT5). In one transaction: shift,
 * attendance and proofs are read by id, the visit is worked out anew from all proofs, and what changes is
 * written. Round trips: the account, begin, three reads, the proofs, and when something moves the
 * attendance, a ledger entry per move, a seat, the mark (two), commit – 14 at most, for a visit made whole
 * at once.
 */
import type { Attendance } from '@domain/attendance/attendance';
import { decideProvedVisit } from '@domain/attendance/decide-proved-visit';
import {
  decideProofTime,
  isSame,
  isWaiting,
  knownProofs,
  visitOf,
  withProof,
  type Proof,
} from '@domain/attendance/visit-proofs';
import type { Shift } from '@domain/activity/shift';
import { attendanceIdOf, type ShiftId, type VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { toAttendance, toShift } from './attendance-document';
import { addLedgerEntry, toDocument } from './change-attendance';

type AttendanceDocument = StoredDocument<'attendances'>;

export interface ProvingRequest {
  readonly shiftId: ShiftId;
  readonly volunteerId: VolunteerId;
  /** null: whose attendance must exist already, as on a roster */
  readonly maskedName: string | null;
  readonly requestId: string;
  readonly source: string;
  readonly actor: string;
}

export interface ProvingFacts {
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly proofs: readonly Proof[];
}

/** The proofs as they are to be, a refusal, or null when nothing is to be done. */
export type ProvingChange = readonly Proof[] | Rejection<ErrorCode> | null;

export interface Proved {
  readonly kind: 'done';
  readonly document: AttendanceDocument;
  readonly isChanged: boolean;
}

export async function proveVisit(
  context: RequestContext,
  request: ProvingRequest,
  change: (facts: ProvingFacts) => ProvingChange,
): Promise<Proved | Rejection<ErrorCode>> {
  const { shiftId, volunteerId } = request;
  const attendanceId = attendanceIdOf(shiftId, volunteerId);
  return context.ports.database.transaction(async (transaction) => {
    const shiftDocument = await transaction.get('shifts', shiftId);
    if (shiftDocument === null || !shiftDocument.isPublished) return rejected('shift.notFound');
    const known = await transaction.get('attendances', attendanceId);
    if (known === null && request.maskedName === null) return rejected('attendance.notOnRoster');
    const stored = await transaction.get('visitProofs', attendanceId);
    const [shift, attendance] = [toShift(shiftDocument), known === null ? null : toAttendance(known)];
    const proofs = change({ shift, attendance, proofs: knownProofs(attendance, stored?.proofs ?? []) });
    if (proofs !== null && 'kind' in proofs) return proofs;
    if (proofs === null) return known === null ? rejected('attendance.notCheckedIn') : done(known, false);
    const decision = decideProvedVisit({ shift, attendance, volunteerId, proofs, now: context.now });
    const isKept = decision.kind !== 'rejected' || decision.code === 'attendance.notCheckedIn';
    if (isKept) await keepProofs(transaction, context, request, attendanceId, proofs);
    if (decision.kind === 'rejected') return decision;
    const last = decision.kind === 'changed' ? decision.moves[decision.moves.length - 1] : undefined;
    if (decision.kind === 'unchanged' || last === undefined) {
      return known === null ? rejected('attendance.notCheckedIn') : done(known, false);
    }
    const maskedName = known?.maskedName ?? request.maskedName ?? '';
    const document = toDocument(last, shiftDocument, maskedName, context.now);
    await transaction.put('attendances', document);
    const entry = {
      ...request,
      isLate: last.checkIn?.late !== undefined || last.checkOut?.late !== undefined,
    };
    for (const move of decision.moves) {
      await addLedgerEntry(transaction, move, entry, request.actor, context.now);
    }
    if (decision.shift.takenCount !== shift.takenCount) {
      await transaction.put('shifts', { ...shiftDocument, takenCount: decision.shift.takenCount });
    }
    await markVolunteer(transaction, context, volunteerId, shiftId);
    return done(document, true);
  });
}

function done(document: AttendanceDocument, isChanged: boolean): Proved {
  return { kind: 'done', document, isChanged };
}

async function keepProofs(
  transaction: Transaction,
  { now }: RequestContext,
  { shiftId, volunteerId }: ProvingRequest,
  attendanceId: string,
  proofs: readonly Proof[],
): Promise<void> {
  const visit = visitOf(proofs);
  await transaction.put('visitProofs', {
    _id: attendanceId,
    shiftId,
    volunteerId,
    proofs: [...proofs],
    isWaiting: isWaiting(visit),
    uploadedAt: now,
  });
}

/** One more proof, found known when it is sent again (AT1). */
export function addProof(facts: ProvingFacts, proof: Proof): ProvingChange {
  if (facts.proofs.some((other) => isSame(other, proof))) return facts.proofs;
  return decideProofTime(facts.shift, proof, facts.proofs) ?? withProof(facts.proofs, proof);
}
