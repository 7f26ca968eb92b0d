/** What is kept of presences, of scans that came late, and of codes that were tried again. */
import { latenessSchema, presenceDeedSchema, presenceMethodSchema } from '@contract/attendance-view';
import { countField, instantField, shiftIdField, volunteerIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const presenceSchema = z.object({
  at: instantField,
  method: presenceMethodSchema,
  distanceMeters: z.number().int().nullable(),
  accuracyMeters: z.number().int().nullable(),
  timeStep: z.number().int().nullable(),
  requestId: z.string(),
  /** 补传 (AT5); absent: on time */
  late: latenessSchema.optional(),
});

const proofSchema = presenceSchema.omit({ late: true }).extend({
  deed: presenceDeedSchema,
  isLate: z.boolean(),
  vouchedBy: z.string().nullable(),
  isRefused: z.boolean(),
});

export const presenceDocumentSchemas = {
  /** `_id` is the attendance's: every proof of a visit that has a late one or a tick (AT5) */
  visitProofs: z.object({
    _id: z.string(),
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    proofs: z.array(proofSchema),
    /** something late counts that no organiser has vouched for */
    isWaiting: z.boolean(),
    uploadedAt: instantField,
  }),
  /** `_id` is the attendance's: how often one person tried codes of another time or shift (AT4) */
  replayAttempts: z.object({
    _id: z.string(),
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    maskedName: z.string(),
    expiredCount: countField,
    foreignCount: countField,
    attemptCount: countField,
    lastAt: instantField,
    /** sent again, it is not counted again */
    lastRequestId: z.string(),
  }),
} as const;
