import { hmacSha256 } from '@contract/hmac-sha256';
import { decideCheckOut } from '@domain/attendance/decide-check-out';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';
import { readServiceDays } from './service-days';

/** 签退 (AT2, AT7–AT9): minutes are computed here and, within the day's automatic tier, confirmed at once. */
export const checkOut: Handler<'attendance.checkOut'> = async (input, context) => {
  const keys = { hmac: hmacSha256, seed: context.ports.secrets.checkInSeed(input.shiftId) };
  const { shiftId, requestId, childIds, evidence } = input;
  const { now } = context;
  const request = { shiftId, requestId, childIds, source: evidence.kind };
  const result = await changeAttendance(context, request, async ({ shift, attendance, transaction }) => {
    const days = await readServiceDays(transaction, shift, attendance, now);
    const decision = decideCheckOut({ shift, attendance, evidence, requestId, keys, now, days });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: decision.moves, shift, days: decision.days };
  });
  if (result.kind === 'rejected') return result;
  assert(result.document !== null, 'a check-out leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'checkedOut' : 'already' };
};
