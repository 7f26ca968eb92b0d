/** 角色 (RL): an office names who holds what, where, from when to when and why; another takes it back. */
import { ROLES } from '@domain/role/grant';
import {
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
  teamIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const ROLE_REASON_MAXIMUM = 200;
/** a document, or in a few words why */
const reasonField = lineField(2, ROLE_REASON_MAXIMUM);
export const grantIdField = z.string().regex(/^[0-9A-Za-z:_-]{1,80}$/);
const roleField = z.enum(ROLES);
const scopeField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('division'), divisionCode: divisionCodeField }),
  z.object({ kind: z.literal('team'), teamId: teamIdField }),
]);

const grantSchema = z.object({
  grantId: z.string(),
  role: roleField,
  scopeName: z.string(),
  /** of a registered person; null: named at deployment */
  maskedName: z.string().nullable(),
  volunteerNumber: z.string().nullable(),
  fromDay: dayField,
  toDay: dayField.nullable(),
  state: z.enum(['ahead', 'inForce', 'ended', 'revoked']),
  reason: z.string(),
  grantedAt: instantField,
  grantedByName: z.string(),
  revocation: z.object({ at: instantField, reason: z.string(), byName: z.string() }).nullable(),
  /** by who asks */
  mayRevoke: z.boolean(),
});
export type GrantView = z.output<typeof grantSchema>;

export const listGrants = procedure({
  summary: '本辖区的角色：谁、什么角色、范围、起止，新的在前；或快到期的，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ group: z.enum(['all', 'expiring']), cursor: cursorField }),
  output: z.object({ grants: z.array(grantSchema), nextCursor: cursorField }),
});

export const grantRole = procedure({
  summary: '授予角色，写明范围、起止和依据；不能授予自己，不能超出自己的角色和辖区',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    volunteerId: volunteerIdField,
    role: roleField,
    scope: scopeField,
    fromDay: dayField,
    toDay: dayField.nullable(),
    reason: reasonField,
  }),
  output: z.object({ grantId: z.string(), outcome: z.enum(['granted', 'already']) }),
});

export const revokeRole = procedure({
  summary: '收回角色，写明理由，立即失效；不能收回自己的，也不能收回最后一个市级管理',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, grantId: grantIdField, reason: reasonField }),
  output: z.object({ outcome: z.enum(['revoked', 'already']) }),
});
