/** 取消报名 in a transaction: whoever does not come any more, and the first in line who come instead. */
import { decideCancellation } from '@domain/enrolment/decide-enrolment';
import { emptyLine } from '@domain/enrolment/line';
import type { Rejection } from '@domain/kernel/result';
import { toAttendance, toShift } from '../attendance/attendance-document';
import { writeMoves } from '../attendance/write-moves';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { loadLine, serveAndStore } from './seats';

type AttendanceDocument = StoredDocument<'attendances'>;

export interface Cancelling {
  readonly shift: StoredDocument<'shifts'>;
  readonly documents: readonly AttendanceDocument[];
  readonly requestId: string;
  readonly actor: string;
}

/** What was written of each, in the order given; an empty list when nobody was enrolled or waiting. */
export async function cancelAll(
  transaction: Transaction,
  context: Pick<RequestContext, 'ports' | 'now'>,
  { shift, documents, requestId, actor }: Cancelling,
): Promise<AttendanceDocument[] | Rejection<'enrolment.alreadyServing'>> {
  const line = shift.waitingCount > 0 ? await loadLine(transaction, shift._id) : emptyLine(shift._id);
  const attendances = documents.map(toAttendance);
  const decision = decideCancellation({ shift: toShift(shift), line, attendances, now: context.now });
  if (decision.kind === 'rejected') return decision;
  if (decision.kind === 'already') return [];
  const written: AttendanceDocument[] = [];
  for (const move of decision.moves) {
    const person = documents.find(({ _id }) => _id === move.attendanceId);
    if (person === undefined) continue;
    const request = { source: 'cancellation', requestId };
    const document = await writeMoves(transaction, context, { shift, person, moves: [move], request, actor });
    if (document !== null) written.push(document);
  }
  await serveAndStore(
    transaction,
    context,
    shift,
    decision.shift,
    shift.waitingCount > 0 ? decision.line : null,
  );
  return written;
}
