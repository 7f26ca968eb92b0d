/** The line for a shift's seats, and who acts for whom. */
import { RELATIONS } from '@domain/volunteer/guardianship';
import { countField, instantField, shiftIdField, volunteerIdField } from '@contract/fields';
import { heldPostSchema, postIdField, postSchema } from '@contract/post.contract';
import * as z from 'zod';
import '@contract/zod-config';

/** of an attendance; absent: came alone, by a seat of its own */
export const enrolmentSchema = z.object({
  guardianId: volunteerIdField.nullable(),
  seatGivenAt: instantField.nullable(),
  isLateCancelled: z.boolean(),
  post: heldPostSchema.optional(),
});

/** 岗位 of a shift (AT15). Absent: its seats are alike. */
export const postFieldsOfShift = {
  posts: z.array(postSchema).exactOptional(),
  /** ever given, so that no id is given twice */
  postCount: countField.exactOptional(),
} as const;

export const enrolmentDocumentSchemas = {
  /** 候补: `_id` is the shift; the whole line in its order, so that nobody searches for the first */
  lines: z.object({
    _id: shiftIdField,
    lastNumber: countField,
    parties: z.array(
      z.object({
        number: countField,
        volunteerIds: z.array(volunteerIdField).min(1),
        postIds: z.array(postIdField).exactOptional(),
      }),
    ),
  }),
  /** `_id` is the minor: one guardian at a time, the last one when it is not in force any more */
  guardianships: z.object({
    _id: volunteerIdField,
    guardianId: volunteerIdField,
    relation: z.enum(RELATIONS),
    isInForce: z.boolean(),
    consentVersion: z.string(),
    consentedAt: instantField,
    /** number of consents and revocations so far; the next is `${_id}:${seq + 1}` */
    seq: countField,
    /** written by every enrolment it allows, so that ending it clashes with them */
    useCount: countField,
  }),
  /** only added to: `_id` is `${childId}:${seq}` */
  guardianConsents: z.object({
    _id: z.string(),
    childId: volunteerIdField,
    guardianId: volunteerIdField,
    kind: z.enum(['given', 'revoked']),
    version: z.string(),
    at: instantField,
    requestId: z.string(),
  }),
  /** `_id` is the guardian: the document that stands for the set of the children acted for */
  guardians: z.object({ _id: volunteerIdField, childIds: z.array(volunteerIdField) }),
} as const;
