/**
 * The one way an attendance changes: load shift and attendance by id, decide, write document, ledger, seat
 * and mark in one transaction. Round trips: account, begin, two reads, then document and one ledger entry per
 * move, the seat when it changed, the mark (read and written) when a figure may change, commit – a check-in
 * takes 7, or 8 when it takes a limited seat. A check-out takes 12: the day of service is read and written
 * with it; 14 around a midnight, one more when it waits for an approval. Children who come along take four
 * more each, seven at the check-out, or nobody changes.
 */
import type { Shift } from '@domain/activity/shift';
import type { Attendance } from '@domain/attendance/attendance';
import type { Recredit, ServiceDay } from '@domain/attendance/service-day';
import type { Person } from '@domain/enrolment/admission';
import { attendanceIdOf, type ShiftId, type VolunteerId } from '@domain/kernel/identifiers';
import { leaveLine } from '@domain/enrolment/line';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { isLineOwed, loadLine, storeShift } from '../enrolment/seats';
import { countConsents, loadChildren, loadSelf, type Known } from '../enrolment/people';
import type { Account } from '../kernel/actor';
import { requireAccount, requireOpenId, type RequestContext } from '../kernel/procedure';
import { toAttendance, toShift } from './attendance-document';
import { recredit } from './recredit';
import { writeMoves } from './write-moves';

type AttendanceDocument = StoredDocument<'attendances'>;

export type AttendanceChange<Code extends string> =
  | Rejection<Code>
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed';
      /** successive states, one ledger entry each; the last is stored */
      readonly moves: readonly Attendance[];
      readonly shift: Shift;
      /** days of service that changed with it (AT8) */
      readonly days?: readonly ServiceDay[];
      /** what other visits of the same person count now (AT8) */
      readonly recredited?: readonly Recredit[];
    };

export interface ChangeRequest {
  readonly shiftId: ShiftId;
  readonly requestId: string;
  readonly source: string;
  /** who comes and goes with the volunteer */
  readonly childIds: readonly VolunteerId[];
}

/** Whose attendance it is, who asks or somebody helped; without a birthday one more round trip finds it. */
export type Whom = Pick<Account, 'volunteerId' | 'maskedName' | 'birthDay'>;
/** May read what it needs besides, in the same transaction. */
type Decide<Code extends string> = (
  facts: VisitFacts,
) => AttendanceChange<Code> | Promise<AttendanceChange<Code>>;
type ChangeRefusal<Code extends string> = Rejection<Code | 'shift.notFound' | 'child.notYours'>;

export interface ChangeResult {
  readonly kind: 'done';
  readonly document: AttendanceDocument | null;
  readonly isChanged: boolean;
}

export interface VisitFacts {
  readonly volunteerId: VolunteerId;
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly person: Person;
  /** for what a decision needs besides, by id */
  readonly transaction: Transaction;
}

interface Decided {
  readonly person: Known;
  readonly known: AttendanceDocument | null;
  readonly moves: readonly Attendance[];
  readonly days: readonly ServiceDay[];
  readonly recredited: readonly Recredit[];
}

export async function changeAttendance<Code extends string>(
  context: RequestContext,
  request: ChangeRequest,
  decide: Decide<Code>,
): Promise<ChangeResult | ChangeRefusal<Code>> {
  const account = await requireAccount(context);
  return context.ports.database.transaction((transaction) =>
    changeInTransaction(transaction, context, request, account, decide),
  );
}

/** The same for anybody's attendance, with more in the transaction; who asks is the ledger's actor. */
export async function changeInTransaction<Code extends string>(
  transaction: Transaction,
  context: RequestContext,
  request: ChangeRequest,
  whom: Whom,
  decide: Decide<Code>,
): Promise<ChangeResult | ChangeRefusal<Code>> {
  const shift = await transaction.get('shifts', request.shiftId);
  if (shift === null || !shift.isPublished) return rejected('shift.notFound');
  const children = await loadChildren(transaction, whom, request.childIds);
  if (children === null) return rejected('child.notYours');
  const decided: Decided[] = [];
  let after = toShift(shift);
  for (const person of [await loadSelf(transaction, context.ports, whom, shift), ...children]) {
    const { volunteerId } = person;
    const known = await transaction.get('attendances', attendanceIdOf(shift._id, volunteerId));
    const attendance = known === null ? null : toAttendance(known);
    const facts = { volunteerId, shift: after, attendance, person: person.person, transaction };
    const change = await decide(facts);
    if (change.kind === 'rejected') return change;
    if (change.kind === 'unchanged') decided.push({ person, known, moves: [], days: [], recredited: [] });
    else {
      after = change.shift;
      const { days = [], recredited = [] } = change;
      decided.push({ person, known, moves: broughtBy(person, change.moves), days, recredited });
    }
  }
  const changed = decided.filter(({ moves }) => moves.length > 0);
  const leaving = changed.flatMap(({ known, person }) =>
    known?.state === 'waiting' ? [person.volunteerId] : [],
  );
  const isLineTouched = leaving.length > 0 || isLineOwed(shift, after);
  const line = isLineTouched ? await loadLine(transaction, shift._id) : null;
  await countConsents(
    transaction,
    changed.map(({ person }) => person),
  );
  const actor = requireOpenId(context);
  const written: (AttendanceDocument | null)[] = [];
  for (const { person, known, moves, days, recredited } of decided) {
    const all = { shift, person, known, moves, days, request, actor };
    written.push(await writeMoves(transaction, context, all));
    for (const one of recredited) await recredit(transaction, context, one, request);
  }
  await storeShift(transaction, shift, after, line === null ? null : leaveLine(line, leaving), context.now);
  const document = written[0] ?? decided[0]?.known ?? null;
  return { kind: 'done', document, isChanged: written.some((one) => one !== null) };
}

/** A child who comes without having been enrolled is the guardian's companion too (AT13.8). */
function broughtBy({ guardianId }: Known, moves: readonly Attendance[]): readonly Attendance[] {
  if (guardianId === null) return moves;
  return moves.map((move) => ({ ...move, enrolment: { ...move.enrolment, guardianId } }));
}
