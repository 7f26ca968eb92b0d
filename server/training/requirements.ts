/** 培训要求 (TR3, TR4): what a shift asks for, as one person sees it and as who runs the shift does. */
import { coursesAsked } from '@domain/activity/post';
import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { managedShift } from '../attendance/shift-screen';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler } from '../kernel/procedure';
import { nextTrainingOf } from './next-training';
import { qualificationsOf, standingView } from './qualifications';

const PAGE = 20;
/** Who comes, or came. */
const LISTED = ['enrolled', 'waiting', 'checkedIn', 'checkedOut', 'confirmed'] as const;

/** Round trips: shift and account, then the own records and the next trainings together. */
export const getRequirements: Handler<'training.getRequirements'> = async (input, context) => {
  const { ports, now } = context;
  const [shift, account] = await Promise.all([
    ports.database.get('shifts', input.shiftId),
    context.actor.account(),
  ]);
  if (shift === null || !shift.isPublished) return rejected('shift.notFound');
  const { startsAt } = shift;
  const courses = coursesAsked(shift);
  const ids = courses.map(({ courseId }) => courseId);
  const [held, nexts] = await Promise.all([
    qualificationsOf(ports, account === null ? [] : [account.volunteerId], ids),
    Promise.all(ids.map((id) => nextTrainingOf(ports, id, now))),
  ]);
  const own = account === null ? [] : (held.get(account.volunteerId) ?? []);
  return {
    requirements: courses.map((course, place) => ({
      ...course,
      standing:
        account === null
          ? { kind: 'unknown' as const, lastDay: null }
          : standingView(course.courseId, own, civilDayOf(startsAt)),
      next: nexts[place] ?? null,
    })),
  };
};

/** Round trips: shift, grants, a page of its people, their records. */
export const listStandings: Handler<'training.listStandings'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const { database } = context.ports;
  const { requiredCourses = [] } = shift;
  const found = await database.find('attendances', {
    where: { shiftId: shift._id, state: { in: [...LISTED] } },
    orderBy: [
      ['movedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.movedAt, row._id]);
  const held = await qualificationsOf(
    context.ports,
    page.rows.map(({ volunteerId }) => volunteerId),
    requiredCourses.map(({ courseId }) => courseId),
  );
  const day = civilDayOf(shift.startsAt);
  return {
    courses: requiredCourses,
    people: page.rows.map(({ maskedName, state, volunteerId }) => ({
      ...{ maskedName, state },
      standings: requiredCourses.map(({ courseId }) => ({
        courseId,
        ...standingView(courseId, held.get(volunteerId) ?? [], day),
      })),
    })),
    nextCursor: page.nextCursor,
  };
};
