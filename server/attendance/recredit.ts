/** AT8: another visit of the person set time free, so this one counts more: a move of its own. */
import { withDayMinutes } from '@domain/attendance/credit-visit';
import type { Recredit } from '@domain/attendance/service-day';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { toAttendance } from './attendance-document';
import { writeMove, type Clock } from './write-moves';

/** Their minutes are those that their days of service hold. */
const CREDITED: readonly StoredDocument<'attendances'>['state'][] = ['checkedOut', 'confirmed', 'disputed'];

/** Round trips: the record and its approval, both written, a ledger entry, the mark (two). */
export async function recredit(
  transaction: Transaction,
  clock: Clock,
  { attendanceId, parts }: Recredit,
  request: { readonly requestId: string; readonly reason?: string },
): Promise<void> {
  const document = await transaction.get('attendances', attendanceId);
  if (document === null || !CREDITED.includes(document.state)) return;
  const move = withDayMinutes(toAttendance(document), parts);
  const { shiftId } = document;
  const cause = { ...request, source: 'recredit' };
  await writeMove(transaction, clock, { document, move, request: cause, actor: 'system', shiftId });
  const approval = await transaction.get('approvals', attendanceId);
  if (approval?.state === 'waiting') {
    await transaction.put('approvals', { ...approval, minutes: move.creditedMinutes });
  }
}
