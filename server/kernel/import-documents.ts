/** The documents of 导入: the job, the file in parts, its rows in chunks, what is wrong with them. */
import {
  columnMappingSchema,
  IMPORT_FAILURES,
  importCountsSchema,
  importIdField,
  importKindField,
  previewedPersonSchema,
  previewedRecordSchema,
  rowFaultSchema,
} from '@contract/import.contract';
import {
  communityCodeField,
  countField,
  dayField,
  divisionCodeField,
  instantField,
  volunteerIdField,
} from '@contract/fields';
import { parseAttendanceId } from '@domain/kernel/identifiers';
import * as z from 'zod';
import '@contract/zod-config';

const attendanceIdField = z.string().transform(parseAttendanceId);

/**
 * Of an attendance that a list of elsewhere says (IM11): it has no shift, and `shiftId` is of its content.
 */
export const importedFieldOfAttendance = z
  .object({
    importId: importIdField,
    /** whose offices may take it back */
    divisionCode: divisionCodeField,
    organisation: z.string(),
    day: dayField,
    /** false: the list has hours alone */
    isTimed: z.boolean(),
    statedMinutes: countField,
    /** its import was undone: the same row may come again */
    isUndone: z.literal(true).exactOptional(),
  })
  .exactOptional();

export const importDocumentSchemas = {
  /** `step` changes with every move; whoever finds another one than it read has lost and writes nothing */
  imports: z.object({
    _id: importIdField,
    rowKind: importKindField.default('roster'),
    openId: z.string(),
    officeName: z.string(),
    /** the division and everything above it: whose offices see the import */
    officeKeys: z.array(divisionCodeField),
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    fileName: z.string(),
    requestedAt: instantField,
    step: countField,
    phase: z.enum([
      'uploading',
      'reading',
      'columns',
      'checking',
      'reporting',
      'preview',
      'writing',
      'written',
      'undoing',
      'clearing',
      'done',
    ]),
    /** null: still under way; a written import ends when it is undone, or cannot be any more */
    outcome: z.enum(['imported', 'undone', 'cancelled', 'failed']).nullable(),
    failure: z.enum(IMPORT_FAILURES).nullable(),
    /** the phase is the timer's: it looks for it */
    hasWork: z.boolean(),
    partCount: countField,
    chunkCount: countField,
    /** chunks worked through in this phase */
    doneCount: countField,
    rowCount: countField,
    sheetName: z.string(),
    otherSheetCount: countField,
    titles: z.array(z.string()),
    /** as the spreadsheet counts it, from 1 */
    firstDataRow: countField,
    samples: z.array(z.array(z.string())),
    mapping: columnMappingSchema.nullable(),
    isRemembered: z.boolean(),
    usualCommunityCode: communityCodeField.nullable(),
    people: z.array(previewedPersonSchema),
    records: z.array(previewedRecordSchema).default([]),
    counts: importCountsSchema,
    addedCount: countField,
    undoneCount: countField,
    keptCount: countField,
    errorFileId: z.string().nullable(),
    confirmedAt: instantField.nullable(),
    /** null: the file is not whole yet */
    readingSince: instantField.nullable(),
    /** who undid it, and why */
    undoneBy: z.string().nullable(),
    undoReason: z.string().nullable(),
    /** then rows and errors are taken away */
    keptUntil: instantField.nullable(),
  }),
  /** `_id` is `${importId}:${part}`; the part is sealed base64 */
  importParts: z.object({ _id: z.string(), box: z.string(), storedAt: instantField }),
  /** `_id` is `${importId}:${number}`; the box holds sealed rows (see chunk-box.ts) */
  importChunks: z.object({
    _id: z.string(),
    box: z.string(),
    state: z.enum(['read', 'checked', 'written', 'undone']),
    /**
     * of rows without a fault, keyed hashes of the id numbers or ids of records: a later row may be the
     * same
     */
    keys: z.array(z.string()),
    /** rows that are to be written */
    wantedRows: z.array(countField),
    /** whom the chunk has written */
    addedIds: z.array(volunteerIdField),
    /** which service records it has written */
    recordIds: z.array(attendanceIdField).default([]),
  }),
  /** `_id` is the chunk's; only of chunks with faults */
  importFaults: z.object({ _id: z.string(), faults: z.array(rowFaultSchema) }),
  /** `_id` follows from the division and the titles: which column means what, as last chosen */
  importMappings: z.object({ _id: z.string(), mapping: columnMappingSchema, chosenAt: instantField }),
  /** one document a person: which imports may still be open; two requests at once clash here */
  importQuotas: z.object({ _id: z.string(), importIds: z.array(importIdField) }),
} as const;
