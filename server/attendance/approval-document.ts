/** 提请审批 (AT9): what a check-out over the day's automatic tier leaves for those who decide. */
import type { Attendance } from '@domain/attendance/attendance';
import { lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import type { RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';

function officeKeyOf(divisionCode: DivisionCode): string {
  return `office:${divisionCode}`;
}

/** What these grants may decide on: an auditor on nothing, an office also on what only offices may. */
export function approverKeysOf(grants: readonly RoleGrant[]): string[] {
  return grants.flatMap(({ role, scope }) => {
    if (role === 'auditor') return [];
    if (scope.kind === 'team') return [scope.teamId];
    const isOffice = role === 'countyOffice' || role === 'cityOffice';
    return [scope.divisionCode, ...(isOffice ? [officeKeyOf(scope.divisionCode)] : [])];
  });
}

/** Null when nobody has to approve. */
export function approvalOf(
  attendance: Attendance,
  shift: StoredDocument<'shifts'>,
  maskedName: string,
  now: number,
): StoredDocument<'approvals'> | null {
  const { credit, checkIn, checkOut } = attendance;
  const isWaiting = attendance.state === 'checkedOut' && attendance.isHeld !== true;
  const level = isWaiting ? (credit?.waitsFor ?? null) : null;
  if (level === null || credit === undefined) return null;
  assert(checkIn !== null && checkOut !== null, 'what waits for an approval has ended');
  const lineage = lineageOf(shift.place.divisionCode);
  return {
    _id: attendance.attendanceId,
    volunteerId: attendance.volunteerId,
    shiftId: shift._id,
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
    // The team and every division above the place; beyond the organisation's tier only offices.
    approverKeys: level === 'county' ? lineage.slice(0, 2).map(officeKeyOf) : [...lineage, shift.teamId],
    state: 'waiting',
    askedAt: now,
    requestId: null,
  };
}
