import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { provePresence } from './prove-presence';

/** 签到 (AT1–AT5): a repeated tap answers with the first check-in. */
export const checkIn: Handler<'attendance.checkIn'> = async (input, context) => {
  const result = await provePresence('checkIn', input, context);
  if (result.kind === 'rejected') return result;
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedIn' : 'already' };
};
