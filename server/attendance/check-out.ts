import { hmacSha256 } from '@contract/hmac-sha256';
import { decideCheckOut } from '@domain/attendance/decide-check-out';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';

/** 签退 (AT2, AT7): minutes are computed here and, within the automatic tier, confirmed at once. */
export const checkOut: Handler<'attendance.checkOut'> = async (input, context) => {
  const keys = { hmac: hmacSha256, seed: context.ports.secrets.checkInSeed(input.shiftId) };
  const { shiftId, requestId, childIds } = input;
  const request = { shiftId, requestId, childIds, source: input.evidence.kind };
  const result = await changeAttendance(context, request, ({ shift, attendance }) => {
    const { evidence } = input;
    const decision = decideCheckOut({ shift, attendance, evidence, requestId, keys, now: context.now });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: decision.moves, shift };
  });
  if (result.kind === 'rejected') return result;
  assert(result.document !== null, 'a check-out leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedOut' : 'already' };
};
