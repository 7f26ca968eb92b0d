/** 我的资料 (PF): what somebody says of themself, for nobody else to read. */
import {
  MAXIMUM_NEEDED_SKILLS,
  POLITICAL_STATUSES,
  SKILLS,
  TIME_SLOTS,
  WORK_UNIT_MAXIMUM,
} from '@domain/volunteer/profile';
import { SERVICE_FIELDS } from '@domain/project/project';
import { instantField, lineField, requestIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const skillField = z.enum(SKILLS);
/** of a demand order */
export const neededSkillsField = z.array(skillField).max(MAXIMUM_NEEDED_SKILLS);

export const countableSchema = z.object({
  skills: z.array(skillField).max(SKILLS.length),
  fields: z.array(z.enum(SERVICE_FIELDS)).max(SERVICE_FIELDS.length),
  times: z.array(z.enum(TIME_SLOTS)).max(TIME_SLOTS.length),
});

export const profileSchema = countableSchema.extend({
  politicalStatus: z.enum(POLITICAL_STATUSES).nullable(),
  workUnit: lineField(0, WORK_UNIT_MAXIMUM),
});
export type ProfileView = z.output<typeof profileSchema>;

/** null: nothing has been said yet */
const changedAtField = instantField.nullable();

export const getProfile = procedure({
  summary: '我的资料：技能、想做的服务、有空的时间，政治面貌和工作单位；都是选填，只给自己看',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: z.object({ profile: profileSchema, changedAt: changedAtField }),
});

export const changeProfile = procedure({
  summary: '改我的资料，整份保存；工作单位须通过内容检查',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    profile: profileSchema,
    /** of what was changed: somebody who changed it meanwhile, on another phone, is not overwritten */
    basedOn: changedAtField,
  }),
  output: z.object({
    profile: profileSchema,
    changedAt: changedAtField,
    outcome: z.enum(['changed', 'already']),
  }),
});
