import { decideCheckIn } from '@domain/attendance/decide-check-in';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';
import { isLateInput, isRepeatedUnsettled, keysOf, proveByScan } from './late-presence';
import { noteReplay } from './replays';

/**
 * 签到 (AT1–AT5): a repeated tap answers with the first check-in; a scan that comes late counts at its own
 * time.
 */
export const checkIn: Handler<'attendance.checkIn'> = async (input, context) => {
  const result = isLateInput(context, input)
    ? await proveByScan(context, 'checkIn', input)
    : await checkInNow(input, context);
  if (result.kind === 'rejected') {
    await noteReplay(context, input, result.code);
    return result;
  }
  assert(result.document !== null, 'a check-in leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedIn' : 'already' };
};

async function checkInNow(...[input, context]: Parameters<typeof checkIn>) {
  const keys = keysOf(context, input.shiftId);
  const request = { shiftId: input.shiftId, requestId: input.requestId, source: input.evidence.kind };
  const result = await changeAttendance(context, request, (facts) => {
    const { evidence, requestId } = input;
    const decision = decideCheckIn({ ...facts, evidence, requestId, keys, now: context.now });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: [decision.attendance], shift: decision.shift };
  });
  return isRepeatedUnsettled(result) ? proveByScan(context, 'checkIn', input) : result;
}
