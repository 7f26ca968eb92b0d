/** 统计导出: a workbook made step by step for who asked, and the same figures as a report on one page. */
import { TREND_MEASURES, figureSchema } from './statistics.contract';
import { countField, cursorField, dayField, divisionCodeField, instantField, requestIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** Three years and a leap day: 36 month ends are read from few tallies and fit a sheet. */
export const EXPORT_MAXIMUM_DAYS = 1096;
/** Somebody who waits for three files has enough to wait for; finished ones do not count. */
export const EXPORT_MAXIMUM_OPEN = 3;
/** Long enough for a week's report, short enough that nobody takes an old file for a new one. */
export const EXPORT_KEPT_DAYS = 7;

export const exportIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);

const periodFields = { divisionCode: divisionCodeField, fromDay: dayField, toDay: dayField };

export const EXPORT_STATES = [
  'queued',
  'reading',
  'settling',
  'writing',
  'ready',
  'failed',
  'expired',
] as const;

const exportSchema = z.object({
  exportId: exportIdField,
  ...periodFields,
  divisionName: z.string(),
  requestedAt: instantField,
  state: z.enum(EXPORT_STATES),
  /** divisions read so far */
  doneCount: countField,
  /** null: not counted yet */
  totalCount: countField.nullable(),
  /** every fact stored before this instant is in every figure of the file; null while it is being made */
  asOf: instantField.nullable(),
  fileBytes: countField.nullable(),
  /** the file is taken away after this instant */
  keptUntil: instantField.nullable(),
});
export type ExportView = z.output<typeof exportSchema>;

export const requestExport = procedure({
  summary: '请求导出一个区划一段时间的统计（Excel）；同一请求重复提交只做一份',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, ...periodFields }),
  output: exportSchema,
});

export const getExport = procedure({
  summary: '一份导出的进度；做好后给出下载地址',
  audience: 'office',
  kind: 'query',
  input: z.object({ exportId: exportIdField }),
  /** `fileUrl`: valid for some hours; null unless ready */
  output: exportSchema.extend({ fileUrl: z.string().nullable() }),
});

export const listExports = procedure({
  summary: '我的导出，新的在前',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ exports: z.array(exportSchema), nextCursor: z.string().nullable() }),
});

/** One figure over a period (EX2): at its end, and at the end of the day before it begins. */
const periodFigureSchema = z.object({ now: figureSchema, before: figureSchema });

export const getReport = procedure({
  summary: '一个区划一段时间的统计报告：期末数字、期间变化、下级各区划、走势，同一截至时间',
  audience: 'office',
  kind: 'query',
  input: z.object(periodFields),
  output: z.object({
    asOf: instantField,
    ...periodFields,
    /** the end of this day is what the period's changes are compared with */
    beforeDay: dayField,
    divisionName: z.string(),
    measures: z.array(z.enum(TREND_MEASURES)),
    /** in the order of `measures`, as all figures here */
    figures: z.array(periodFigureSchema),
    children: z.array(
      z.object({ divisionCode: divisionCodeField, name: z.string(), figures: z.array(periodFigureSchema) }),
    ),
    /** ascending, the last is the period's end */
    points: z.array(z.object({ day: dayField, figures: z.array(figureSchema) })),
  }),
});
export type Report = z.output<typeof getReport.output>;
