/** 岗位 of a shift (AT15): what it offers, and what an organiser says of it. */
import { POST_LIMITS } from '@domain/activity/post';
import { SHIFT_LIMITS } from '@domain/activity/shift';
import { countField, courseIdField, lineField } from './fields';
import { skillField } from './profile.contract';
import { requiredCourseSchema } from './training.contract';
import * as z from 'zod';
import './zod-config';

export const postIdField = z.string().regex(/^p[1-9]\d?$/);

/** As it is stored and as it is shown. */
export const postSchema = z.object({
  postId: postIdField,
  name: z.string(),
  capacity: countField,
  takenCount: countField,
  waitingCount: countField,
  minimumAge: countField.nullable(),
  requiredCourse: requiredCourseSchema.nullable(),
  /** that whoever enrols says they have; absent: none */
  requiredSkill: skillField.exactOptional(),
});
export type PostView = z.output<typeof postSchema>;

export const heldPostSchema = postSchema.pick({ postId: true, name: true });

/** The most seats are the shift's rule, of all its posts together. */
export const postPlanSchema = z.object({
  name: lineField(1, POST_LIMITS.maximumNameLength),
  capacity: z.number().int().min(1).max(SHIFT_LIMITS.maximumCapacity),
  minimumAge: z.number().int().min(POST_LIMITS.youngestAge).max(POST_LIMITS.oldestAge).nullable(),
  requiredCourseId: courseIdField.nullable(),
  requiredSkill: skillField.exactOptional(),
});

export const changedPostsField = z
  .array(postPlanSchema.extend({ postId: postIdField.nullable() }))
  .min(1)
  .max(POST_LIMITS.maximumPosts);
