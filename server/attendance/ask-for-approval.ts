/** 提请审批 (AT9): what a check-out over the day's automatic tier leaves for those who decide. */
import type { Attendance } from '@domain/attendance/attendance';
import { lineageOf } from '@domain/geography/division';
import { assert } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

/** Nothing when nobody has to approve, one round trip otherwise. */
export async function askForApproval(
  transaction: Transaction,
  attendance: Attendance,
  shift: StoredDocument<'shifts'>,
  maskedName: string,
  now: number,
): Promise<void> {
  const { credit, checkIn, checkOut } = attendance;
  const level = attendance.state === 'checkedOut' ? (credit?.waitsFor ?? null) : null;
  if (level === null || credit === undefined) return;
  assert(checkIn !== null && checkOut !== null, 'what waits for an approval has ended');
  const lineage = lineageOf(shift.place.divisionCode);
  await transaction.put('approvals', {
    _id: attendance.attendanceId,
    volunteerId: attendance.volunteerId,
    shiftId: shift._id,
    teamId: shift.teamId,
    maskedName,
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    checkInAt: checkIn.at,
    checkOutAt: checkOut.at,
    minutes: attendance.creditedMinutes,
    dayMinutes: credit.dayMinutes,
    level,
    // The city and the county, whatever the level; below them and the team only for the organisation.
    approverKeys: level === 'county' ? lineage.slice(0, 2) : [...lineage, shift.teamId],
    state: 'waiting',
    askedAt: now,
    requestId: null,
  });
}
