/** The documents of 成果数 (BP1–BP5). */
import { MAXIMUM_DAY_SAMPLES, MAXIMUM_POINTS, PHASES } from '@domain/project/outcome';
import {
  countField,
  instantField,
  projectIdField,
  sampleIdField,
  samplePointIdField,
} from '@contract/fields';
import { samplePointSchema } from '@contract/outcome.contract';
import * as z from 'zod';
import '@contract/zod-config';

export const outcomeDocumentSchemas = {
  /** `_id` is the project: what is counted, and the sums of each point, changed with the samples */
  outcomes: z.object({
    _id: projectIdField,
    countedWord: z.string(),
    unitWord: z.string(),
    doneWord: z.string(),
    missedWord: z.string(),
    definedBy: z.string(),
    definedAt: instantField,
    points: z.array(samplePointSchema).max(MAXIMUM_POINTS),
  }),
  /** 取样: never deleted, changed only by its one voiding */
  outcomeSamples: z.object({
    _id: sampleIdField,
    projectId: projectIdField,
    pointId: samplePointIdField,
    pointName: z.string(),
    phase: z.enum(PHASES),
    startedAt: instantField,
    endedAt: instantField,
    doneCount: countField,
    missedCount: countField,
    countedBy: z.string(),
    counterName: z.string(),
    receivedAt: instantField,
    voiding: z
      .object({ at: instantField, by: z.string(), byName: z.string(), reason: z.string() })
      .nullable(),
  }),
  /** `_id` is `${day}:${openId}`: when one person counted; two overlapping samples clash on it */
  counterDays: z.object({
    _id: z.string(),
    samples: z
      .array(z.object({ sampleId: sampleIdField, startedAt: instantField, endedAt: instantField }))
      .max(MAXIMUM_DAY_SAMPLES),
  }),
} as const;
