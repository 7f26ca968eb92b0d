/** A person of the demo city who has enrolled in a shift, or waits in its line, as it is stored. */
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { redactName } from '@domain/volunteer/redact';
import type { StoredDocument } from '@server/kernel/documents';

/** `movedAt`: when the seat was taken or the person joined the line (epoch ms). */
export function enrolmentOf(
  shift: StoredDocument<'shifts'>,
  volunteer: StoredDocument<'volunteers'>,
  state: 'enrolled' | 'waiting',
  movedAt: number,
): StoredDocument<'attendances'> {
  return {
    _id: attendanceIdOf(shift._id, volunteer._id),
    shiftId: shift._id,
    activityId: shift.activityId,
    projectId: shift.projectId,
    volunteerId: volunteer._id,
    state,
    source: 'own',
    trainingValidDays: shift.trainingValidDays,
    enrolledAt: state === 'enrolled' ? movedAt : null,
    checkIn: null,
    checkOut: null,
    creditedMinutes: 0,
    confirmedAt: null,
    seq: 1,
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    maskedName: redactName(volunteer.name),
    movedAt,
  };
}
