/**
 * What follows from a closing (AT6.3, AT6.4): the people with a record are counted, the count is judged, and
 * every record of the shift is held or released, each by a move of its own. Nothing of it need happen at
 * once: each step decides on what it reads inside a transaction, and what is left the timer `sweep` does.
 */
import { decideSettlement, judgeHeadCount, RECORDED_STATES } from '@domain/attendance/closing';
import type { ShiftId } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import { serveOrder } from '../demand/order-of-shift';
import type { StoredDocument } from '../kernel/documents';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { toAttendance, toShift } from './attendance-document';
import { blankClosing, putUnsettled } from './closing-document';
import { writeMove } from './write-moves';

type Closing = StoredDocument<'closings'>;

/** Records of one run: a request must end soon, and the timer comes again. */
const BATCH = 60;
const AT_ONCE = 4;
/** Shifts of one run of the timer. */
const SHIFTS_AT_ONCE = 20;
/**
 * A check-out that began before the closing may still read the shift as open; a transaction never lasts so
 * long. Until then the shift is looked at again.
 */
const QUIET_MS = MINUTE_MS;

/** Round trips: the closing, a count, four of the judgement, a page of records, and five for each of them. */
export async function settleClosing(ports: Ports, shiftId: ShiftId): Promise<void> {
  const known = await ports.database.get('closings', shiftId);
  if (known?.isSettling !== true) return;
  const recordedCount = await ports.database.count('attendances', {
    shiftId,
    state: { in: [...RECORDED_STATES] },
  });
  const now = ports.now();
  const judged = await ports.database.transaction(async (transaction) => {
    const closing = await transaction.get('closings', shiftId);
    const shift = await transaction.get('shifts', shiftId);
    if (closing === null || shift === null || closing.version !== known.version) return null;
    const { closing: stored } = shift;
    const next = judgedClosing({ ...closing, recordedCount }, now);
    const isUnderReview = next.state === 'review';
    const isTurned = stored !== undefined && stored.isUnderReview !== isUnderReview;
    if (isTurned) await transaction.put('shifts', { ...shift, closing: { ...stored, isUnderReview } });
    const changedAt = isTurned ? now : closing.changedAt;
    await transaction.put('closings', { ...next, changedAt });
    return { isUnderReview, changedAt, shift };
  });
  if (judged === null) return;
  const isWhole = await settleRecords(ports, shiftId, judged.isUnderReview);
  await serveOrder(ports, judged.shift);
  if (isWhole && now - judged.changedAt >= QUIET_MS) await endSettling(ports, known);
}

function judgedClosing(closing: Closing, now: number): Closing {
  const state = judgeHeadCount(closing);
  const isWaiting = state !== 'closed';
  const askedAt = isWaiting && !closing.isWaiting ? now : closing.askedAt;
  return { ...closing, state, isWaiting, askedAt };
}

/** True when nothing was left to do before it began. */
async function settleRecords(ports: Ports, shiftId: ShiftId, isUnderReview: boolean): Promise<boolean> {
  const found = await ports.database.find('attendances', {
    where: isUnderReview ? { shiftId, state: 'confirmed' } : { shiftId, state: 'checkedOut', isHeld: true },
    limit: BATCH,
  });
  await mapInLanes(found, AT_ONCE, ({ _id }) => settleRecord(ports, _id, shiftId));
  return found.length === 0;
}

async function settleRecord(ports: Ports, id: string, shiftId: ShiftId): Promise<void> {
  const now = ports.now();
  await ports.database.transaction(async (transaction) => {
    const document = await transaction.get('attendances', id);
    const shift = await transaction.get('shifts', shiftId);
    if (document === null || shift === null) return;
    const move = decideSettlement(toShift(shift), toAttendance(document), now);
    if (move === null) return;
    const source = move.isHeld === true ? 'held' : 'released';
    const request = { source, requestId: '' };
    await writeMove(transaction, { ports, now }, { document, move, request, actor: 'system', shiftId });
  });
}

async function endSettling(ports: Ports, { _id, version }: Closing): Promise<void> {
  await ports.database.transaction(async (transaction) => {
    const closing = await transaction.get('closings', _id);
    if (closing?.version === version) await transaction.put('closings', { ...closing, isSettling: false });
  });
}

/** Timer: goes on with what is unsettled, and finds the shifts that nobody closed. Safe to run twice. */
export async function sweepClosings(ports: Ports): Promise<number> {
  const now = ports.now();
  const due = await ports.database.find('shifts', {
    where: { closingDueAt: { above: 0, atMost: now } },
    orderBy: [
      ['closingDueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHIFTS_AT_ONCE,
  });
  for (const { _id } of due) await lookWhetherClosed(ports, _id, now);
  const unsettled = await ports.database.find('closings', {
    where: { isSettling: true },
    orderBy: [
      ['changedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHIFTS_AT_ONCE,
  });
  for (const { _id } of unsettled) await settleClosing(ports, _id);
  return unsettled.length;
}

/** AT6.5: one that people have a record of is shown to who looks after it. */
async function lookWhetherClosed(ports: Ports, shiftId: ShiftId, now: number): Promise<void> {
  const where = { shiftId, state: { in: [...RECORDED_STATES] } };
  const isAttended = (await ports.database.count('attendances', where)) > 0;
  await ports.database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', shiftId);
    if (shift === null || (shift.closingDueAt ?? null) === null) return;
    await transaction.put('shifts', { ...shift, closingDueAt: null });
    if (!isAttended || shift.closing !== undefined) return;
    await putUnsettled(transaction, blankClosing(shift, now), { ports, now });
  });
}
