/** 合并与更正 (RM, NC): an office finds two registrations of one person, or a wrong name, and another decides. */
import { SHARED_TRAITS } from '@domain/volunteer/merge';
import {
  countField,
  cursorField,
  dayField,
  idNumberField,
  instantField,
  lineField,
  personNameField,
  phoneNumberField,
  requestIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const EXPLANATION_MAXIMUM = 200;
/** may be empty: the domain says when it may not */
const explanationField = lineField(0, EXPLANATION_MAXIMUM);
export const personRequestIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
/** with the city's code or without; spaces and full-width characters are forgiven */
const volunteerNumberField = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^(\d{4}-)?[0-9A-Za-z]{10}$/));
/** What one may look for, each only whole. */
export const SEARCH_FIELDS = {
  idNumber: idNumberField.pipe(z.string().length(18)),
  phone: phoneNumberField,
  number: volunteerNumberField,
} as const;
/** the longest of them, with spaces */
const SEARCH_MAXIMUM = 30;

export const REQUEST_KINDS = ['merge', 'identity'] as const;
/** `working`: agreed to, its records are going over */
export const REQUEST_STATES = ['waiting', 'working', 'done', 'refused'] as const;

const personSchema = z.object({
  volunteerId: volunteerIdField,
  volunteerNumber: z.string(),
  maskedName: z.string(),
  maskedPhone: z.string(),
  maskedIdNumber: z.string(),
  homeName: z.string(),
  registeredDay: dayField,
});
export type FoundPerson = z.infer<typeof personSchema>;

export const listMatches = procedure({
  summary: '按身份证号、手机号或志愿者编号找本辖区的志愿者（完整输入，脱敏显示，查看留痕）',
  audience: 'office',
  kind: 'query',
  input: z.object({ by: z.enum(['idNumber', 'phone', 'number']), text: lineField(0, SEARCH_MAXIMUM) }),
  output: z.object({ people: z.array(personSchema) }),
});

const sideSchema = personSchema.extend({
  recordCount: countField,
  totalMinutes: countField,
  /** enrolled or waiting, ahead */
  upcomingCount: countField,
  childCount: countField,
  accountCount: countField,
});
export const getMergePreview = procedure({
  summary: '合并前看清后果：两份档案各有什么，合并后怎样',
  audience: 'office',
  kind: 'query',
  input: z.object({ survivorId: volunteerIdField, otherId: volunteerIdField }),
  output: z.object({
    survivor: sideSchema,
    other: sideSchema,
    traits: z.array(z.enum(SHARED_TRAITS)),
    /** shifts at which both are, so that one of the two stays */
    sameShiftCount: countField,
    /** of presence at two shifts at once, which is credited once */
    overlapMinutes: countField,
    registeredDay: dayField,
  }),
});

const requestSchema = z.object({
  personRequestId: personRequestIdField,
  kind: z.enum(REQUEST_KINDS),
  state: z.enum(REQUEST_STATES),
  volunteerId: volunteerIdField,
  /** whose registration ends */
  otherId: volunteerIdField.nullable(),
  maskedName: z.string(),
  volunteerNumber: z.string(),
  /** of the registration that ends; null: none does */
  otherMaskedName: z.string().nullable(),
  otherVolunteerNumber: z.string().nullable(),
  changesName: z.boolean(),
  changesIdNumber: z.boolean(),
  /** as asked for, only for who may decide on it now: read against the evidence, and on record */
  newName: z.string().nullable(),
  newMaskedIdNumber: z.string().nullable(),
  reason: z.string(),
  evidence: z.string(),
  askedAt: instantField,
  makerName: z.string(),
  decidedAt: instantField.nullable(),
  checkerName: z.string().nullable(),
  refusalReason: z.string().nullable(),
  /** records that have gone over, and those that gave way to one of the survivor at the same shift */
  movedCount: countField,
  droppedCount: countField,
  /** made by who asks, or about who asks: somebody else decides */
  isOwn: z.boolean(),
});
export type PersonRequestView = z.infer<typeof requestSchema>;

export const requestMerge = procedure({
  summary: '申请合并同一个人的两份档案，写明理由和依据；由另一位办公室人员核准',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    survivorId: volunteerIdField,
    otherId: volunteerIdField,
    reason: explanationField,
    evidence: explanationField,
  }),
  output: z.object({ request: requestSchema, outcome: z.enum(['asked', 'already']) }),
});

export const requestIdentityChange = procedure({
  summary: '申请更正姓名或身份证号，写明理由和依据；由另一位办公室人员核准',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    volunteerId: volunteerIdField,
    /** null: stays */
    name: personNameField.nullable(),
    idNumber: idNumberField.nullable(),
    reason: explanationField,
    evidence: explanationField,
  }),
  output: z.object({ request: requestSchema, outcome: z.enum(['asked', 'already']) }),
});

export const listPersonRequests = procedure({
  summary: '合并与更正的申请：等核准的，或办过的，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ isOpen: z.boolean(), cursor: cursorField }),
  output: z.object({
    requests: z.array(requestSchema),
    mayDecide: z.boolean(),
    nextCursor: cursorField,
  }),
});

export const decidePersonRequest = procedure({
  summary: '核准或退回一件合并、更正的申请；不能核准自己申请的、关于自己的',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    personRequestId: personRequestIdField,
    isApproved: z.boolean(),
    /** of a refusal */
    reason: explanationField,
  }),
  output: z.object({ request: requestSchema, outcome: z.enum(['done', 'already']) }),
});
