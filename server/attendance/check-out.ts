import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { provePresence } from './prove-presence';

/**
 * 签退 (AT2, AT5, AT7–AT9): minutes are computed here and, within the day's automatic tier, confirmed at once.
 */
export const checkOut: Handler<'attendance.checkOut'> = async (input, context) => {
  const result = await provePresence('checkOut', input, context);
  if (result.kind === 'rejected') return result;
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedOut' : 'already' };
};
