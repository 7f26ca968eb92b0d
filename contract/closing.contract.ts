/** 到岗, 收队, 复核: who runs a shift is there, closes it with a head-count, and others look at what differs. */
import { CLOSING_STATES, HEAD_COUNT_MAXIMUM, REVIEW_DECISIONS } from '@domain/attendance/closing';
import { DUTY_METHODS } from '@domain/attendance/duty';
import { attendanceStateSchema, latenessSchema, presenceMethodSchema } from './attendance-view';
import { evidenceSchema } from './attendance.contract';
import { attendanceIdField, reasonField } from './crediting.contract';
import {
  countField,
  cursorField,
  instantField,
  printedCodeFields,
  requestIdField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const dutyViewSchema = z.object({
  name: z.string(),
  at: instantField,
  method: z.enum(DUTY_METHODS),
  distanceMeters: z.number().int().nullable(),
  isMine: z.boolean(),
});
export type DutyView = z.infer<typeof dutyViewSchema>;

const [, , location] = evidenceSchema.options;

export const getDuty = procedure({
  summary: '谁在这个场次到岗，我到岗了没有',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    onDuty: z.array(dutyViewSchema),
    isOnDuty: z.boolean(),
    opensAt: instantField,
    closesAt: instantField,
  }),
});

export const takeUpDuty = procedure({
  summary: '组织者到岗：用位置，或扫现场另一个人的志愿者证；自己的签到码不能证明',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    proof: z.discriminatedUnion('kind', [
      location,
      z.object({ kind: z.literal('card'), volunteerId: volunteerIdField, ...printedCodeFields }),
    ]),
  }),
  output: z.object({ duty: dutyViewSchema, outcome: z.enum(['onDuty', 'already']) }),
});

const headCountField = z.number().int().min(0).max(HEAD_COUNT_MAXIMUM);

const decisionViewSchema = z.object({
  kind: z.enum(REVIEW_DECISIONS),
  expectedCount: countField,
  recordedCount: countField,
  reason: z.string(),
  byName: z.string(),
  at: instantField,
});

const closingViewSchema = z.object({
  shiftId: shiftIdField,
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  /** null: nobody has closed it, and nobody has been asked why */
  state: z.enum(CLOSING_STATES).nullable(),
  headCount: countField.nullable(),
  expectedCount: countField.nullable(),
  recordedCount: countField,
  /** of those recorded: still here, and without a check-out when it closed */
  presentCount: countField,
  expiredCount: countField,
  tolerancePercent: countField,
  closedAt: instantField.nullable(),
  closedByName: z.string(),
  opensAt: instantField,
  closesAt: instantField,
  onDuty: z.array(dutyViewSchema),
  decisions: z.array(decisionViewSchema),
  /** counted and judged, but not every record has followed yet */
  isSettling: z.boolean(),
  mayClose: z.boolean(),
  mayDecide: z.boolean(),
  mayVoid: z.boolean(),
});
export type ClosingView = z.infer<typeof closingViewSchema>;

export const getClosing = procedure({
  summary: '一个场次的收队：记录人数、点到的人数、容差、谁到岗、复核经过',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({ closing: closingViewSchema }),
});

export const closeShift = procedure({
  summary: '收队：报现场点到的人数，签到码随即停用；与记录相差超过容差的进入复核',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, shiftId: shiftIdField, headCount: headCountField }),
  output: z.object({ closing: closingViewSchema, outcome: z.enum(['closed', 'already']) }),
});

const shiftPersonSchema = z.object({
  attendanceId: z.string(),
  maskedName: z.string(),
  state: attendanceStateSchema,
  isHeld: z.boolean(),
  checkedInAt: instantField.nullable(),
  checkedInBy: presenceMethodSchema.nullable(),
  checkedOutAt: instantField.nullable(),
  checkedOutBy: presenceMethodSchema.nullable(),
  late: latenessSchema.nullable(),
  creditedMinutes: countField,
  isOnDuty: z.boolean(),
  isOwn: z.boolean(),
});
export type ShiftPerson = z.infer<typeof shiftPersonSchema>;

export const listShiftPeople = procedure({
  summary: '一个场次到过的人（姓名脱敏）：怎样签到签退、补传、时长，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({ people: z.array(shiftPersonSchema), nextCursor: cursorField }),
});

const reviewSchema = z.object({
  shiftId: shiftIdField,
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  state: z.enum(CLOSING_STATES),
  expectedCount: countField.nullable(),
  recordedCount: countField,
  closedByName: z.string(),
  askedAt: instantField,
});
export type ReviewView = z.infer<typeof reviewSchema>;

export const listClosingReviews = procedure({
  summary: '待复核的场次：人数对不上的，和没有人收队的；先到的在前，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ reviews: z.array(reviewSchema), nextCursor: cursorField }),
});

export const decideClosingReview = procedure({
  summary: '复核：记录属实，或更正人数，都要写明理由；收队的人和在本场有记录的人不能复核',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    /** as the reviewer saw it: what has changed since is looked at again */
    recordedCount: countField,
    choice: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('accept') }),
      z.object({ kind: z.literal('headCount'), headCount: headCountField }),
    ]),
    reason: reasonField,
  }),
  output: z.object({ closing: closingViewSchema, outcome: z.enum(['decided', 'already']) }),
});

export const getVoidPreview = procedure({
  summary: '作废一条记录会怎样：少计多少，同一天哪些记录多计，是否空出名额',
  audience: 'office',
  kind: 'query',
  input: z.object({ attendanceId: attendanceIdField }),
  output: z.object({
    maskedName: z.string(),
    title: z.string(),
    /** what is counted now and then no more */
    countedMinutes: countField,
    regainedMinutes: countField,
    regainingCount: countField,
    freesSeat: z.boolean(),
  }),
});
