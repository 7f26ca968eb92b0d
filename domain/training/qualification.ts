/** 培训要求 (TR2, TR3): who has completed a training of a course holds it for so many days. */
import type { CourseId } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';

export interface RequiredCourse {
  readonly courseId: CourseId;
  readonly title: string;
}

export interface Qualification {
  readonly courseId: CourseId;
  readonly from: CivilDay;
  /** the first day on which it is valid no more */
  readonly to: CivilDay;
}

/** `expired`: it was held, and is not any more on that day. */
export type TrainingStanding =
  | { readonly kind: 'held'; readonly to: CivilDay }
  | { readonly kind: 'expired'; readonly to: CivilDay }
  | { readonly kind: 'missing' };

/** On the day of a shift: validity that ends before it counts as lacking, one that begins after it too. */
export function standingOn(
  courseId: CourseId,
  qualifications: readonly Qualification[],
  day: CivilDay,
): TrainingStanding {
  const own = qualifications.filter((one) => one.courseId === courseId && one.from <= day);
  const last = own.reduce<CivilDay | null>((to, one) => (to === null || one.to > to ? one.to : to), null);
  if (last === null) return { kind: 'missing' };
  return last > day ? { kind: 'held', to: last } : { kind: 'expired', to: last };
}

/** The first course that is lacking on the day; null: nothing is. */
export function firstLacking(
  required: readonly RequiredCourse[],
  qualifications: readonly Qualification[],
  day: CivilDay,
): { readonly course: RequiredCourse; readonly standing: TrainingStanding } | null {
  for (const course of required) {
    const standing = standingOn(course.courseId, qualifications, day);
    if (standing.kind !== 'held') return { course, standing };
  }
  return null;
}
