/** Shifts one can still come to, of a county or of all: what an invitation may offer. Three round trips. */
import type { OpenShift } from '@domain/wake/choose-shifts';
import type { ServiceField } from '@domain/project/project';
import type { DivisionCode, ProjectId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

/** The soonest to end; a county has some dozens at a time. */
const ACTIVITIES = 200;
const SHIFTS = 1_000;

type Shift = StoredDocument<'shifts'>;

export async function openShiftsIn(
  { database }: Pick<Ports, 'database'>,
  countyCode: DivisionCode | null,
  now: number,
): Promise<Shift[]> {
  const activities = await database.find('activities', {
    where: {
      ...(countyCode === null ? {} : { countyCode }),
      state: 'published',
      lastEndsAt: { above: now },
    },
    orderBy: [
      ['lastEndsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: ACTIVITIES,
  });
  if (activities.length === 0) return [];
  const shifts = await database.find('shifts', {
    where: { activityId: { in: activities.map(({ _id }) => _id) }, startsAt: { above: now } },
    limit: SHIFTS,
  });
  return shifts.filter(
    ({ isPublished, state, trainingValidDays }) =>
      isPublished && state === 'open' && trainingValidDays === null,
  );
}

/** One round trip. */
export async function fieldsOf(
  { database }: Pick<Ports, 'database'>,
  projectIds: readonly ProjectId[],
): Promise<ReadonlyMap<ProjectId, ServiceField>> {
  const ids = [...new Set(projectIds)];
  const projects = ids.length === 0 ? [] : await database.getMany('projects', ids);
  return new Map(projects.map(({ _id, field }) => [_id, field]));
}

export function toOpenShift(shift: Shift, fields: ReadonlyMap<ProjectId, ServiceField>): OpenShift {
  const { startsAt, endsAt, riskLevel, requiredCourses, capacity, takenCount } = shift;
  return {
    ...{ shiftId: shift._id, activityId: shift.activityId, startsAt, endsAt, riskLevel, requiredCourses },
    place: shift.place.divisionCode,
    field: fields.get(shift.projectId) ?? null,
    freeSeats: capacity === null ? null : Math.max(0, capacity - takenCount),
    isLined: shift.waitingCount > 0,
  };
}
