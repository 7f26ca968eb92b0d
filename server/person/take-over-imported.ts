/**
 * 转入 of an imported record (RM3, IM15): it has no shift, no seat and nothing that hangs on it. What it
 * took of its
 * day it takes of the survivor's; where both have the same record, the survivor's stays. Round trips: nine
 * reads at most, ten writes.
 */
import { creditedBefore, LIVE_STATES } from '@domain/attendance/take-over';
import { takeOverRecord } from '@domain/import/imported-record';
import { attendanceIdOf, type AttendanceId, type VolunteerId } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import { toAttendance } from '../attendance/attendance-document';
import { readDaysOf, writeServiceDays } from '../attendance/service-days';
import { writeMove, type Clock } from '../attendance/write-moves';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

type AttendanceDocument = StoredDocument<'attendances'>;
interface Merge {
  readonly survivorId: VolunteerId;
  readonly otherId: VolunteerId;
  readonly actor: string;
  readonly requestId: string;
}
type Result =
  | { readonly kind: 'done'; readonly isMoved: boolean }
  | { readonly kind: 'later'; readonly first: AttendanceId };

export async function takeOverImported(
  transaction: Transaction,
  clock: Clock,
  { survivorId, otherId, actor, requestId }: Merge,
  document: AttendanceDocument,
): Promise<Result> {
  const { imported, _id } = document;
  const survivor = await transaction.get('volunteers', survivorId);
  assert(imported !== undefined && survivor !== null, 'an imported record has its day, a merge its survivor');
  const emptyOf = (volunteerId: VolunteerId) => ({ volunteerId, day: imported.day, visits: [] });
  const [fromDay = emptyOf(otherId)] = await readDaysOf(transaction, otherId, [imported.day]);
  for (const first of creditedBefore([fromDay], _id)) {
    const before = await transaction.get('attendances', first);
    if (before !== null && LIVE_STATES.some((live) => live === before.state)) return { kind: 'later', first };
  }
  const [ownDay = emptyOf(survivorId)] = await readDaysOf(transaction, survivorId, [imported.day]);
  const attendanceId = attendanceIdOf(document.shiftId, survivorId);
  const from = toAttendance(document);
  const { creditedMinutes: looseMinutes } = from;
  const visit = fromDay.visits.find((one) => one.attendanceId === _id) ?? {
    ...{ attendanceId: _id, intervals: [], minutes: looseMinutes, mostMinutes: null, looseMinutes },
  };
  const isKnown = (await transaction.get('attendances', attendanceId)) !== null;
  const facts = { from, isKnown, attendanceId, volunteerId: survivorId, visit, fromDay, ownDay };
  const { move, ended, day, fromDay: freed } = takeOverRecord(facts);
  const request = { source: 'merge', requestId };
  const moved = { ...document, movedTo: attendanceId };
  await writeMove(transaction, clock, { document: moved, move: ended, request, actor, shiftId: null });
  await writeServiceDays(transaction, day === null ? [freed] : [freed, day]);
  if (move !== null) {
    const whom = { _id: attendanceId, volunteerId: survivorId, maskedName: redactName(survivor.name) };
    const target = { document: { ...document, ...whom }, move, request, actor, shiftId: null };
    await writeMove(transaction, clock, target);
  }
  return { kind: 'done', isMoved: move !== null };
}
