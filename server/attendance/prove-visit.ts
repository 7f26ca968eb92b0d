/**
 * A proof that does not go the ordinary way: a scan that came later than it was made, a check-out before its
 * check-in, a tick, or an organiser's word about them (AT5). In the transaction of `changeInTransaction` the
 * proofs of the visit are read by id, the visit is worked out anew from all of them, and they are stored.
 * Round trips: those of a check-in or check-out, and two more; one or two to know who somebody on the roster
 * is; three for each other visit of the day that counts more afterwards.
 */
import type { Attendance } from '@domain/attendance/attendance';
import { daysTouched, decideProvedVisit } from '@domain/attendance/decide-proved-visit';
import { refusalOfOwnCode } from '@domain/attendance/duty';
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
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import {
  changeInTransaction,
  type AttendanceChange,
  type ChangeRequest,
  type VisitFacts,
  type Whom,
} from './change-attendance';
import { readDaysOf } from './service-days';

export interface ProvingFacts {
  readonly volunteerId: VolunteerId;
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly proofs: readonly Proof[];
}

/** The proofs as they are to be, a refusal, or null when nothing is to be done. */
export type ProvingChange = readonly Proof[] | Rejection<ErrorCode> | null;
type Change = (facts: ProvingFacts) => ProvingChange;

export interface Proved {
  readonly kind: 'done';
  readonly document: StoredDocument<'attendances'>;
  readonly isChanged: boolean;
}
/** `volunteerId` alone: somebody on the roster, whose attendance must exist already. */
type Subject = Whom | VolunteerId;
type ProofsOf = Map<VolunteerId, readonly Proof[]>;

export async function proveVisit(
  context: RequestContext,
  request: ChangeRequest,
  subject: Subject,
  change: Change,
): Promise<Proved | Rejection<ErrorCode>> {
  return context.ports.database.transaction(async (transaction) => {
    const whom = await whomOf(transaction, request.shiftId, subject);
    if (whom === null) return rejected('attendance.notOnRoster');
    const proofsOf: ProofsOf = new Map();
    const result = await changeInTransaction(transaction, context, request, whom, (facts) =>
      decideWithProofs(facts, context.now, change, proofsOf),
    );
    const isEarly = result.kind === 'rejected' && result.code === 'attendance.notCheckedIn';
    if (result.kind === 'rejected' && !isEarly) return result;
    for (const [volunteerId, proofs] of proofsOf) {
      await keepProofs(transaction, request.shiftId, volunteerId, proofs, context.now);
    }
    if (result.kind === 'rejected') return result;
    const { document, isChanged } = result;
    assert(document !== null, 'who has proofs that count has an attendance');
    return { kind: 'done', document, isChanged };
  });
}

async function whomOf(transaction: Transaction, shiftId: ShiftId, subject: Subject): Promise<Whom | null> {
  return typeof subject === 'string'
    ? transaction.get('attendances', attendanceIdOf(shiftId, subject))
    : subject;
}

async function decideWithProofs(
  facts: VisitFacts,
  now: number,
  change: Change,
  proofsOf: ProofsOf,
): Promise<AttendanceChange<ErrorCode>> {
  const { shift, attendance, volunteerId, transaction } = facts;
  const stored = await transaction.get('visitProofs', attendanceIdOf(shift.shiftId, volunteerId));
  const proofs = change({
    volunteerId,
    shift,
    attendance,
    proofs: knownProofs(attendance, stored?.proofs ?? []),
  });
  if (proofs === null) {
    return attendance === null ? rejected('attendance.notCheckedIn') : { kind: 'unchanged' };
  }
  if ('kind' in proofs) return proofs;
  proofsOf.set(volunteerId, proofs);
  const days = await readDaysOf(transaction, volunteerId, daysTouched({ ...facts, proofs }));
  return decideProvedVisit({ ...facts, proofs, days, now });
}

async function keepProofs(
  transaction: Transaction,
  shiftId: ShiftId,
  volunteerId: VolunteerId,
  proofs: readonly Proof[],
  now: number,
): Promise<void> {
  await transaction.put('visitProofs', {
    _id: attendanceIdOf(shiftId, volunteerId),
    shiftId,
    volunteerId,
    proofs: [...proofs],
    isWaiting: isWaiting(visitOf(proofs)),
    uploadedAt: now,
  });
}

/** One more proof, found known when it is sent again (AT1). */
export function addProof(facts: ProvingFacts, proof: Proof): ProvingChange {
  if (facts.proofs.some((other) => isSame(other, proof))) return facts.proofs;
  const ownCode = refusalOfOwnCode(facts.shift, facts.volunteerId, proof.method);
  return ownCode ?? decideProofTime(facts.shift, proof, facts.proofs) ?? withProof(facts.proofs, proof);
}
