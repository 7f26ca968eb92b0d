/** 课程 (TR1): what an office offers, and what is planned of it. */
import { contains } from '@domain/geography/division';
import type { CourseId, DivisionCode } from '@domain/kernel/identifiers';
import { parseCourseId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { COURSE_CHOICES } from '@contract/training.contract';
import { mayGovern } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { nextTrainingOf } from './next-training';
import { qualificationsOf, standingView } from './qualifications';

type Course = StoredDocument<'courses'>;

/** Each asks for its next shift, together. */
const PAGE = 10;
const NEWEST_FIRST = [
  ['addedAt', 'desc'],
  ['_id', 'asc'],
] as const;

/** Round trips: account and grants, courses, then the own standing and the next shifts together. */
export const listCourses: Handler<'training.listCourses'> = async (input, context) => {
  const { ports, now } = context;
  const [account, grants, found] = await Promise.all([
    context.actor.account(),
    context.actor.grants(),
    ports.database.find('courses', {
      where: { isOffered: true },
      orderBy: NEWEST_FIRST,
      after: parseCursor(input.cursor),
      limit: PAGE + 1,
    }),
  ]);
  const page = pageOf(found, PAGE, (row) => [row.addedAt, row._id]);
  const ids = page.rows.map(({ _id }) => _id);
  const [held, nexts] = await Promise.all([
    account === null ? null : qualificationsOf(ports, [account.volunteerId], ids),
    Promise.all(ids.map((id) => nextTrainingOf(ports, id, now))),
  ]);
  const own = account === null ? [] : (held?.get(account.volunteerId) ?? []);
  return {
    courses: page.rows.map((course, place) => ({
      ...viewOf(course),
      mine:
        account === null
          ? { kind: 'unknown' as const, lastDay: null }
          : standingView(course._id, own, civilDayOf(now)),
      next: nexts[place] ?? null,
      canRetire: mayGovern(grants, course.divisionCode),
    })),
    nextCursor: page.nextCursor,
  };
};

function viewOf({ _id, title, summary, validDays, divisionName }: Course) {
  return { courseId: _id, title, summary, validDays, divisionName };
}

/** One round trip. */
export const listCourseChoices: Handler<'training.listChoices'> = async (_input, { ports }) => {
  const found = await ports.database.find('courses', {
    where: { isOffered: true },
    orderBy: NEWEST_FIRST,
    limit: COURSE_CHOICES,
  });
  return { courses: found.map(({ _id, title, validDays }) => ({ courseId: _id, title, validDays })) };
};

/** Round trips: grants, division; begin, course, write, commit. */
export const addCourse: Handler<'training.addCourse'> = async (input, context) => {
  const { ports, now } = context;
  const openId = requireOpenId(context);
  const { requestId, divisionCode, title, summary, validDays } = input;
  if (!mayGovern(await context.actor.grants(), divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const text = [title, summary].join('\n');
  if ((await ports.platform.checkContent(openId, text)) !== 'pass')
    return rejected('activity.contentRefused');
  const courseId = parseCourseId(ports.secrets.shortId('course', `${openId}:${requestId}`));
  await ports.database.transaction(async (transaction) => {
    if ((await transaction.get('courses', courseId)) !== null) return;
    await transaction.add('courses', {
      ...{ _id: courseId, title, summary, validDays, divisionCode, divisionName: division.name },
      ...{ isOffered: true, addedBy: openId, addedAt: now, retiredBy: null },
    });
  });
  return { courseId };
};

/** Round trips: grants; begin, course, write, commit. Again: the same. */
export const retireCourse: Handler<'training.retireCourse'> = async ({ courseId }, context) => {
  const grants = await context.actor.grants();
  return context.ports.database.transaction(async (transaction) => {
    const course = await transaction.get('courses', courseId);
    if (course === null) return rejected('course.notFound');
    if (!mayGovern(grants, course.divisionCode)) return rejected('actor.forbidden');
    const retiredBy = course.retiredBy ?? requireOpenId(context);
    if (course.isOffered) await transaction.put('courses', { ...course, isOffered: false, retiredBy });
    return { isOffered: false as const };
  });
};

export interface CoursePlan {
  /** null: it teaches none */
  readonly course: Course | null;
  readonly required: readonly { readonly courseId: CourseId; readonly title: string }[];
}

/** What an activity says of courses, when it is created. One round trip where it says anything. */
export async function planCourses(
  { database }: Ports,
  wanted: { readonly courseId: CourseId | null; readonly requiredCourseIds: readonly CourseId[] },
  divisionCode: DivisionCode,
): Promise<CoursePlan | Rejection<'course.notFound' | 'course.elsewhere' | 'course.ownRequirement'>> {
  const { courseId } = wanted;
  const requiredIds = [...new Set(wanted.requiredCourseIds)];
  if (courseId === null && requiredIds.length === 0) return { course: null, required: [] };
  if (courseId !== null && requiredIds.includes(courseId)) return rejected('course.ownRequirement');
  const ids = courseId === null ? requiredIds : [courseId, ...requiredIds];
  const found = new Map((await database.getMany('courses', ids)).map((one) => [one._id, one]));
  if (ids.some((id) => found.get(id)?.isOffered !== true)) return rejected('course.notFound');
  const course = courseId === null ? null : (found.get(courseId) ?? null);
  if (course !== null && !contains(course.divisionCode, divisionCode)) return rejected('course.elsewhere');
  const required = requiredIds.map((id) => ({ courseId: id, title: found.get(id)?.title ?? '' }));
  return { course, required };
}

/** As activity and shift keep it: absent where there is nothing to say. */
export function courseFieldsOf(
  { course, required }: CoursePlan,
  { trainingValidDays }: { readonly trainingValidDays: number | null },
) {
  const requiredCourses = required.map((one) => ({ ...one }));
  const requires = requiredCourses.length === 0 ? {} : { requiredCourses };
  return {
    /** a course says how long a training of it is valid (TR1) */
    trainingValidDays: course?.validDays ?? trainingValidDays,
    ofActivity: {
      ...(course === null ? {} : { course: { courseId: course._id, title: course.title } }),
      ...requires,
    },
    ofShift: { ...(course === null ? {} : { courseId: course._id }), ...requires },
  };
}
