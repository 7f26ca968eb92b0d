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
export const MAXIMUM_SHIFTS_LISTED = 100;
export const MAXIMUM_CELLS_LISTED = 400;

export const findingsSchema = z.object({
  /** volunteers, shifts or divisions that were looked at */
  count: countField,
  /** volunteers left to the fold, which has them in hand */
  skippedCount: countField,
  isSettled: z.boolean(),
  differenceCount: countField,
  /** as many as an incident can list */
  wrongVolunteers: auditDocumentSchemas.recountProgress.shape.wrongVolunteers,
  wrongShifts: auditDocumentSchemas.recountProgress.shape.wrongShifts,
  /** all of them, or none when there are more than an incident can list */
  cellDifferences: auditDocumentSchemas.recountProgress.shape.cellDifferences,
});
export type Findings = z.output<typeof findingsSchema>;

const NOTHING = { skippedCount: 0, wrongVolunteers: [], wrongShifts: [], cellDifferences: [] };

export function volunteerFindings(
  counts: Pick<Findings, 'count' | 'skippedCount'>,
  { isSettled, value }: Reading<Progress['wrongVolunteers']>,
): Findings {
  const wrong = isSettled ? value : [];
  return {
    ...NOTHING,
    ...counts,
    isSettled: isSettled || value.length === 0,
    differenceCount: wrong.length,
    wrongVolunteers: wrong.slice(0, MAXIMUM_VOLUNTEERS_LISTED),
  };
}

export function shiftFindings(
  count: number,
  { isSettled, value }: Reading<Progress['wrongShifts']>,
  isWhole: boolean,
): Findings {
  const wrong = isSettled ? value : [];
  return {
    ...NOTHING,
    count,
    isSettled: isWhole && (isSettled || value.length === 0),
    differenceCount: wrong.length,
    wrongShifts: wrong.slice(0, MAXIMUM_SHIFTS_LISTED),
  };
}

export function cellFindings(count: number, { isSettled, value }: Reading<CellDifference[]>): Findings {
  const differences = isSettled ? value : [];
  return {
    ...NOTHING,
    count,
    isSettled,
    differenceCount: differences.length,
    cellDifferences: differences.length > MAXIMUM_CELLS_LISTED ? [] : differences,
  };
}
