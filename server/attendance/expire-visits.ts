/** 超时未签退: a visit nobody checked out of expires (AT7); it credits nothing. A timer runs this. */
import { CHECK_OUT_CLOSES_AFTER_MS } from '@domain/activity/shift';
import { decideExpiry } from '@domain/attendance/decide-check-out';
import type { Ports } from '../kernel/ports';
import { markVolunteer } from '../statistics/mark';
import { toAttendance, toShift } from './attendance-document';
import { addLedgerEntry } from './write-moves';

const BATCH = 100;

/**
 * Returns how many visits expired. Safe to run twice or overlapping: each decides on what it reads inside.
 */
export async function expireVisits(ports: Ports): Promise<number> {
  const now = ports.now();
  const due = await ports.database.find('attendances', {
    where: { state: 'checkedIn', endsAt: { below: now - CHECK_OUT_CLOSES_AFTER_MS } },
    orderBy: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });
  let expired = 0;
  for (const { _id, shiftId } of due) {
    const isExpired = await ports.database.transaction(async (transaction) => {
      const current = await transaction.get('attendances', _id);
      const shift = await transaction.get('shifts', shiftId);
      if (current === null || shift === null) return false;
      const next = decideExpiry(toShift(shift), toAttendance(current), now);
      if (next === null) return false;
      await transaction.put('attendances', { ...current, state: next.state, seq: next.seq, movedAt: now });
      const request = { source: 'sweep', requestId: '' };
      await addLedgerEntry(transaction, next, request, 'system', now);
      await markVolunteer(transaction, { ports, now }, current.volunteerId, null);
      return true;
    });
    if (isExpired) expired += 1;
  }
  return expired;
}
