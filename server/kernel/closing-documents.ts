/** The documents of 到岗, 收队, 复核 and 更正 (AT6, AT7.2). */
import { CLAIM_KINDS } from '@domain/attendance/claim';
import { CLOSING_STATES, MAXIMUM_DECISIONS, REVIEW_DECISIONS } from '@domain/attendance/closing';
import { DUTY_METHODS, MAXIMUM_ON_DUTY } from '@domain/attendance/duty';
import { countField, instantField, shiftIdField, volunteerIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

/** 到岗: who runs the shift was there */
const dutySchema = z.object({
  openId: z.string(),
  volunteerId: volunteerIdField.nullable(),
  name: z.string(),
  at: instantField,
  method: z.enum(DUTY_METHODS),
  distanceMeters: z.number().int().nullable(),
  witnessId: volunteerIdField.nullable(),
});

/** Optional fields of a shift. */
export const closingFieldsOfShift = {
  duties: z.array(dutySchema).max(MAXIMUM_ON_DUTY).exactOptional(),
  closing: z.object({ closedAt: instantField, isUnderReview: z.boolean() }).exactOptional(),
  /** when to look whether it was closed; null: that was done; absent: made before there was a closing */
  closingDueAt: instantField.nullable().exactOptional(),
} as const;

/** What lists show of the shift without a further look-up. */
const shiftCopy = {
  shiftId: shiftIdField,
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
} as const;

const decisionSchema = z.object({
  kind: z.enum(REVIEW_DECISIONS),
  /** how many there were, by this decision */
  expectedCount: countField,
  recordedCount: countField,
  reason: z.string(),
  by: z.string(),
  byName: z.string(),
  at: instantField,
  requestId: z.string(),
});

const answerSchema = z.object({
  verdict: z.enum(['accept', 'refuse']),
  arrivedAt: instantField.nullable(),
  leftAt: instantField.nullable(),
  reason: z.string(),
  by: z.string(),
  at: instantField,
  requestId: z.string(),
});

export const closingDocumentSchemas = {
  /** 收队: `_id` is the shift's; also of a shift that nobody closed */
  closings: z.object({
    _id: shiftIdField,
    ...shiftCopy,
    state: z.enum(CLOSING_STATES),
    /** as it was counted at the closing; null: nobody counted */
    headCount: countField.nullable(),
    /** as it was set right or accepted since */
    expectedCount: countField.nullable(),
    /** people with a record, when it was last judged */
    recordedCount: countField,
    tolerancePercent: countField,
    closedAt: instantField.nullable(),
    closedBy: z.string().nullable(),
    closedByName: z.string(),
    decisions: z.array(decisionSchema).max(MAXIMUM_DECISIONS),
    reviewerKeys: z.array(z.string()),
    /** somebody has to decide, since `askedAt` */
    isWaiting: z.boolean(),
    askedAt: instantField,
    /** the count or the records may not be what the state says yet */
    isSettling: z.boolean(),
    version: z.string(),
    changedAt: instantField,
  }),
  /** 更正与异议: `_id` is the attendance's; the last one that was asked for, and its answer */
  claims: z.object({
    _id: z.string(),
    ...shiftCopy,
    volunteerId: volunteerIdField,
    maskedName: z.string(),
    kind: z.enum(CLAIM_KINDS),
    checkedInAt: instantField.nullable(),
    checkedOutAt: instantField.nullable(),
    creditedMinutes: countField,
    arrivedAt: instantField.nullable(),
    leftAt: instantField.nullable(),
    statement: z.string(),
    answererKeys: z.array(z.string()),
    state: z.enum(['waiting', 'answered', 'withdrawn']),
    /** how many there were of this record */
    claimCount: countField,
    askedAt: instantField,
    requestId: z.string(),
    answer: answerSchema.nullable(),
  }),
} as const;
