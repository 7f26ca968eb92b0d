/** 成果数 (BP1–BP5): what is counted, where, the samples, and the sums that everybody may read. */
import { MAXIMUM_COUNT, MAXIMUM_POINTS, PHASES } from '@domain/project/outcome';
import {
  countField,
  cursorField,
  dayField,
  instantField,
  lineField,
  projectIdField,
  requestIdField,
  samplePointIdField,
  sampleIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const OUTCOME_WORD_MAXIMUM = 8;
export const POINT_NAME_MAXIMUM = 24;
export const VOID_REASON_MINIMUM = 2;
export const VOID_REASON_MAXIMUM = 100;

/** The words of the count: 机动车, 辆, 让行, 未让行. */
export const outcomeWordFields = {
  countedWord: lineField(1, OUTCOME_WORD_MAXIMUM),
  unitWord: lineField(1, 2),
  doneWord: lineField(1, OUTCOME_WORD_MAXIMUM),
  missedWord: lineField(1, OUTCOME_WORD_MAXIMUM),
} as const;

export const phaseSumsSchema = z.object({
  sampleCount: countField,
  doneCount: countField,
  countedCount: countField,
  shortCount: countField,
  voidedCount: countField,
});
export const samplePointSchema = z.object({
  pointId: samplePointIdField,
  name: z.string(),
  /** service began here: samples of this day and later are after (BP3) */
  startsDay: dayField,
  before: phaseSumsSchema,
  after: phaseSumsSchema,
});
export type SamplePoint = z.output<typeof samplePointSchema>;

export const outcomeViewSchema = z.object({
  ...outcomeWordFields,
  points: z.array(samplePointSchema).max(MAXIMUM_POINTS),
});
export type OutcomeView = z.output<typeof outcomeViewSchema>;

export const getOutcome = procedure({
  summary: '一个项目的成果数：数什么、在哪些点位数、各点位的合计',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ projectId: projectIdField }),
  output: z.object({
    projectTitle: z.string(),
    outcomeName: z.string(),
    /** null: nobody has said yet what is counted */
    outcome: outcomeViewSchema.nullable(),
  }),
});

export const defineOutcome = procedure({
  summary: '说明成果数数什么；已有取样后不能再改',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, projectId: projectIdField, ...outcomeWordFields }),
  output: z.object({ outcome: outcomeViewSchema }),
});

export const addSamplePoint = procedure({
  summary: '增加一个取样点位，注明从哪天起开展服务',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    projectId: projectIdField,
    name: lineField(2, POINT_NAME_MAXIMUM),
    startsDay: dayField,
  }),
  output: z.object({ outcome: outcomeViewSchema }),
});

const countNumberField = z.number().int().min(0).max(MAXIMUM_COUNT);

export const countSample = procedure({
  summary: '记下一次十分钟取样；重复提交只算一次',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    projectId: projectIdField,
    pointId: samplePointIdField,
    startedAt: instantField,
    endedAt: instantField,
    doneCount: countNumberField,
    missedCount: countNumberField,
  }),
  output: z.object({ sampleId: sampleIdField, isShort: z.boolean() }),
});

export const sampleViewSchema = z.object({
  sampleId: sampleIdField,
  pointName: z.string(),
  phase: z.enum(PHASES),
  startedAt: instantField,
  endedAt: instantField,
  doneCount: countField,
  missedCount: countField,
  isShort: z.boolean(),
  counterName: z.string(),
  voiding: z.object({ at: instantField, byName: z.string(), reason: z.string() }).nullable(),
});
export type SampleView = z.output<typeof sampleViewSchema>;

export const listSamples = procedure({
  summary: '一个项目的取样，新的在前，含已作废的',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ projectId: projectIdField, cursor: cursorField }),
  output: z.object({ samples: z.array(sampleViewSchema), nextCursor: z.string().nullable() }),
});

export const voidSample = procedure({
  summary: '作废一次取样，须写明原因；不删除，公开页上看得到有几次',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    sampleId: sampleIdField,
    reason: textField(VOID_REASON_MINIMUM, VOID_REASON_MAXIMUM),
  }),
  output: z.object({ sampleId: sampleIdField }),
});
