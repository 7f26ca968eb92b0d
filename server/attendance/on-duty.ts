/** Who is on duty stands in the shift's document, which whoever runs it has read (AT6.1). */
import { isOnDuty, type Duty } from '@domain/attendance/duty';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type RequestContext } from '../kernel/procedure';

type ShiftDocument = StoredDocument<'shifts'>;

export const dutiesOf = ({ duties }: Pick<ShiftDocument, 'duties'>): readonly Duty[] => duties ?? [];

/** What only who is on duty may do. Null: go on. */
export function refusalOffDuty(
  context: RequestContext,
  shift: ShiftDocument,
): Rejection<'duty.required'> | null {
  return isOnDuty(dutiesOf(shift), requireOpenId(context)) ? null : rejected('duty.required');
}
