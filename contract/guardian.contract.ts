import { RELATIONS } from '@domain/volunteer/guardianship';
import {
  countField,
  dayField,
  idNumberField,
  personNameField,
  requestIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** The text a guardian agrees to, by version. */
export const GUARDIAN_CONSENT_VERSION = '2026-11';

export const childViewSchema = z.object({
  volunteerId: volunteerIdField,
  name: z.string(),
  age: countField,
  relation: z.enum(RELATIONS),
  /** under 14: takes part only with the guardian */
  isAccompanied: z.boolean(),
  consentedDay: dayField,
  totalMinutes: countField,
});
export type ChildView = z.infer<typeof childViewSchema>;

export const addChild = procedure({
  summary: '添加孩子：不满 14 周岁的建立档案，14 至 17 周岁的记录监护人同意',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    name: personNameField,
    idNumber: idNumberField,
    relation: z.enum(RELATIONS),
    consentVersion: z.literal(GUARDIAN_CONSENT_VERSION),
  }),
  output: z.object({ childId: volunteerIdField, outcome: z.enum(['added', 'already']) }),
});

export const listChildren = procedure({
  summary: '我的孩子：年龄、同意的日期和服务时长',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({ children: z.array(childViewSchema) }),
});

export const endChild = procedure({
  summary: '撤回同意：不再代孩子报名；尚未开始的报名一并取消',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, childId: volunteerIdField }),
  output: z.object({ outcome: z.enum(['ended', 'already']) }),
});
