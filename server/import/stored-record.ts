/** 导入的记录 as it is stored: which id a row has, and the document it becomes (IM11). */
import type { ServiceDay } from '@domain/attendance/service-day';
import { totalOf } from '@domain/attendance/service-day';
import { judgeKnown, NO_ACTIVITY, NO_PROJECT, recordKeyOf } from '@domain/import/imported-record';
import type { AnyFault, ServiceRow } from '@domain/import/record-row';
import {
  attendanceIdOf,
  parseShiftId,
  type AttendanceId,
  type VolunteerId,
} from '@domain/kernel/identifiers';
import { HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { redactName } from '@domain/volunteer/redact';
import { toServedDaysText } from '../kernel/served-days-text';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Job } from './job';

type Attendance = StoredDocument<'attendances'>;

/** How often one row can be imported and undone again: nothing leaves `voided`, so each time is a record. */
export const MAXIMUM_GENERATIONS = 20;
/** A list with hours alone knows the day: its record stands in the middle of it. */
const NOON_MS = 12 * HOUR_MS;

/** From the content: whoever imports it again finds it, whichever file it stands in. */
export function recordIdOf(
  { secrets }: Pick<Ports, 'secrets'>,
  row: ServiceRow,
  volunteerId: VolunteerId,
  generation: number,
): AttendanceId {
  const shiftId = secrets.shortId('imported-record', `${String(generation)}:${recordKeyOf(row)}`);
  return attendanceIdOf(parseShiftId(shiftId), volunteerId);
}

export type Standing = 'known' | { readonly fault: AnyFault } | { readonly isNewAs: AttendanceId };

/** Looks at one generation after the other: one that was undone makes room for the next. */
export async function standingOf(
  ports: Pick<Ports, 'secrets'>,
  row: ServiceRow,
  volunteerId: VolunteerId,
  read: (id: AttendanceId) => Promise<Attendance | null>,
): Promise<Standing> {
  for (let generation = 0; generation < MAXIMUM_GENERATIONS; generation += 1) {
    const id = recordIdOf(ports, row, volunteerId, generation);
    const known = await read(id);
    if (known === null) return { isNewAs: id };
    const { state, imported } = known;
    if (imported?.isUndone === true) continue;
    // One that was merged into the survivor's and met the same there is void here, and stands there.
    return judgeKnown(row, { isVoided: state === 'voided', statedMinutes: imported?.statedMinutes ?? 0 });
  }
  return { fault: 'recordVoided' };
}

export interface NewRecord {
  readonly id: AttendanceId;
  readonly row: ServiceRow;
  readonly volunteer: StoredDocument<'volunteers'>;
  readonly minutes: number;
  /** with the record */
  readonly day: ServiceDay;
  readonly job: Job;
  readonly now: number;
}

export function recordDocumentOf({ id, row, volunteer, minutes, day, job, now }: NewRecord): Attendance {
  const [shiftId = ''] = id.split(':');
  const midnight = startOfDay(row.day);
  const { times } = row;
  const lost = row.minutes - minutes;
  const deductions = [{ reason: 'overlap' as const, minutes: lost }];
  return {
    _id: id,
    shiftId: parseShiftId(shiftId),
    activityId: NO_ACTIVITY,
    projectId: NO_PROJECT,
    volunteerId: volunteer._id,
    state: 'confirmed',
    source: 'imported',
    trainingValidDays: null,
    enrolledAt: null,
    // No presence is known, so closure (ST22) says nothing of it; and nobody confirmed it late.
    ...{ checkIn: null, checkOut: null, confirmedAt: null },
    creditedMinutes: minutes,
    servedDays: toServedDaysText([{ day: row.day, minutes }]),
    ...(lost > 0 ? { credit: { deductions, waitsFor: null, dayMinutes: totalOf(day) } } : {}),
    seq: 1,
    title: row.title,
    placeName: organisationOf(row, job),
    startsAt: midnight + (times === null ? NOON_MS : times.from * MINUTE_MS),
    endsAt: midnight + (times === null ? NOON_MS : times.to * MINUTE_MS),
    maskedName: redactName(volunteer.name),
    movedAt: now,
    imported: {
      importId: job._id,
      divisionCode: job.divisionCode,
      organisation: organisationOf(row, job),
      day: row.day,
      isTimed: times !== null,
      statedMinutes: row.minutes,
    },
  };
}

/** The list's own word, or who has imported it. */
export function organisationOf({ organisation }: ServiceRow, { officeName }: Job): string {
  return organisation === '' ? officeName : organisation;
}
