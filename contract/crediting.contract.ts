/** Approvals, voids, the history of an own record, and the rules of the city (AT2, AT7–AT9). */
import { APPROVAL_LEVELS } from '@domain/attendance/attendance';
import { parseAttendanceId } from '@domain/kernel/identifiers';
import { attendanceRulesSchema } from './attendance-rules';
import { attendanceStateSchema } from './attendance-view';
import { countField, cursorField, instantField, lineField, requestIdField, shiftIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const REASON_MAXIMUM = 200;
export const attendanceIdField = z
  .string()
  .regex(/^[0-9A-Za-z]{10}:[0-9A-Za-z]{10}$/)
  .transform(parseAttendanceId);
/** may be empty: the domain says when it may not */
export const reasonField = lineField(0, REASON_MAXIMUM);
/** longer than any day */
const MOST_MINUTES = 1_440;

/** What an approval is stored with and what its list shows. */
export const approvalFields = {
  shiftId: shiftIdField,
  maskedName: z.string(),
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  checkInAt: instantField,
  checkOutAt: instantField,
  minutes: countField,
  dayMinutes: countField,
  level: z.enum(APPROVAL_LEVELS),
} as const;

const approvalSchema = z.object({
  attendanceId: z.string(),
  ...approvalFields,
  /** the caller's own record: somebody else decides */
  isOwn: z.boolean(),
});
export type ApprovalView = z.infer<typeof approvalSchema>;

export const listApprovals = procedure({
  summary: '待审批的服务记录（当日合计超过 8 小时），先到的在前，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ approvals: z.array(approvalSchema), mayVoid: z.boolean(), nextCursor: cursorField }),
});

export const decideApproval = procedure({
  summary: '审批一条服务记录：照实通过，或说明理由后减少分钟；不能批自己的',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    attendanceId: attendanceIdField,
    /** null: as they were served */
    minutes: z.number().int().min(0).max(MOST_MINUTES).nullable(),
    reason: reasonField,
  }),
  output: z.object({ creditedMinutes: countField, outcome: z.enum(['approved', 'already']) }),
});

export const voidRecord = procedure({
  summary: '作废一条服务记录（县、市办公室），写明理由；让出的时间还给同一天的其他记录',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, attendanceId: attendanceIdField, reason: reasonField }),
  output: z.object({ recreditedCount: countField, outcome: z.enum(['voided', 'already']) }),
});

const historyEntrySchema = z.object({
  seq: countField,
  to: attendanceStateSchema,
  at: instantField,
  /** the means or the deed, as the ledger has it */
  source: z.string(),
  by: z.enum(['self', 'system', 'staff']),
  creditedMinutes: countField,
  reason: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const listRecordHistory = procedure({
  summary: '我的一条服务记录的经过（流水），新的在前，分页',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({ entries: z.array(historyEntrySchema), nextCursor: cursorField }),
});

const rulesVersionSchema = z.object({
  /** 0: the product's defaults, which nobody set */
  version: countField,
  rules: attendanceRulesSchema,
  reason: z.string(),
  setByName: z.string(),
  setAt: instantField.nullable(),
});
export type RulesVersion = z.infer<typeof rulesVersionSchema>;

export const getRules = procedure({
  summary: '本市的签到规则：签到、签退窗口与宽限',
  audience: 'office',
  kind: 'query',
  input: z.object({}),
  output: z.object({ current: rulesVersionSchema, mayChange: z.boolean() }),
});

export const listRuleVersions = procedure({
  summary: '签到规则的历次修改，新的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ versions: z.array(rulesVersionSchema), nextCursor: cursorField }),
});

export const changeRules = procedure({
  summary: '修改签到规则（市办公室），写明理由；对此后创建的活动生效',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    /** what the caller saw: somebody else's change in between is not overwritten */
    version: countField,
    rules: attendanceRulesSchema,
    reason: reasonField,
  }),
  output: z.object({ current: rulesVersionSchema }),
});
