/** 表彰 (CM1–CM5): honours of volunteers, teams and projects. */
import { COMMENDATION_LEVELS, COMMENDATION_STATES, COMMENDED_KINDS } from '@domain/training/commendation';
import {
  commendationIdField,
  cursorField,
  dayField,
  instantField,
  lineField,
  projectIdField,
  requestIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const COMMENDATION_TEXT_MAXIMUM = 300;
const idField = z.string().regex(/^[0-9A-Za-z]{10}$/);
const endReasonField = textField(0, COMMENDATION_TEXT_MAXIMUM);

/** As everybody may read it. */
const honourSchema = z.object({
  commendationId: commendationIdField,
  kind: z.enum(COMMENDED_KINDS),
  subjectName: z.string(),
  title: z.string(),
  level: z.enum(COMMENDATION_LEVELS),
  documentNumber: z.string(),
  day: dayField,
  reason: z.string(),
});
export type HonourView = z.output<typeof honourSchema>;

export const ownHonourSchema = honourSchema.extend({
  isInForce: z.boolean(),
  /** why it was revoked */
  endReason: z.string().nullable(),
});

const commendationSchema = honourSchema.extend({
  state: z.enum(COMMENDATION_STATES),
  makerName: z.string(),
  madeAt: instantField,
  checkerName: z.string().nullable(),
  endReason: z.string().nullable(),
  /** recorded by who asks: another person checks it */
  isMine: z.boolean(),
});
export type CommendationView = z.output<typeof commendationSchema>;
const answer = z.object({ commendation: commendationSchema });

export const proposeCommendation = procedure({
  summary: '登记一项表彰：志愿者按编号和姓名，队伍和项目按编号；由另一人核对后生效',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    kind: z.enum(COMMENDED_KINDS),
    /** the end of a volunteer's number, or the id of a team or project */
    subjectId: idField,
    /** as it is registered: a slip of the number is noticed */
    name: lineField(1, 60),
    title: lineField(2, 60),
    level: z.enum(COMMENDATION_LEVELS),
    documentNumber: lineField(2, 60),
    day: dayField,
    reason: textField(2, COMMENDATION_TEXT_MAXIMUM),
  }),
  output: answer,
});

const deed = { requestId: requestIdField, commendationId: commendationIdField, reason: endReasonField };

export const decideCommendation = procedure({
  summary: '核对别人登记的表彰：同意，或写明原因不同意',
  audience: 'office',
  kind: 'command',
  input: z.object({ ...deed, isApproved: z.boolean() }),
  output: answer,
});

export const revokeCommendation = procedure({
  summary: '撤销一项生效的表彰，写明原因，本人可见',
  audience: 'office',
  kind: 'command',
  input: z.object(deed),
  output: answer,
});

export const listCommendations = procedure({
  summary: '本辖区登记的表彰，按状态，新的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ state: z.enum(COMMENDATION_STATES), cursor: cursorField }),
  output: z.object({ commendations: z.array(commendationSchema), nextCursor: z.string().nullable() }),
});

export const listMyCommendations = procedure({
  summary: '我的表彰，包括撤销的和撤销的原因',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    commendations: z.array(ownHonourSchema),
    /** whether the own name may stand where everybody reads (CO1) */
    isPublic: z.boolean(),
  }),
});

export const listHonours = procedure({
  summary: '生效的表彰，新的在前；志愿者本人同意公开的才列出，姓名遮蔽；可限一个项目和它的队伍',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ projectId: projectIdField.nullable(), cursor: cursorField }),
  output: z.object({ honours: z.array(honourSchema), nextCursor: z.string().nullable() }),
});
