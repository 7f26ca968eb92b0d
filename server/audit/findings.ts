/** What a part of a recount has found; it may come from another instance, so it has a schema. */
import { countField } from '@contract/fields';
import type { CellDifference } from '@domain/statistics/recount';
import * as z from 'zod';
import '@contract/zod-config';
import { auditDocumentSchemas } from '../kernel/audit-documents';
import type { Reading } from '../statistics/fold-batches';
import type { Progress } from './progress';

/** An incident shows and repairs this many at once; the next recount finds the rest. */
export const MAXIMUM_VOLUNTEERS_LISTED = 100;
export const MAXIMUM_CELLS_LISTED = 400;

export const findingsSchema = z.object({
  /** volunteers or divisions that were looked at */
  count: countField,
  /** volunteers left to the fold, which has them in hand */
  skippedCount: countField,
  isSettled: z.boolean(),
  differenceCount: countField,
  /** as many as an incident can list */
  wrongVolunteers: auditDocumentSchemas.recountProgress.shape.wrongVolunteers,
  /** all of them, or none when there are more than an incident can list */
  cellDifferences: auditDocumentSchemas.recountProgress.shape.cellDifferences,
});
export type Findings = z.output<typeof findingsSchema>;

export function volunteerFindings(
  counts: Pick<Findings, 'count' | 'skippedCount'>,
  { isSettled, value }: Reading<readonly Progress['wrongVolunteers'][number][]>,
): Findings {
  const wrong = isSettled ? value : [];
  return {
    ...counts,
    isSettled: isSettled || value.length === 0,
    differenceCount: wrong.length,
    wrongVolunteers: wrong.slice(0, MAXIMUM_VOLUNTEERS_LISTED),
    cellDifferences: [],
  };
}

export function cellFindings(
  count: number,
  { isSettled, value }: Reading<readonly CellDifference[]>,
): Findings {
  const differences = isSettled ? value : [];
  return {
    count,
    skippedCount: 0,
    isSettled,
    differenceCount: differences.length,
    wrongVolunteers: [],
    cellDifferences: differences.length > MAXIMUM_CELLS_LISTED ? [] : [...differences],
  };
}
