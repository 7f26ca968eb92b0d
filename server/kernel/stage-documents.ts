/** The documents of 阶段与认定 (BP6–BP8). */
import { instantField, projectIdField } from '@contract/fields';
import { decisionSchema } from '@contract/stage.contract';
import * as z from 'zod';
import '@contract/zod-config';

/** More than all lists together ask for. */
const MAXIMUM_TICKS = 40;

export const stageDocumentSchemas = {
  /** `_id` is the project: what people ticked of its readiness lists */
  readinessTicks: z.object({
    _id: projectIdField,
    ticks: z
      .array(z.object({ itemId: z.string(), at: instantField, by: z.string(), byName: z.string() }))
      .max(MAXIMUM_TICKS),
  }),
  /** what offices decided: only ever added */
  projectDecisions: z.object({
    _id: z.string(),
    projectId: projectIdField,
    at: instantField,
    by: z.string(),
    decision: decisionSchema,
  }),
  /** `_id` is a project whose shifts must be counted anew; `after`: the last one that is marked already */
  dirtyProjects: z.object({
    _id: projectIdField,
    version: z.string(),
    markedAt: instantField,
    after: z.string(),
  }),
} as const;
