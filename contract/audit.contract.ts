/** 数据核对: what an office of the city sees of the recount, and what it may do about it (ST41–ST43). */
import { QUANTITIES } from '@domain/statistics/measure';
import {
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  requestIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const incidentIdField = z.string().regex(/^\d{14}$/);
const amountField = z.number().int();
const outcomeField = z.enum(['clean', 'differs', 'unsettled']);
const quantityField = z.enum(QUANTITIES);

const countsSchema = z.object({
  volunteerCount: countField,
  shiftCount: countField,
  divisionCount: countField,
  projectCount: countField,
  /** just changed, so left to the fold that has them in hand */
  skippedCount: countField,
  /** parts that could not be compared because figures never stood still */
  unsettledCount: countField,
  differenceCount: countField,
});

const recountSchema = z.object({
  recountId: z.string(),
  startedAt: instantField,
  finishedAt: instantField,
  outcome: outcomeField,
  isNightly: z.boolean(),
  counts: countsSchema,
});
export type RecountView = z.infer<typeof recountSchema>;

/** In this order; each is worked off in steps. */
export const RECOUNT_PHASES = [
  'volunteers',
  'shifts',
  'divisions',
  'projects',
  'snapshots',
  'restatements',
  'done',
] as const;
const phaseField = z.enum(RECOUNT_PHASES);
const progressSchema = z.object({ startedAt: instantField, phase: phaseField, counts: countsSchema });
export type RecountProgressView = z.infer<typeof progressSchema>;

const chainCheckSchema = z.object({
  startedAt: instantField,
  /** null: not finished, ask again to go on */
  finishedAt: instantField.nullable(),
  checkedCount: countField,
  fault: z
    .object({
      seq: countField,
      day: dayField.nullable(),
      kind: z.enum(['contentChanged', 'linkBroken', 'missing', 'unreadable', 'headDiffers']),
    })
    .nullable(),
});
export type ChainCheckView = z.infer<typeof chainCheckSchema>;

/** 个人信息的钥匙: labels tell nothing about the keys (SE4). */
const keysSchema = z.object({
  label: z.string(),
  olderLabels: z.array(z.string()),
  /** null: only one key is in use, nothing is to be sealed anew */
  change: z
    .object({
      startedAt: instantField,
      /** null: not all of it is under the newest key yet */
      finishedAt: instantField.nullable(),
      resealedCount: countField,
      clashCount: countField,
    })
    .nullable(),
});
export type KeysView = z.infer<typeof keysSchema>;

export const getOverview = procedure({
  summary: '数据核对总览：最近的核对、公布链',
  audience: 'office',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    mayRepair: z.boolean(),
    /** newest first, at most 7 */
    recounts: z.array(recountSchema),
    running: progressSchema.nullable(),
    keys: keysSchema,
    openIncidentCount: countField,
    chain: z
      .object({
        length: countField,
        lastDay: dayField,
        headHash: z.string(),
        check: chainCheckSchema.nullable(),
      })
      .nullable(),
  }),
});
export type AuditOverview = z.output<typeof getOverview.output>;

const incidentSchema = z.object({
  incidentId: incidentIdField,
  foundAt: instantField,
  state: z.enum(['open', 'repaired', 'superseded']),
  differenceCount: countField,
  volunteerCount: countField,
  shiftCount: countField,
  cellCount: countField,
  /** more was found than is listed here: repair, then recount again */
  isTruncated: z.boolean(),
  repair: z.object({ at: instantField, actorName: z.string(), reason: z.string() }).nullable(),
});
export type IncidentView = z.infer<typeof incidentSchema>;

export const listIncidents = procedure({
  summary: '核对发现的差异记录，新的在前',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ incidents: z.array(incidentSchema), nextCursor: z.string().nullable() }),
});

const differenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('volunteer'),
    maskedName: z.string(),
    divisionName: z.string(),
    isRepaired: z.boolean(),
    rows: z.array(
      z.object({ day: dayField, quantity: quantityField, stored: amountField, counted: amountField }),
    ),
  }),
  z.object({
    kind: z.literal('shift'),
    /** with its place */
    title: z.string(),
    day: dayField,
    storedCount: countField,
    storedMinutes: countField,
    countedCount: countField,
    countedMinutes: countField,
    isRepaired: z.boolean(),
  }),
  z.object({
    kind: z.literal('cell'),
    /** a division, or a project */
    bookName: z.string(),
    /** a year, a month or a day */
    cell: z.string(),
    quantity: quantityField,
    /** how much the stored sum is too high; negative: too low */
    excess: amountField,
    isRepaired: z.boolean(),
  }),
]);
export type DifferenceView = z.infer<typeof differenceSchema>;

export const listDifferences = procedure({
  summary: '一份差异记录里的各项差异，姓名已脱敏',
  audience: 'office',
  kind: 'query',
  input: z.object({ incidentId: incidentIdField, cursor: cursorField }),
  output: z.object({ differences: z.array(differenceSchema), nextCursor: z.string().nullable() }),
});

const restatementSchema = z.object({
  seq: countField,
  day: dayField,
  publishedAt: instantField,
  reasons: z.array(
    z.object({ cause: z.enum(['lateFact', 'repair']), text: z.string(), actorName: z.string() }),
  ),
  changeCount: countField,
  /** the first of them, the upper divisions first */
  changes: z.array(
    z.object({
      divisionCode: divisionCodeField,
      divisionName: z.string(),
      quantity: z.string(),
      before: amountField,
      after: amountField,
    }),
  ),
});
export type RestatementView = z.infer<typeof restatementSchema>;

export const listRestatements = procedure({
  summary: '重述记录：已公布的数字因迟到的事实或修复而更正，新的在前',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ restatements: z.array(restatementSchema), nextCursor: z.string().nullable() }),
});

export const continueRecount = procedure({
  summary: '核对一段：没有进行中的核对就开始新的，未完再请求一次',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField }),
  output: progressSchema,
});

export const repairIncident = procedure({
  summary: '按事实修复一份差异记录，未完再请求一次；重复修复不改变任何数',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, incidentId: incidentIdField, reason: textField(2, 200) }),
  output: z.object({ isFinished: z.boolean() }),
});

export const verifyChain = procedure({
  summary: '重新验证公布链，指出第一处对不上的环节',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField }),
  output: chainCheckSchema,
});
