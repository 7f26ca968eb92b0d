/** What a person does with the own registration: moving house, leaving. */
import { communityCodeField, countField, requestIdField, shiftIdField, volunteerIdField } from './fields';
import { procedure } from './procedure-kit';
import { ownVolunteerSchema } from './volunteer.contract';
import * as z from 'zod';
import './zod-config';

/** null: oneself; else a child under 14 whose profile one keeps */
const childField = volunteerIdField.nullable();

export const move = procedure({
  summary: '迁居：从今天起算在新的村（社区），由本人照管的孩子一起迁',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, communityCode: communityCodeField }),
  output: z.object({
    volunteer: ownVolunteerSchema,
    outcome: z.enum(['moved', 'already']),
    /** who moved along */
    childNames: z.array(z.string()),
  }),
});

export const getLeaving = procedure({
  summary: '注销之前：有没有没签退的服务，会取消什么，会影响哪些孩子',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ childId: childField }),
  output: z.object({
    name: z.string(),
    /** has to be checked out of first */
    openVisit: z.object({ shiftId: shiftIdField, title: z.string() }).nullable(),
    /** enrolments and places in lines that will be cancelled, at most a hundred counted */
    upcomingCount: countField,
    childNames: z.array(z.string()),
  }),
});
export type Leaving = z.output<typeof getLeaving.output>;

export const leave = procedure({
  summary: '注销本人，或由本人照管的孩子：身份信息删除，已有的服务数据不带姓名地保留',
  audience: 'account',
  kind: 'command',
  input: z.object({ requestId: requestIdField, childId: childField }),
  output: z.object({ outcome: z.enum(['left', 'already']) }),
});
