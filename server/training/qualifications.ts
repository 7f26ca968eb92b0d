/**
 * 培训资格 (TR2): nothing of its own is stored; confirmed records of trainings say who holds what, until when.
 */
import { standingOn, type Qualification } from '@domain/training/qualification';
import type { CourseId, VolunteerId } from '@domain/kernel/identifiers';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import { addDays, type CivilDay } from '@domain/time/civil-day';
import type { StandingView } from '@contract/training.contract';
import type { Ports } from '../kernel/ports';
import { dayOf } from '../statistics/volunteer-facts';

/** A page of people with three courses, each refreshed a few times; the newest count longest. */
const RECORDS_AT_ONCE = 300;

/** One round trip by index; none where nothing is asked for. */
export async function qualificationsOf(
  { database }: Pick<Ports, 'database'>,
  volunteerIds: readonly VolunteerId[],
  courseIds: readonly CourseId[],
): Promise<ReadonlyMap<VolunteerId, readonly Qualification[]>> {
  const held = new Map<VolunteerId, Qualification[]>();
  if (volunteerIds.length === 0 || courseIds.length === 0) return held;
  const records = await database.find('attendances', {
    where: {
      volunteerId: { in: volunteerIds },
      courseId: { in: courseIds },
      state: 'confirmed',
      creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
    },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: RECORDS_AT_ONCE,
  });
  for (const record of records) {
    const { volunteerId, courseId, trainingValidDays } = record;
    if (courseId === undefined) continue;
    const from = dayOf(record);
    const one = { courseId, from, to: addDays(from, trainingValidDays ?? 0) };
    held.set(volunteerId, [...(held.get(volunteerId) ?? []), one]);
  }
  return held;
}

export function standingView(
  courseId: CourseId,
  held: readonly Qualification[],
  day: CivilDay,
): StandingView {
  const standing = standingOn(courseId, held, day);
  return standing.kind === 'missing'
    ? { kind: 'missing', lastDay: null }
    : { kind: standing.kind, lastDay: addDays(standing.to, -1) };
}
