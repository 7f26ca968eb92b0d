/**
 * Facts that have no procedure yet, written the way theirs must: what changes and the mark of whom it
 * concerns in one transaction that decides on what it reads inside, so that it may be repeated.
 */
import { attendanceIdOf, type VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Ports, Transaction } from '@server/kernel/ports';
import { isUnderReview } from '@domain/activity/shift';
import { toShift } from '@server/attendance/attendance-document';
import { noteRecorded } from '@server/attendance/closing-document';
import { voidVisit } from '@server/attendance/void-record';
import { markVolunteer } from '@server/statistics/mark';

type Attendance = StoredDocument<'attendances'>;

/** 去世, from today on. */
export async function decease(ports: Ports, volunteerId: VolunteerId): Promise<void> {
  const now = ports.now();
  await ports.database.transaction(async (transaction) => {
    const volunteer = await transaction.get('volunteers', volunteerId);
    if (volunteer?.status !== 'active') return;
    await transaction.put('volunteers', { ...volunteer, status: 'deceased', leftDay: civilDayOf(now) });
    await markVolunteer(transaction, { ports, now }, volunteerId, null);
  });
}

/** 补录: a record of a shift that is over, found on paper. */
export async function uploadLate(
  ports: Ports,
  volunteerId: VolunteerId,
  shift: StoredDocument<'shifts'>,
  minutes: number,
): Promise<void> {
  const now = ports.now();
  const _id = attendanceIdOf(shift._id, volunteerId);
  await ports.database.transaction(async (transaction) => {
    if ((await transaction.get('attendances', _id)) !== null) return;
    const current = await transaction.get('shifts', shift._id);
    if (current === null) return;
    const isHeld = isUnderReview(toShift(current));
    const record: Attendance = {
      _id,
      shiftId: shift._id,
      activityId: shift.activityId,
      projectId: shift.projectId,
      volunteerId,
      state: isHeld ? 'checkedOut' : 'confirmed',
      ...(isHeld ? { isHeld } : {}),
      source: 'supplemented',
      trainingValidDays: null,
      enrolledAt: null,
      checkIn: null,
      checkOut: null,
      creditedMinutes: minutes,
      confirmedAt: isHeld ? null : now,
      seq: 1,
      title: shift.title,
      placeName: shift.place.name,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      maskedName: '',
      movedAt: now,
    };
    await transaction.add('attendances', record);
    await noteRecorded(transaction, { ports, now }, current, null, record);
    await markVolunteer(transaction, { ports, now }, volunteerId, shift._id);
  });
}

/** 作废 of a confirmed record. */
export async function voidRecord(ports: Ports, record: Attendance): Promise<void> {
  const now = ports.now();
  await ports.database.transaction(async (transaction) => {
    const document = await transaction.get('attendances', record._id);
    const shift = await transaction.get('shifts', record.shiftId);
    if (document?.state !== 'confirmed' || shift === null) return;
    const request = { requestId: '', reason: '核实有误', actor: 'office' };
    await voidVisit(transaction, { ports, now }, { document, shift }, request);
  });
}

/** 合并: the records of one go over to the other, who was the same person all along. */
export async function merge(ports: Ports, from: VolunteerId, into: VolunteerId): Promise<void> {
  const now = ports.now();
  const records = await ports.database.find('attendances', {
    where: { volunteerId: from, state: 'confirmed' },
    limit: MERGED_AT_MOST,
  });
  await ports.database.transaction(async (transaction) => {
    const [gone, kept] = [
      await transaction.get('volunteers', from),
      await transaction.get('volunteers', into),
    ];
    if (gone?.status !== 'active' || kept?.status !== 'active') return;
    for (const record of records) {
      const _id = attendanceIdOf(record.shiftId, into);
      if ((await transaction.get('attendances', _id)) !== null) continue;
      if (!(await moveRecord(transaction, record._id, now))) continue;
      await transaction.add('attendances', { ...record, _id, volunteerId: into, movedAt: now });
      await markVolunteer(transaction, { ports, now }, from, record.shiftId);
    }
    await transaction.put('volunteers', { ...gone, status: 'merged', leftDay: civilDayOf(now) });
    await markVolunteer(transaction, { ports, now }, from, null);
    await markVolunteer(transaction, { ports, now }, into, null);
  });
}

const MERGED_AT_MOST = 20;

/** Takes a confirmed record out of the count; false when somebody was first. */
async function moveRecord(transaction: Transaction, id: string, now: number): Promise<boolean> {
  const current = await transaction.get('attendances', id);
  if (current?.state !== 'confirmed') return false;
  await transaction.put('attendances', { ...current, state: 'voided', seq: current.seq + 1, movedAt: now });
  return true;
}
