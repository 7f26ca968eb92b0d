import { decideCheckOut } from '@domain/attendance/decide-check-out';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';
import { isLateInput, isRepeatedUnsettled, keysOf, proveByScan } from './late-presence';
import { noteReplay } from './replays';

/**
 * 签退 (AT2, AT5, AT7): minutes are computed here and, within the automatic tier, confirmed at once. Without a
 * check-in it is refused, but kept: the check-in may still lie on a phone without a network.
 */
export const checkOut: Handler<'attendance.checkOut'> = async (input, context) => {
  const result = isLateInput(context, input)
    ? await proveByScan(context, 'checkOut', input)
    : await checkOutNow(input, context);
  if (result.kind === 'rejected') {
    await noteReplay(context, input, result.code);
    return result;
  }
  assert(result.document !== null, 'a check-out leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedOut' : 'already' };
};

async function checkOutNow(...[input, context]: Parameters<typeof checkOut>) {
  const keys = keysOf(context, input.shiftId);
  const request = { shiftId: input.shiftId, requestId: input.requestId, source: input.evidence.kind };
  const result = await changeAttendance(context, request, ({ shift, attendance }) => {
    const { evidence, requestId } = input;
    const decision = decideCheckOut({ shift, attendance, evidence, requestId, keys, now: context.now });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: decision.moves, shift };
  });
  const isEarly = result.kind === 'rejected' && result.code === 'attendance.notCheckedIn';
  return isEarly || isRepeatedUnsettled(result) ? proveByScan(context, 'checkOut', input) : result;
}
