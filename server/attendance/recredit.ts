/** AT8: another visit of the person set time free, so this one counts more: a move of its own. */
import { withDayMinutes, withRegained } from '@domain/attendance/credit-visit';
import type { Recredit } from '@domain/attendance/service-day';
import { assert } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { approvalOf } from './approval-document';
import { toAttendance } from './attendance-document';
import { writeMove, type Clock } from './write-moves';

/** Their minutes are those that their days of service hold. */
const CREDITED: readonly StoredDocument<'attendances'>['state'][] = ['checkedOut', 'confirmed', 'disputed'];

/** Round trips: the record (two), a ledger entry, the mark (two); three more when it waits (AT9). */
export async function recredit(
  transaction: Transaction,
  clock: Clock,
  one: Recredit,
  request: { readonly requestId: string; readonly reason?: string },
): Promise<void> {
  const document = await transaction.get('attendances', one.attendanceId);
  if (document === null || !CREDITED.includes(document.state)) return;
  // The office that imported a record has decided on it (IM12), and it is of no shift.
  const isImported = document.source === 'imported';
  const known = toAttendance(document);
  const move = isImported ? withDayMinutes(known, one.parts) : withRegained(known, one);
  const shiftId = isImported ? null : document.shiftId;
  const cause = { ...request, source: 'recredit' };
  await writeMove(transaction, clock, { document, move, request: cause, actor: 'system', shiftId });
  if (move.state !== 'checkedOut') return;
  const asked = await transaction.get('approvals', one.attendanceId);
  const shift = await transaction.get('shifts', document.shiftId);
  assert(shift !== null, 'a record has its shift');
  const askedAt = asked?.state === 'waiting' ? asked.askedAt : clock.now;
  const approval = approvalOf(move, shift, document.maskedName, askedAt);
  if (approval !== null) await transaction.put('approvals', approval);
}
