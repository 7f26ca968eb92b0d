/** 岗位 (AT15): seats of a shift that are counted by themselves, for one kind of work. */
import type { RequiredCourse } from '../training/qualification';
import type { Skill } from '../volunteer/profile';

export interface ShiftPost {
  /** within its shift, never given twice */
  readonly postId: string;
  readonly name: string;
  readonly capacity: number;
  readonly takenCount: number;
  /** people in the line who would take it */
  readonly waitingCount: number;
  /** on the day the shift starts; null: as the shift asks */
  readonly minimumAge: number | null;
  /** besides those of the shift; null: none */
  readonly requiredCourse: RequiredCourse | null;
  /** that whoever chooses it says they have; absent: none */
  readonly requiredSkill?: Skill;
}

/** What an attendance with a seat keeps of it. */
export type HeldPost = Pick<ShiftPost, 'postId' | 'name'>;

export const POST_LIMITS = {
  /** more would be a list to search in, on a phone */
  maximumPosts: 8,
  /** of a lifetime, so that ids stay short */
  maximumNumber: 99,
  maximumNameLength: 12,
  youngestAge: 6,
  oldestAge: 60,
} as const;

export function heldOf(post: ShiftPost | undefined): HeldPost | undefined {
  return post === undefined ? undefined : { postId: post.postId, name: post.name };
}

/** The seats of a shift with posts are theirs together: who is counted in one is counted in both. */
export function seatsOfAll(posts: readonly Pick<ShiftPost, 'capacity'>[]): number {
  return posts.reduce((sum, { capacity }) => sum + capacity, 0);
}

/** Every course that somebody may be asked for at the shift, each once (TR3, AT15.1). */
export function coursesAsked(shift: {
  readonly requiredCourses?: readonly RequiredCourse[] | undefined;
  readonly posts?: readonly Pick<ShiftPost, 'requiredCourse'>[] | undefined;
}): RequiredCourse[] {
  const ofPosts = (shift.posts ?? []).flatMap(({ requiredCourse }) => requiredCourse ?? []);
  const all = [...(shift.requiredCourses ?? []), ...ofPosts];
  return [...new Map(all.map((course) => [course.courseId, course])).values()];
}
