/** 更正申请 as it is stored (AT7.2): one document for each record, its last claim with the answer. */
import type { Attendance } from '@domain/attendance/attendance';
import type { Transaction } from '../kernel/ports';

/** Something else has settled the record: nobody has to answer any more. One round trip, or two. */
export async function withdrawClaim(
  transaction: Transaction,
  { attendanceId }: Pick<Attendance, 'attendanceId'>,
): Promise<void> {
  const claim = await transaction.get('claims', attendanceId);
  if (claim?.state === 'waiting') await transaction.put('claims', { ...claim, state: 'withdrawn' });
}
