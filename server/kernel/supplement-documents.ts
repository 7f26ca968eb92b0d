/** The documents of 补录 (AT10): entries, their ledger, quotas, evidence, reviews, rules of the city. */
import {
  supplementFields,
  supplementIdField,
  supplementRulesSchema,
  supplementStateSchema,
} from '@contract/supplement-fields';
import { reviewSchemaFields } from '@contract/supplement-review.contract';
import {
  countField,
  dayField,
  divisionCodeField,
  instantField,
  shiftIdField,
  teamIdField,
  volunteerIdField,
} from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

const partySchema = z.object({ openId: z.string(), volunteerId: volunteerIdField.nullable() });
const monthField = z.string().regex(/^\d{4}-\d{2}$/);

export const supplementDocumentSchemas = {
  /** `_id` is the attendance it may become: two makers at once clash on it */
  supplements: z.object({
    _id: supplementIdField,
    /** by which the public list names it */
    publicId: z.string(),
    volunteerId: volunteerIdField,
    teamId: teamIdField,
    /** of the place: whose offices may act */
    divisionCode: divisionCodeField,
    month: monthField,
    ...supplementFields,
    evidenceIds: z.array(z.string()),
    maker: partySchema,
    checker: partySchema.nullable(),
    /** whose grants handle it: the team and every division above the place */
    handlerKeys: z.array(z.string()),
    group: z.enum(['toCheck', 'toConfirm', 'ended']),
    isPublic: z.boolean(),
    /** of the last step of each kind, so that a retry is told what it did */
    entryRequestId: z.string(),
    checkRequestId: z.string().nullable(),
    answerRequestId: z.string().nullable(),
    /** number of steps so far; the next is `${_id}:${seq + 1}` */
    seq: countField,
  }),
  /** only added to: `_id` is `${supplementId}:${seq}` */
  supplementSteps: z.object({
    _id: z.string(),
    supplementId: z.string(),
    seq: countField,
    to: supplementStateSchema,
    at: instantField,
    actor: z.string(),
    actorName: z.string(),
    minutes: countField,
    requestId: z.string(),
    reason: z.string().nullable(),
  }),
  /** `_id` is `${teamId}:${month}`: two entries at once clash on it, so no minute is given twice */
  supplementQuotas: z.object({
    _id: z.string(),
    teamId: teamIdField,
    month: monthField,
    usedMinutes: countField,
    changedAt: instantField,
  }),
  /**
   * 自动记录的分钟, kept by the fold: `_id` is `${teamId}:${month}`, minutes by shift. A team holds some hundred
   * shifts a month, and each is counted anew instead of added to, so folding twice changes nothing.
   */
  teamMonths: z.object({
    _id: z.string(),
    teamId: teamIdField,
    month: monthField,
    minutes: z.record(z.string(), countField),
  }),
  /** `_id` is `maker:${openId}` or `team:${teamId}`; bounded by the windows of the rules (anomaly.ts) */
  supplementPaces: z.object({
    _id: z.string(),
    instants: z.array(instantField),
    days: z.array(z.object({ day: dayField, count: countField })),
  }),
  /** a part of a file on its way; taken away when the file is whole, or after a day */
  evidenceParts: z.object({ _id: z.string(), content: z.string(), storedAt: instantField }),
  evidence: z.object({
    _id: z.string(),
    openId: z.string(),
    shiftId: shiftIdField,
    kind: z.enum(['picture', 'paper']),
    fileId: z.string(),
    byteCount: countField,
    storedAt: instantField,
  }),
  /** `_id` is the supplement: one review, however many reasons there are for it */
  supplementReviews: z.object({
    _id: supplementIdField,
    teamId: teamIdField,
    /** offices above the place */
    officeKeys: z.array(z.string()),
    /** the team that is asked, and those above it */
    handlerKeys: z.array(z.string()),
    ...reviewSchemaFields,
    group: z.enum(['open', 'asked', 'decided']),
    /** of objections and decisions, so that a retry changes nothing; as many as there are of them */
    requestIds: z.array(z.string()),
  }),
  /** `_id` is `current`, or the number of a version: those are only ever added */
  supplementRules: z.object({
    _id: z.string(),
    version: countField,
    rules: supplementRulesSchema,
    reason: z.string(),
    setBy: z.string(),
    setByName: z.string(),
    setAt: instantField,
    requestId: z.string(),
  }),
} as const;
