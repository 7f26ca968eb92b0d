import type { CourseId } from '@domain/kernel/identifiers';
import type { NextTraining } from '@contract/training.contract';
import type { Ports } from '../kernel/ports';

/** The next shift that teaches a course and has not begun: one round trip by index. */
export async function nextTrainingOf(
  { database }: Pick<Ports, 'database'>,
  courseId: CourseId,
  now: number,
): Promise<NextTraining | null> {
  const [shift] = await database.find('shifts', {
    where: { courseId, state: 'open', isPublished: true, startsAt: { above: now } },
    orderBy: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: 1,
  });
  if (shift === undefined) return null;
  const { _id: shiftId, activityId, title, startsAt, endsAt, place } = shift;
  return { shiftId, activityId, title, startsAt, endsAt, placeName: place.name };
}
