/**
 * 导入: a roster or service records of another system, sent in parts, looked through, and written when an
 * office says so.
 */
import { IMPORT_KINDS, RECORD_COLUMNS, ROSTER_COLUMNS } from '@domain/import/columns';
import { RECORD_FAULTS } from '@domain/import/record-row';
import { ROW_FAULTS } from '@domain/import/roster-row';
import {
  communityCodeField,
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** base64 of 42 KB: with its envelope below what a call carries (`REQUEST_MAXIMUM_CHARACTERS`). */
export const IMPORT_PART_CHARACTERS = 56_000;
/** 16 MB: 100,000 rows of twenty columns as a workbook, or of ten as text. */
export const IMPORT_MAXIMUM_PARTS = 400;
/** A city's roster; larger ones come by county. */
export const IMPORT_MAXIMUM_ROWS = 100_000;
/** Rosters have ten to thirty; what stands beyond is not read. */
export const IMPORT_MAXIMUM_COLUMNS = 60;
/** While it can be undone and its errors fetched. */
export const IMPORT_KEPT_DAYS = 30;
/** Two files at once are a slip of the hand; finished and cancelled ones do not count. */
export const IMPORT_MAXIMUM_OPEN = 2;
/** What fits a screen; all of them are in the file. */
export const IMPORT_SHOWN_FAULTS = 20;
/** Enough to see whether every column was read as what it is. */
export const IMPORT_SHOWN_PEOPLE = 5;

export const importIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
const columnIndexField = z
  .number()
  .int()
  .min(0)
  .max(IMPORT_MAXIMUM_COLUMNS - 1);

export const columnMappingSchema = z.object({
  name: columnIndexField.nullable(),
  idType: columnIndexField.nullable(),
  idNumber: columnIndexField.nullable(),
  phone: columnIndexField.nullable(),
  county: columnIndexField.nullable(),
  township: columnIndexField.nullable(),
  community: columnIndexField.nullable(),
  registeredDay: columnIndexField.nullable(),
  // Of service records; who imports a roster has none of them.
  volunteerNumber: columnIndexField.nullable().default(null),
  day: columnIndexField.nullable().default(null),
  from: columnIndexField.nullable().default(null),
  to: columnIndexField.nullable().default(null),
  hours: columnIndexField.nullable().default(null),
  minutes: columnIndexField.nullable().default(null),
  title: columnIndexField.nullable().default(null),
  organisation: columnIndexField.nullable().default(null),
});

export const importKindField = z.enum(IMPORT_KINDS);

export const IMPORT_STATES = [
  'uploading',
  'reading',
  'columns',
  'checking',
  'preview',
  'writing',
  'imported',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
/** Why a file cannot be read. */
export const IMPORT_FAILURES = [
  'notATable',
  'oldExcel',
  'encrypted',
  'days1904',
  'tooManyRows',
  'tooLarge',
  'noRows',
  'noTitles',
  'unreadable',
  'tookTooLong',
] as const;

export const rowFaultSchema = z.object({
  /** as the spreadsheet counts it, from 1 */
  row: countField,
  name: z.string(),
  column: z.enum([...ROSTER_COLUMNS, ...RECORD_COLUMNS]),
  fault: z.enum([...ROW_FAULTS, ...RECORD_FAULTS]),
  value: z.string(),
});

/** Somebody as he or she would be registered. */
export const previewedPersonSchema = z.object({
  row: countField,
  name: z.string(),
  /** empty: the roster has none */
  maskedPhone: z.string(),
  divisionName: z.string(),
  registeredDay: dayField,
});

/** A service record as it would be written. */
export const previewedRecordSchema = z.object({
  row: countField,
  name: z.string(),
  day: dayField,
  /** `9:00–11:30`; empty: the list has hours alone */
  times: z.string(),
  minutes: countField,
  title: z.string(),
  organisation: z.string(),
});

/** Of the rows below the titles that are not blank. */
export const importCountsSchema = z.object({
  /** people not registered yet, or records that are not there yet */
  newCount: countField,
  /** there already: nothing is written */
  knownCount: countField,
  /** registered already; the roster has the phone number that is missing */
  completedCount: countField,
  refusedCount: countField,
});

const importSchema = z.object({
  importId: importIdField,
  rowKind: importKindField,
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  fileName: z.string(),
  officeName: z.string(),
  isMine: z.boolean(),
  requestedAt: instantField,
  state: z.enum(IMPORT_STATES),
  failure: z.enum(IMPORT_FAILURES).nullable(),
  /** of the present step: parts sent, or chunks of rows worked through */
  doneCount: countField,
  /** null: not known yet */
  totalCount: countField.nullable(),
  rowCount: countField,
  counts: importCountsSchema,
  /** people or records written */
  addedCount: countField,
  /**
   * taken out again; and people who stay because they have claimed their record, records that were void
   * already
   */
  undoneCount: countField,
  keptCount: countField,
});
export type ImportView = z.output<typeof importSchema>;

export const beginImport = procedure({
  summary: '开始导入一份外系统的志愿者花名册或服务记录；同一请求重复提交是同一次导入',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    rowKind: importKindField.default('roster'),
    divisionCode: divisionCodeField,
    fileName: lineField(1, 80),
    partCount: z.number().int().min(1).max(IMPORT_MAXIMUM_PARTS),
  }),
  output: importSchema,
});

export const addImportPart = procedure({
  summary: '上传文件的一段；重复上传同一段没有影响，最后一段到齐后开始读取',
  audience: 'office',
  kind: 'command',
  input: z.object({
    importId: importIdField,
    part: z
      .number()
      .int()
      .min(0)
      .max(IMPORT_MAXIMUM_PARTS - 1),
    content: z
      .string()
      .max(IMPORT_PART_CHARACTERS)
      .regex(/^[0-9A-Za-z+/]+={0,2}$/),
  }),
  output: z.object({ isStored: z.literal(true) }),
});

const ownDeed = { importId: importIdField, requestId: requestIdField };

export const startReading = procedure({
  summary: '文件已经传完，开始读取；缺段时说明缺多少段',
  audience: 'office',
  kind: 'command',
  input: z.object(ownDeed),
  output: importSchema,
});

export const chooseColumns = procedure({
  summary: '确定每一列是什么，并记住这种表头；随后逐行核对，不写入',
  audience: 'office',
  kind: 'command',
  input: z.object({
    ...ownDeed,
    mapping: columnMappingSchema,
    /** for rows that name no community */
    usualCommunityCode: communityCodeField.nullable(),
  }),
  output: importSchema,
});

export const confirmImport = procedure({
  summary: '看过预览后确认写入：只写没有错误的行',
  audience: 'office',
  kind: 'command',
  input: z.object(ownDeed),
  output: importSchema,
});

export const cancelImport = procedure({
  summary: '在写入之前放弃一次导入：什么也不写，文件内容删除',
  audience: 'office',
  kind: 'command',
  input: z.object(ownDeed),
  output: importSchema,
});

export const undoImport = procedure({
  summary: '撤回一次导入：没有认领过的人移出，认领过的保留；服务记录全部作废',
  audience: 'office',
  kind: 'command',
  input: z.object({ ...ownDeed, reason: lineField(2, 100) }),
  output: importSchema,
});

export const getImport = procedure({
  summary: '一次导入的进度、列的含义、预览和错误',
  audience: 'office',
  kind: 'query',
  input: z.object({ importId: importIdField }),
  output: importSchema.extend({
    titles: z.array(z.string()),
    /** the first rows below the titles, long numbers masked; empty for others than who imports */
    samples: z.array(z.array(z.string())),
    mapping: columnMappingSchema.nullable(),
    isRemembered: z.boolean(),
    usualCommunityCode: communityCodeField.nullable(),
    /** the first who are new, for who imports */
    people: z.array(previewedPersonSchema),
    /** the first records that are new, for who imports */
    records: z.array(previewedRecordSchema),
    /** the first ones */
    faults: z.array(rowFaultSchema),
    /** all faults as a workbook, for who imports; null: none, or not made yet */
    errorFileUrl: z.string().nullable(),
    sheetName: z.string(),
    otherSheetCount: countField,
    undoReason: z.string().nullable(),
    keptUntil: instantField.nullable(),
  }),
});
export type ImportDetail = z.output<typeof getImport.output>;

export const listImports = procedure({
  summary: '本辖区的导入，新的在前',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ imports: z.array(importSchema), nextCursor: z.string().nullable() }),
});
