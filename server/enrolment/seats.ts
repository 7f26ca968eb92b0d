/** Seats and line of a shift, stored together in the transaction that changes them (AT13). */
import type { Shift } from '@domain/activity/shift';
import { decideSeatGiven } from '@domain/enrolment/decide-enrolment';
import { emptyLine, owesSeats, serveLine, withWaiting, type Line } from '@domain/enrolment/line';
import { attendanceIdOf, type ShiftId } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import { toAttendance } from '../attendance/attendance-document';
import { writeMoves } from '../attendance/write-moves';
import { announce } from '../message/announce';
import { seatGivenOf } from '../message/message-document';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';

type ShiftDocument = StoredDocument<'shifts'>;

/**
 * Each takes three round trips, up to six where a message tells of it, and a transaction must not last: the
 * timer goes on where it stops.
 */
export const SERVED_AT_ONCE = 10;

export async function loadLine(transaction: Transaction, shiftId: ShiftId): Promise<Line> {
  const stored = await transaction.get('lines', shiftId);
  return stored === null
    ? emptyLine(shiftId)
    : { shiftId, lastNumber: stored.lastNumber, parties: stored.parties };
}

/** Then the line has to hear of it: who stores the shift loads it (AT13). */
export function isLineOwed(before: ShiftDocument, after: Shift): boolean {
  return before.waitingCount > 0 && after.takenCount < before.takenCount;
}

/** Writes what changed; a null line was not looked at, so it has not. */
export async function storeShift(
  transaction: Transaction,
  before: ShiftDocument,
  after: Shift,
  line: Line | null,
  now: number,
): Promise<void> {
  const { takenCount, capacity } = after;
  const { waitingCount, posts } =
    line === null ? { ...after, waitingCount: before.waitingCount } : withWaiting(after, line);
  const next: ShiftDocument = {
    ...before,
    takenCount,
    capacity,
    waitingCount,
    ...(posts === undefined ? {} : { posts: posts.map((one) => ({ ...one })) }),
    owesSeats: line === null ? before.owesSeats : owesSeats(after, line, now),
  };
  if (line !== null) {
    const { shiftId: _id, lastNumber, parties } = line;
    const stored = parties.map(({ number, volunteerIds, postIds }) => ({
      ...{ number, volunteerIds: [...volunteerIds] },
      ...(postIds === undefined ? {} : { postIds: [...postIds] }),
    }));
    await transaction.put('lines', { _id, lastNumber, parties: stored });
  }
  const isChanged =
    takenCount !== before.takenCount ||
    capacity !== before.capacity ||
    next.waitingCount !== before.waitingCount ||
    JSON.stringify(next.posts) !== JSON.stringify(before.posts) ||
    next.owesSeats !== before.owesSeats;
  if (isChanged) await transaction.put('shifts', next);
}

/** Gives free seats to the first in line and stores both: what is left, the timer gives. Null: no line. */
export async function serveAndStore(
  transaction: Transaction,
  context: Pick<RequestContext, 'ports' | 'now'>,
  before: ShiftDocument,
  after: Shift,
  line: Line | null,
): Promise<void> {
  if (line === null) return storeShift(transaction, before, after, null, context.now);
  const served = serveLine(after, line, context.now, SERVED_AT_ONCE);
  for (const { volunteerId, post } of served.given) {
    const document = await transaction.get('attendances', attendanceIdOf(before._id, volunteerId));
    assert(document?.state === 'waiting', 'who stands in the line is waiting');
    const seated = await writeMoves(transaction, context, {
      shift: before,
      person: document,
      moves: [decideSeatGiven(toAttendance(document), context.now, post)],
      request: { source: 'line', requestId: '' },
      actor: 'system',
    });
    if (seated !== null) await announce(transaction, context, seatGivenOf(before, seated, context.now));
  }
  await storeShift(transaction, before, served.shift, served.line, context.now);
}
