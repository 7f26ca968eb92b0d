/** 导入的记录: what an import wrote, seen by the office; and one of them seen, and objected to, by whose it is. */
import { attendanceStateSchema, attendanceSummarySchema } from './attendance-view';
import { REASON_MAXIMUM } from './crediting.contract';
import {
  countField,
  cursorField,
  dayField,
  instantField,
  requestIdField,
  shiftIdField,
  textField,
} from './fields';
import { importIdField } from './import.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const importedRowSchema = z.object({
  attendanceId: z.string(),
  maskedName: z.string(),
  title: z.string(),
  organisation: z.string(),
  day: dayField,
  creditedMinutes: countField,
  state: attendanceStateSchema,
});
export type ImportedRow = z.output<typeof importedRowSchema>;

export const listImportedRecords = procedure({
  summary: '一次导入写入的服务记录（姓名遮蔽），供办公室核对、作废其中一条；导入保留的 30 天内可看',
  audience: 'office',
  kind: 'query',
  input: z.object({ importId: importIdField, cursor: cursorField }),
  output: z.object({ records: z.array(importedRowSchema), nextCursor: z.string().nullable() }),
});

export const getImportedRecord = procedure({
  summary: '自己的一条导入记录：哪个办公室、什么时候、按哪份名单导入',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    record: attendanceSummarySchema,
    statedMinutes: countField,
    officeName: z.string(),
    importedAt: instantField,
  }),
});

export const objectToRecord = procedure({
  summary: '本人说一条导入记录不是自己的：记录当即作废，不再计入，写明的话导入的办公室可见',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    reason: textField(2, REASON_MAXIMUM),
  }),
  output: z.object({ record: attendanceSummarySchema, outcome: z.enum(['voided', 'already']) }),
});
