/** 补录 (AT10): entered by one, checked by another, confirmed by the volunteer, seen by everybody. */
import {
  countField,
  cursorField,
  instantField,
  lineField,
  printedCodeFields,
  requestIdField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import {
  SUPPLEMENT_TEXT_MAXIMUM,
  supplementFields,
  supplementIdField,
  supplementReasonSchema,
  supplementRulesSchema,
  supplementStateSchema,
} from './supplement-fields';
import { MAXIMUM_EVIDENCE } from '@domain/supplement/supplement';
import * as z from 'zod';
import './zod-config';

/** may be empty: the domain says when it may not */
export const reasonField = lineField(0, SUPPLEMENT_TEXT_MAXIMUM);
const evidenceIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
export const publicIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
export const outcomeField = z.enum(['done', 'already']);

export const supplementSchema = z.object({
  supplementId: z.string(),
  volunteerId: volunteerIdField,
  ...supplementFields,
  evidenceCount: countField,
  /** the caller entered it, or it is the caller's own: somebody else checks */
  isOwn: z.boolean(),
});
export type SupplementView = z.infer<typeof supplementSchema>;

const quotaSchema = z.object({
  /** `YYYY-MM` of the end of the shift */
  month: z.string(),
  percent: countField,
  automaticMinutes: countField,
  quotaMinutes: countField,
  usedMinutes: countField,
  leftMinutes: countField,
  /** everything recorded before it is in `automaticMinutes` */
  asOf: instantField,
});
export type QuotaView = z.infer<typeof quotaSchema>;

export const getDesk = procedure({
  summary: '一个场次的补录台：能不能补、到什么时候、本月额度还剩多少',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    title: z.string(),
    placeName: z.string(),
    startsAt: instantField,
    endsAt: instantField,
    opensAt: instantField,
    closesAt: instantField,
    isTraining: z.boolean(),
    quota: quotaSchema,
  }),
});

/** A part travels within the 100 KB that a call of the cloud carries; base64. */
export const EVIDENCE_PART_CHARACTERS = 48_000;
/** 432 KB: a photograph of 1,280 pixels, or a short scanned paper. */
export const EVIDENCE_MAXIMUM_PARTS = 12;

export const addEvidencePart = procedure({
  summary: '上传一份佐证（照片或 PDF）的一段；最后一段到齐后检查大小和类型并存下',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    /** of the whole file: the same for all its parts */
    requestId: requestIdField,
    shiftId: shiftIdField,
    part: z
      .number()
      .int()
      .min(0)
      .max(EVIDENCE_MAXIMUM_PARTS - 1),
    partCount: z.number().int().min(1).max(EVIDENCE_MAXIMUM_PARTS),
    content: z
      .string()
      .max(EVIDENCE_PART_CHARACTERS)
      .regex(/^[0-9A-Za-z+/]+={0,2}$/),
  }),
  /** null: parts are still missing */
  output: z.object({ evidenceId: evidenceIdField.nullable() }),
});

export const enterSupplement = procedure({
  summary: '录入一条补录：谁、实际起止、原因与佐证；占用当月额度，等别人核对',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    /** of somebody who is not on the shift's list */
    card: z.object(printedCodeFields).nullable(),
    checkInAt: instantField,
    checkOutAt: instantField,
    reason: supplementReasonSchema,
    reasonText: lineField(4, SUPPLEMENT_TEXT_MAXIMUM),
    evidenceIds: z.array(evidenceIdField).max(MAXIMUM_EVIDENCE),
  }),
  output: z.object({ supplement: supplementSchema, outcome: outcomeField }),
});

export const listSupplements = procedure({
  summary: '我能办理的补录：等核对的、等本人确认的或已办完的，新的在前，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ group: z.enum(['toCheck', 'toConfirm', 'ended']), cursor: cursorField }),
  output: z.object({ supplements: z.array(supplementSchema), nextCursor: cursorField }),
});

const stepSchema = z.object({
  seq: countField,
  to: supplementStateSchema,
  at: instantField,
  byName: z.string(),
  reason: z.string().nullable(),
});

export const getSupplement = procedure({
  summary: '一条补录的佐证和经过；给录入单位、本人（或监护人）和办公室看',
  audience: 'account',
  kind: 'query',
  input: z.object({ supplementId: supplementIdField }),
  output: z.object({
    supplement: supplementSchema,
    evidence: z.array(z.object({ kind: z.enum(['picture', 'paper']), url: z.string() })),
    /** the last ones, newest first */
    steps: z.array(stepSchema),
  }),
});
export type SupplementDetail = z.infer<(typeof getSupplement)['output']>;

export const checkSupplement = procedure({
  summary: '核对一条补录：通过，或写明理由退回；录入人自己不能核对',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    supplementId: supplementIdField,
    isAccepted: z.boolean(),
    reason: reasonField,
  }),
  output: z.object({ supplement: supplementSchema, outcome: outcomeField }),
});

export const listMySupplements = procedure({
  summary: '我和我的孩子的补录，新的在前，分页',
  audience: 'account',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ supplements: z.array(supplementSchema), nextCursor: cursorField }),
});

export const answerSupplement = procedure({
  summary: '确认或不认一条关于自己（或自己孩子）的补录；确认后计入时长',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    supplementId: supplementIdField,
    isAccepted: z.boolean(),
    reason: reasonField,
  }),
  output: z.object({ supplement: supplementSchema, creditedMinutes: countField, outcome: outcomeField }),
});

/** What anybody may read: no ids of persons, no place, no words somebody typed. */
const publicSupplementSchema = z.object({
  /** names the entry and nobody in it: two of one person have nothing in common */
  publicId: publicIdField,
  maskedName: z.string(),
  teamName: z.string(),
  title: z.string(),
  endsAt: instantField,
  minutes: countField,
  reason: supplementReasonSchema,
  makerName: z.string(),
  checkerName: z.string().nullable(),
  enteredAt: instantField,
  state: supplementStateSchema,
});
export type PublicSupplement = z.infer<typeof publicSupplementSchema>;

export const listPublicSupplements = procedure({
  summary: '补录公示：最近若干天已确认和办理中的补录，姓名隐去，新的在前，分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({
    supplements: z.array(publicSupplementSchema),
    days: countField,
    nextCursor: cursorField,
  }),
});

const rulesVersionSchema = z.object({
  /** 0: the product's defaults, which nobody set */
  version: countField,
  rules: supplementRulesSchema,
  reason: z.string(),
  setByName: z.string(),
  setAt: instantField.nullable(),
});
export type SupplementRulesVersion = z.infer<typeof rulesVersionSchema>;

export const getSupplementRules = procedure({
  summary: '本市的补录规则：额度、录入期限、公示天数、学校截止日',
  audience: 'office',
  kind: 'query',
  input: z.object({}),
  output: z.object({ current: rulesVersionSchema, mayChange: z.boolean() }),
});

export const changeSupplementRules = procedure({
  summary: '修改补录规则（市办公室），写明理由；立即生效，旧版都留着',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    /** what the caller saw: somebody else's change in between is not overwritten */
    version: countField,
    rules: supplementRulesSchema,
    reason: reasonField,
  }),
  output: z.object({ current: rulesVersionSchema }),
});
