/** Seats that are free while people wait: given in small transactions, by who freed them and by a timer. */
import { LINE_CLOSES_BEFORE_MS } from '@domain/activity/shift';
import type { ShiftId } from '@domain/kernel/identifiers';
import { toShift } from '../attendance/attendance-document';
import type { Ports } from '../kernel/ports';
import { loadLine, serveAndStore } from './seats';

const SHIFTS_AT_ONCE = 20;
/** Transactions for one shift in one run: more than two hundred people are the next run's. */
const ROUNDS = 20;

/** Returns whether seats are still owed. Safe to run twice or overlapping: each decides on what it reads. */
export async function serveShift(ports: Ports, shiftId: ShiftId): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const owes = await ports.database.transaction(async (transaction) => {
      const shift = await transaction.get('shifts', shiftId);
      if (shift?.owesSeats !== true) return false;
      const line = await loadLine(transaction, shiftId);
      await serveAndStore(transaction, { ports, now: ports.now() }, shift, toShift(shift), line);
      return true;
    });
    if (!owes) return false;
  }
  return true;
}

/** One round trip by index when nothing is owed. Returns how many shifts it looked at. */
export async function serveLines(ports: Ports): Promise<number> {
  const owing = await ports.database.find('shifts', {
    where: { owesSeats: true, startsAt: { above: ports.now() + LINE_CLOSES_BEFORE_MS } },
    orderBy: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHIFTS_AT_ONCE,
  });
  for (const { _id } of owing) await serveShift(ports, _id);
  return owing.length;
}
