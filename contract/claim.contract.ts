/** 更正与异议 (AT7.2, AT7.3): a volunteer says an own record is wrong, and who was there answers. */
import { CLAIM_KINDS } from '@domain/attendance/claim';
import { attendanceSummarySchema } from './attendance-view';
import { attendanceIdField, REASON_MAXIMUM, reasonField } from './crediting.contract';
import { countField, cursorField, instantField, lineField, requestIdField, shiftIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const timesFields = { arrivedAt: instantField.nullable(), leftAt: instantField.nullable() } as const;
const answerViewSchema = z.object({
  verdict: z.enum(['accept', 'refuse']),
  ...timesFields,
  reason: z.string(),
  at: instantField,
});
const claimViewSchema = z.object({
  kind: z.enum(CLAIM_KINDS),
  ...timesFields,
  statement: z.string(),
  state: z.enum(['waiting', 'answered', 'withdrawn']),
  askedAt: instantField,
  answer: answerViewSchema.nullable(),
});
export type ClaimView = z.infer<typeof claimViewSchema>;

export const getMyClaim = procedure({
  summary: '我的一条服务记录：还能怎样申请更正、到什么时候，上一次申请和答复',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    attendance: attendanceSummarySchema,
    claim: claimViewSchema.nullable(),
    kinds: z.array(z.enum(CLAIM_KINDS)),
    claimableUntil: instantField,
  }),
});

export const listMyCorrectable = procedure({
  summary: '我还可以申请更正的超时未签退（30 天内），最近的在前',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({ attendances: z.array(attendanceSummarySchema) }),
});

export const makeClaim = procedure({
  summary: '申请更正或提出异议：忘了签退、签退被拒、时间不对、不是我；答复前这条记录不计入',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    kind: z.enum(CLAIM_KINDS),
    ...timesFields,
    statement: lineField(0, REASON_MAXIMUM),
  }),
  output: z.object({ attendance: attendanceSummarySchema, outcome: z.enum(['asked', 'already']) }),
});

export const withdrawClaim = procedure({
  summary: '撤回还没有答复的申请，记录恢复原样',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, shiftId: shiftIdField }),
  output: z.object({ attendance: attendanceSummarySchema, outcome: z.enum(['withdrawn', 'already']) }),
});

const askedClaimSchema = z.object({
  attendanceId: z.string(),
  shiftId: shiftIdField,
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  maskedName: z.string(),
  kind: z.enum(CLAIM_KINDS),
  checkedInAt: instantField.nullable(),
  checkedOutAt: instantField.nullable(),
  creditedMinutes: countField,
  ...timesFields,
  statement: z.string(),
  askedAt: instantField,
  /** the caller's own record: somebody else answers */
  isOwn: z.boolean(),
});
export type AskedClaim = z.infer<typeof askedClaimSchema>;

export const listClaims = procedure({
  summary: '等答复的更正申请和异议，先到的在前，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ claims: z.array(askedClaimSchema), nextCursor: cursorField }),
});

export const answerClaim = procedure({
  summary: '答复更正申请：照申请、少于申请（写明理由）或不同意（写明理由）；更正的记录不算严格口径',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    attendanceId: attendanceIdField,
    verdict: z.enum(['accept', 'refuse']),
    ...timesFields,
    reason: reasonField,
  }),
  output: z.object({ creditedMinutes: countField, outcome: z.enum(['answered', 'already']) }),
});
