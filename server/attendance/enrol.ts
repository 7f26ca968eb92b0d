/** 报名 and 取消报名 (AT13): seats and line are documents, changed in the transaction that decides. */
import { decideEnrolment, type Comer } from '@domain/enrolment/decide-enrolment';
import { emptyLine } from '@domain/enrolment/line';
import { attendanceIdOf, type VolunteerId } from '@domain/kernel/identifiers';
import { assert, rejected } from '@domain/kernel/result';
import { cancelAll } from '../enrolment/cancel';
import { countConsents, loadChildren, loadSelf, type Known } from '../enrolment/people';
import { loadLine, serveAndStore, storeShift } from '../enrolment/seats';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler } from '../kernel/procedure';
import { toAttendance, toShift, toSummary } from './attendance-document';
import { writeMoves } from './write-moves';

type AttendanceDocument = StoredDocument<'attendances'>;

/**
 * Round trips: begin, shift, attendance, document, ledger, shift, commit; two more for the line where there
 * is one or one is wanted, six for every child.
 */
export const enrol: Handler<'attendance.enrol'> = async (input, context) => {
  const account = await requireAccount(context);
  return context.ports.database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null || !shift.isPublished) return rejected('shift.notFound');
    const children = await loadChildren(transaction, account, input.childIds);
    if (children === null) return rejected('child.notYours');
    const people = [await loadSelf(transaction, context.ports, account, shift), ...children];
    const known = new Map<VolunteerId, AttendanceDocument | null>();
    for (const { volunteerId } of people) {
      known.set(volunteerId, await transaction.get('attendances', attendanceIdOf(shift._id, volunteerId)));
    }
    const comers = people.map((person) => toComer(person, known.get(person.volunteerId) ?? null));
    const usesLine = shift.waitingCount > 0 || input.whenFull === 'wait';
    const line = usesLine ? await loadLine(transaction, shift._id) : emptyLine(shift._id);
    const { whenFull, postIds } = input;
    const facts = { shift: toShift(shift), line, comers, whenFull, postIds, now: context.now };
    const decision = decideEnrolment(facts);
    if (decision.kind === 'rejected') return decision;
    const isChanged = decision.kind === 'accepted';
    if (decision.kind === 'accepted') {
      await countConsents(transaction, people);
      for (const move of decision.moves) {
        const person = people.find(({ volunteerId }) => volunteerId === move.volunteerId);
        assert(person !== undefined, 'who moves has come');
        const request = { source: 'enrolment', requestId: input.requestId };
        const moved = { shift, person, moves: [move], request, actor: account._id };
        known.set(person.volunteerId, await writeMoves(transaction, context, moved));
      }
      // A line nobody stood in and nobody joined stays unwritten.
      const after = line.parties.length + decision.line.parties.length > 0 ? decision.line : null;
      // Who leaves it for a post may have held others back (AT15.2).
      const hasLeft = comers.some(({ attendance }) => attendance?.state === 'waiting');
      if (hasLeft) await serveAndStore(transaction, context, shift, decision.shift, after);
      else await storeShift(transaction, shift, decision.shift, after, context.now);
    }
    const document = known.get(account.volunteerId) ?? null;
    assert(document !== null, 'an enrolment leaves an attendance');
    const outcome = document.state === 'waiting' ? 'waiting' : isChanged ? 'enrolled' : 'already';
    return { attendance: toSummary(document), outcome };
  });
};

function toComer(known: Known, document: AttendanceDocument | null): Comer {
  return { ...known, attendance: document === null ? null : toAttendance(document) };
}

/** With children in `childIds` only theirs; otherwise one's own and those of every child one brings. */
export const cancelEnrolment: Handler<'attendance.cancelEnrolment'> = async (input, context) => {
  const { volunteerId, _id: actor } = await requireAccount(context);
  return context.ports.database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null || !shift.isPublished) return rejected('shift.notFound');
    const own = await transaction.get('attendances', attendanceIdOf(shift._id, volunteerId));
    const brought = await loadBrought(transaction, shift._id, volunteerId);
    const { childIds, requestId } = input;
    const documents =
      childIds.length > 0
        ? brought.filter((document) => childIds.includes(document.volunteerId))
        : [...(own === null ? [] : [own]), ...brought];
    const written = await cancelAll(transaction, context, { shift, documents, requestId, actor });
    if (!Array.isArray(written)) return written;
    const left = written.find((document) => document._id === own?._id) ?? own;
    return {
      attendance: left === null ? null : toSummary(left),
      outcome: written.length > 0 ? 'cancelled' : 'already',
    };
  });
};

/** One round trip for who has no children, else one more for each. */
async function loadBrought(
  transaction: Transaction,
  shiftId: StoredDocument<'shifts'>['_id'],
  guardianId: VolunteerId,
): Promise<AttendanceDocument[]> {
  const guardian = await transaction.get('guardians', guardianId);
  const brought: AttendanceDocument[] = [];
  for (const childId of guardian?.childIds ?? []) {
    const document = await transaction.get('attendances', attendanceIdOf(shiftId, childId));
    if (document?.enrolment?.guardianId === guardianId) brought.push(document);
  }
  return brought;
}
