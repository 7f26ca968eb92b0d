/** Schemas that 补录 is stored with and shown by (AT10). */
import { parseAttendanceId } from '@domain/kernel/identifiers';
import { ANOMALY_RULES } from '@domain/supplement/anomaly';
import { SUPPLEMENT_REASONS, SUPPLEMENT_STATES } from '@domain/supplement/supplement';
import { MAXIMUM_SCHOOL_DEADLINES } from '@domain/supplement/supplement-rules';
import { countField, dayField, instantField, lineField, shiftIdField } from './fields';
import * as z from 'zod';
import './zod-config';

/** One for a shift and a volunteer, as the record that it may become. */
export const supplementIdField = z
  .string()
  .regex(/^[0-9A-Za-z]{10}:[0-9A-Za-z]{10}$/)
  .transform(parseAttendanceId);
export const supplementStateSchema = z.enum(SUPPLEMENT_STATES);
export const supplementReasonSchema = z.enum(SUPPLEMENT_REASONS);

/** Reasons, questions and answers are sentences, not essays. */
export const SUPPLEMENT_TEXT_MAXIMUM = 200;

export const anomalySchema = z.object({
  rule: z.enum(ANOMALY_RULES),
  params: z.record(z.string(), z.union([z.number(), z.string()])),
});

const schoolDeadlineSchema = z.object({ name: lineField(1, 30), day: dayField });
/** Bounds are the domain's (`refusalOfSupplementRules`): a form wants to know which. */
export const supplementRulesSchema = z.object({
  quotaPercent: z.number().int(),
  entryDays: z.number().int(),
  boardDays: z.number().int(),
  schoolDeadlines: z.array(schoolDeadlineSchema).max(MAXIMUM_SCHOOL_DEADLINES),
});

/** What is stored of an entry and shown to whoever handles it. */
export const supplementFields = {
  shiftId: shiftIdField,
  maskedName: z.string(),
  title: z.string(),
  placeName: z.string(),
  teamName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  checkInAt: instantField,
  checkOutAt: instantField,
  /** what it can credit at most, and takes of the quota */
  minutes: countField,
  reason: supplementReasonSchema,
  reasonText: z.string(),
  makerName: z.string(),
  enteredAt: instantField,
  checkerName: z.string().nullable(),
  checkedAt: instantField.nullable(),
  state: supplementStateSchema,
  answerBy: instantField,
  /** of who refused, declined or took it back; null: nobody had to say */
  endReason: z.string().nullable(),
  anomalies: z.array(anomalySchema),
} as const;
