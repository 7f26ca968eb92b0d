/** AT8: another visit of the person set time free, so this one counts more: a move of its own. */
import { withDayMinutes } from '@domain/attendance/credit-visit';
import type { Recredit } from '@domain/attendance/service-day';
import type { Ports, Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { toAttendance, withMove } from './attendance-document';
import { addLedgerEntry } from './write-moves';

export type Clock = Pick<RequestContext, 'now'> & { readonly ports: Pick<Ports, 'randomId'> };

/** Round trips: the record and its approval, both written, a ledger entry, the mark (two). */
export async function recredit(
  transaction: Transaction,
  clock: Clock,
  { attendanceId, parts }: Recredit,
  request: { readonly requestId: string; readonly reason?: string },
): Promise<void> {
  const document = await transaction.get('attendances', attendanceId);
  if (document === null || (document.state !== 'confirmed' && document.state !== 'checkedOut')) return;
  const move = withDayMinutes(toAttendance(document), parts);
  await transaction.put('attendances', withMove(document, move, clock.now));
  await addLedgerEntry(transaction, move, { ...request, source: 'recredit' }, 'system', clock.now);
  const approval = await transaction.get('approvals', attendanceId);
  if (approval?.state === 'waiting') {
    await transaction.put('approvals', { ...approval, minutes: move.creditedMinutes });
  }
  await markVolunteer(transaction, clock, document.volunteerId, document.shiftId);
}
