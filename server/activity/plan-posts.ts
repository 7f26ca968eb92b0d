/** 岗位 as an organiser names them: courses by id become what shifts keep of them (AT15, AT15.1). */
import type { WantedPost } from '@domain/activity/change-posts';
import type { CourseId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { RequiredCourse } from '@domain/training/qualification';
import type { Ports } from '../kernel/ports';

interface Typed extends Pick<WantedPost, 'name' | 'capacity' | 'minimumAge' | 'requiredSkill'> {
  readonly requiredCourseId: CourseId | null;
}
type Courses = ReadonlyMap<CourseId, RequiredCourse>;

/** One round trip where a course is asked for that is not `known`; what is asked already may have ended. */
export async function coursesOfPosts(
  { database }: Pick<Ports, 'database'>,
  typed: readonly Typed[],
  known: readonly RequiredCourse[] = [],
): Promise<Courses | Rejection<'course.notFound'>> {
  const courses = new Map(known.map((one) => [one.courseId, one]));
  const asked = typed.flatMap(({ requiredCourseId }) => requiredCourseId ?? []);
  const ids = [...new Set(asked)].filter((id) => !courses.has(id));
  if (ids.length === 0) return courses;
  for (const { _id: courseId, title, isOffered } of await database.getMany('courses', ids)) {
    if (isOffered) courses.set(courseId, { courseId, title });
  }
  return ids.every((id) => courses.has(id)) ? courses : rejected('course.notFound');
}

/** Its course must be among `courses`. */
export function wantedOf({ requiredCourseId, ...post }: Typed, courses: Courses): Omit<WantedPost, 'postId'> {
  const requiredCourse = requiredCourseId === null ? null : (courses.get(requiredCourseId) ?? null);
  const { name, capacity, minimumAge, requiredSkill } = post;
  const skill = requiredSkill === undefined ? {} : { requiredSkill };
  return { name, capacity, minimumAge, requiredCourse, ...skill };
}
