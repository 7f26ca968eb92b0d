/** 超时未签退: a visit nobody checked out of expires (AT7); it credits nothing. A timer runs this. */
import { RULE_LIMITS } from '@domain/attendance/attendance-rules';
import { MINUTE_MS } from '@domain/time/civil-day';
import { decideExpiry } from '@domain/attendance/decide-check-out';
import type { PageKey } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { closesAtOf, toAttendance, toShift } from './attendance-document';
import { writeMove } from './write-moves';

const BATCH = 100;
/** In a run: what comes later is for the next one. */
const MAXIMUM_PAGES = 10;

/**
 * Visits whose check-out has closed, the earliest first. Windows differ from shift to shift (AT2), so some
 * rows may not be due yet; they are the last ones, and at most those of the longest window.
 */
async function dueVisits({ database }: Ports, now: number): Promise<StoredDocument<'attendances'>[]> {
  const due: StoredDocument<'attendances'>[] = [];
  let after: PageKey | null = null;
  for (let pages = 0; pages < MAXIMUM_PAGES && due.length < BATCH; pages += 1) {
    const rows: StoredDocument<'attendances'>[] = await database.find('attendances', {
      where: {
        state: 'checkedIn',
        endsAt: { below: now - RULE_LIMITS.closesAfterMinutes.minimum * MINUTE_MS },
      },
      orderBy: [
        ['endsAt', 'asc'],
        ['_id', 'asc'],
      ],
      after,
      limit: BATCH,
    });
    due.push(...rows.filter((row) => closesAtOf(row) <= now));
    const last = rows[BATCH - 1];
    if (last === undefined) break;
    after = [last.endsAt, last._id];
  }
  return due;
}

/**
 * Returns how many visits expired. Safe to run twice or overlapping: each decides on what it reads inside.
 */
export async function expireVisits(ports: Ports): Promise<number> {
  const now = ports.now();
  const due = await dueVisits(ports, now);
  let expired = 0;
  for (const { _id, shiftId } of due) {
    const isExpired = await ports.database.transaction(async (transaction) => {
      const current = await transaction.get('attendances', _id);
      const shift = await transaction.get('shifts', shiftId);
      if (current === null || shift === null) return false;
      const next = decideExpiry(toShift(shift), toAttendance(current), now);
      if (next === null) return false;
      const request = { source: 'sweep', requestId: '' };
      const written = { document: current, move: next, request, actor: 'system', shiftId: null };
      await writeMove(transaction, { ports, now }, written);
      return true;
    });
    if (isExpired) expired += 1;
  }
  return expired;
}
