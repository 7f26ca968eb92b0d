import { hmacSha256 } from '@contract/hmac-sha256';
import { decideCheckIn } from '@domain/attendance/decide-check-in';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';

/** 签到 (AT1–AT4): a repeated tap answers with the first check-in. */
export const checkIn: Handler<'attendance.checkIn'> = async (input, context) => {
  const keys = { hmac: hmacSha256, seed: context.ports.secrets.checkInSeed(input.shiftId) };
  const { shiftId, requestId, childIds } = input;
  const request = { shiftId, requestId, childIds, source: input.evidence.kind };
  const result = await changeAttendance(context, request, (facts) => {
    const { evidence } = input;
    const decision = decideCheckIn({ ...facts, evidence, requestId, keys, now: context.now });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: [decision.attendance], shift: decision.shift };
  });
  if (result.kind === 'rejected') return result;
  assert(result.document !== null, 'a check-in leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedIn' : 'already' };
};
