/** The documents of 统计导出: the job of one file, and the rows that were read for it. */
import { exportIdField } from '@contract/export.contract';
import { countField, dayField, divisionCodeField, instantField } from '@contract/fields';
import { figureSchema } from '@contract/statistics.contract';
import * as z from 'zod';
import '@contract/zod-config';

const figuresField = z.array(figureSchema);

export const exportDocumentSchemas = {
  /** `step` changes with every move; whoever finds another one than it read has lost and writes nothing */
  exports: z.object({
    _id: exportIdField,
    openId: z.string(),
    officeName: z.string(),
    requestedAt: instantField,
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    /** which of the levels from the division down are in the file */
    levels: z.array(z.enum(['city', 'county', 'township', 'community'])).min(1),
    fromDay: dayField,
    toDay: dayField,
    step: countField,
    phase: z.enum(['reading', 'settling', 'writing', 'clearing', 'done']),
    /** null: still being made */
    outcome: z.enum(['ready', 'failed', 'expired']).nullable(),
    /** `phase` is not done: the timer looks for it */
    hasWork: z.boolean(),
    totalCount: countField.nullable(),
    doneCount: countField,
    chunkCount: countField,
    /** the last division read */
    cursor: z.string(),
    /** no chunk was read before this batch of the fold; null: none was read yet */
    batch: countField.nullable(),
    asOf: instantField.nullable(),
    fileId: z.string().nullable(),
    fileBytes: countField.nullable(),
    keptUntil: instantField.nullable(),
  }),
  /** `_id` is `${exportId}:${number}` */
  exportChunks: z.object({
    _id: z.string(),
    rows: z.array(
      z.object({
        divisionCode: divisionCodeField,
        name: z.string(),
        figures: figuresField,
        /** numerators at the end of the day before the period, in the order of `figures` */
        numeratorsBefore: z.array(z.number().int()),
      }),
    ),
  }),
  /** of the division itself, read at the moment the chunks were brought to; `_id` is the job's */
  exportTrends: z.object({
    _id: exportIdField,
    before: figuresField,
    points: z.array(z.object({ day: dayField, figures: figuresField })),
  }),
  /** one document a person: which jobs may still be open; two requests at once clash here */
  exportQuotas: z.object({ _id: z.string(), exportIds: z.array(exportIdField) }),
} as const;
