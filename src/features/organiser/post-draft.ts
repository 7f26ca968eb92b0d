/** 岗位 as typed (AT15, AT15.4): text, so nothing is corrected silently. */
import type { PostView } from '@contract/post.contract';
import type { InputOf } from '@contract/procedures';
import { refusalOfPosts } from '@domain/activity/change-posts';
import { POST_LIMITS } from '@domain/activity/post';
import { SHIFT_LIMITS } from '@domain/activity/shift';
import type { Skill } from '@domain/volunteer/profile';

import { messageOfCode } from '@/lib/messages.zh-CN';

export interface PostDraft {
  /** null: a new one */
  readonly postId: string | null;
  readonly name: string;
  readonly seats: string;
  /** years; empty: as the shift asks */
  readonly minimumAge: string;
  /** empty: none */
  readonly courseId: string;
  /** empty: none */
  readonly skill: Skill | '';
}

export const NEW_POST: PostDraft = {
  postId: null,
  name: '',
  seats: '5',
  minimumAge: '',
  courseId: '',
  skill: '',
};

export function draftsOf(posts: readonly PostView[]): PostDraft[] {
  return posts.map(({ postId, name, capacity, minimumAge, requiredCourse, requiredSkill }) => ({
    postId,
    name,
    seats: String(capacity),
    minimumAge: String(minimumAge ?? ''),
    courseId: requiredCourse?.courseId ?? '',
    skill: requiredSkill ?? '',
  }));
}

type PostPlan = NonNullable<InputOf<'activity.createActivity'>['shifts'][number]['posts']>[number];

/** NaN where no number was typed, which no schema accepts. */
export function postPlanOf({ name, seats, minimumAge, courseId, skill }: PostDraft): PostPlan {
  return {
    name: name.trim(),
    capacity: numberIn(seats),
    minimumAge: minimumAge === '' ? null : numberIn(minimumAge),
    requiredCourseId: courseId === '' ? null : courseId,
    ...(skill === '' ? {} : { requiredSkill: skill }),
  };
}

function numberIn(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** What is wrong with them, as a sentence; null: nothing. */
export function postsProblem(drafts: readonly PostDraft[]): string | null {
  const plans = drafts.map(postPlanOf);
  const { maximumNameLength, youngestAge, oldestAge } = POST_LIMITS;
  for (const { name, capacity, minimumAge } of plans) {
    if (!isWithin(name.length, 1, maximumNameLength)) {
      return `请给每个岗位写名称，不超过 ${String(maximumNameLength)} 个字。`;
    }
    if (!isWithin(capacity, 1, SHIFT_LIMITS.maximumCapacity)) {
      return `“${name}”的名额请填 1 到 ${String(SHIFT_LIMITS.maximumCapacity)} 的整数。`;
    }
    if (minimumAge !== null && !isWithin(minimumAge, youngestAge, oldestAge)) {
      return `“${name}”的最低年龄请填 ${String(youngestAge)} 到 ${String(oldestAge)}，或不填。`;
    }
  }
  const refusal = refusalOfPosts(plans);
  return refusal === null ? null : messageOfCode(refusal.code, refusal.params).nextStep;
}
