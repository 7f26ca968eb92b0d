/**
 * The activity being written, kept on the device at every change: a call, a dead battery or a closed page
 * loses nothing. Where a sending ended without an answer, its `requestId` is kept too, so that sending again
 * doubles nothing.
 */
import { RISK_LEVELS } from '@domain/activity/risk';
import { SKILLS } from '@domain/volunteer/profile';
import * as z from 'zod';
import '@contract/zod-config';

import type { ActivityDraft } from './activity-draft';

const shiftSchema = z.object({
  key: z.string(),
  day: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  isUnlimited: z.boolean(),
  seats: z.string(),
  breaks: z.array(z.object({ startTime: z.string(), endTime: z.string() })).default([]),
  posts: z
    .array(
      z.object({
        postId: z.string().nullable(),
        name: z.string(),
        seats: z.string(),
        minimumAge: z.string(),
        courseId: z.string(),
        skill: z.union([z.enum(SKILLS), z.literal('')]).default(''),
      }),
    )
    .default([]),
});

const draftSchema = z.object({
  orderId: z.string().default(''),
  projectId: z.string(),
  title: z.string(),
  summary: z.string(),
  description: z.string(),
  trainingValidDays: z.string(),
  courseId: z.string().default(''),
  requiredCourseIds: z.array(z.string()).default([]),
  minimumPresencePercent: z.string().default(''),
  riskLevel: z.enum(RISK_LEVELS).default('general'),
  dangers: z.string().default(''),
  insurance: z.string().default(''),
  training: z.string().default(''),
  placeName: z.string(),
  countyCode: z.string(),
  townshipCode: z.string(),
  communityCode: z.string(),
  latitude: z.string(),
  longitude: z.string(),
  positionSource: z.enum(['project', 'device', 'typed']).nullable(),
  radiusMeters: z.string(),
  shifts: z.array(shiftSchema),
});

/** A sending whose answer never came. */
const undecidedSchema = z.object({ requestId: z.string(), publish: z.boolean() });
export type Undecided = z.infer<typeof undecidedSchema>;

const keptSchema = z.object({ draft: draftSchema, undecided: undecidedSchema.nullable() });

export interface KeptEdit {
  readonly draft: ActivityDraft;
  readonly undecided: Undecided | null;
}

/** Null when nothing is kept or it is from a version that wrote it otherwise. */
export function parseKeptEdit(stored: unknown): KeptEdit | null {
  const parsed = keptSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
