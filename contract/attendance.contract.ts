import { attendanceSummarySchema, ownChangeSchema, presenceDeedSchema } from './attendance-view';
import {
  countField,
  cursorField,
  instantField,
  latitudeField,
  longitudeField,
  requestIdField,
  sceneField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { POST_LIMITS } from '@domain/activity/post';
import { postIdField } from './post.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const accuracyField = z.number().min(0).max(100_000);

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rotatingCode'), code: z.string().max(24) }),
  z.object({ kind: z.literal('shortCode'), digits: z.string().regex(/^\d{8}$/) }),
  z.object({
    kind: z.literal('location'),
    latitude: latitudeField,
    longitude: longitudeField,
    accuracyMeters: accuracyField,
  }),
  z.object({
    kind: z.literal('placeCode'),
    scene: sceneField,
    latitude: latitudeField,
    longitude: longitudeField,
    accuracyMeters: accuracyField,
  }),
]);
export type EvidenceInput = z.input<typeof evidenceSchema>;

/** The children who come along: more than one adult can look after. */
export const MAXIMUM_COMPANIONS = 4;
const companionsField = z.array(volunteerIdField).max(MAXIMUM_COMPANIONS).default([]);

const presenceInput = z.object({
  requestId: requestIdField,
  shiftId: shiftIdField,
  childIds: companionsField,
  evidence: evidenceSchema,
  /**
   * when it was scanned, by the server's clock as the phone knows it: only a scan sent later needs it (AT5)
   */
  scannedAt: instantField.optional(),
});

export const checkIn = procedure({
  summary: '签到：动态码、短码、位置，或地点码加位置',
  audience: 'volunteer',
  kind: 'command',
  input: presenceInput,
  output: z.object({ attendance: attendanceSummarySchema, outcome: z.enum(['checkedIn', 'already']) }),
});

export const checkOut = procedure({
  summary: '签退：动态码、短码、位置，或地点码加位置',
  audience: 'volunteer',
  kind: 'command',
  input: presenceInput,
  output: z.object({ attendance: attendanceSummarySchema, outcome: z.enum(['checkedOut', 'already']) }),
});

export const enrol = procedure({
  summary: '报名一个场次，可带孩子；名额已满时可候补',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    childIds: companionsField,
    whenFull: z.enum(['refuse', 'wait']).default('refuse'),
    /** 岗位 I would take, the one I like best first (AT15.2); none: the shift has none */
    postIds: z.array(postIdField).max(POST_LIMITS.maximumPosts).default([]),
  }),
  output: z.object({
    attendance: attendanceSummarySchema,
    outcome: z.enum(['enrolled', 'waiting', 'already']),
  }),
});

export const cancelEnrolment = procedure({
  summary: '取消报名或退出候补；childIds 非空时只取消这些孩子的',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, shiftId: shiftIdField, childIds: companionsField }),
  output: z.object({
    attendance: attendanceSummarySchema.nullable(),
    outcome: z.enum(['cancelled', 'already']),
  }),
});

export const listMyCurrent = procedure({
  summary: '我今天和将来的场次：待签到、进行中、已报名',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    attendances: z.array(attendanceSummarySchema),
    /** shifts among them that do not take place, and why */
    cancelled: z.array(z.object({ shiftId: shiftIdField, reason: z.string() })),
    /** shifts among them that are not any more what I agreed to (AT14.1) */
    changed: z.array(ownChangeSchema.extend({ shiftId: shiftIdField })),
  }),
});

export const listMyRecords = procedure({
  summary: '我的服务记录，新的在前，分页',
  audience: 'account',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({
    totalMinutes: countField,
    recordCount: countField,
    records: z.array(attendanceSummarySchema),
    nextCursor: cursorField,
  }),
});

export const getCheckInSeed = procedure({
  summary: '场次的签到码种子：组织者的屏幕据此离线计算动态码',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({ seedHex: z.string().regex(/^[0-9a-f]{64}$/), validUntil: instantField }),
});

export const listArrivals = procedure({
  summary: '最近签到的人（姓名脱敏）与人数',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    enrolledCount: countField,
    presentCount: countField,
    finishedCount: countField,
    /** late scans that wait for an organiser's word */
    lateCount: countField,
    /** refused attempts with codes that were genuine once (AT4) */
    replayCount: countField,
    recent: z.array(
      z.object({
        maskedName: z.string(),
        at: instantField,
        kind: presenceDeedSchema,
        isLate: z.boolean(),
      }),
    ),
  }),
});

export const listEnrolments = procedure({
  summary: '场次的报名、候补（按先后）或取消的人（姓名脱敏），分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({
    shiftId: shiftIdField,
    group: z.enum(['enrolled', 'waiting', 'cancelled']),
    cursor: cursorField,
  }),
  output: z.object({
    people: z.array(
      z.object({
        maskedName: z.string(),
        at: instantField,
        /** in the line: strictly growing, in the order the server decided */
        waitingNumber: countField.nullable(),
        isChild: z.boolean(),
        isFromLine: z.boolean(),
        /** gave the seat back when nobody could be called in any more; no penalty */
        isLateCancelled: z.boolean(),
        /** of who has a seat, or of who waits all they would take */
        postNames: z.array(z.string()).exactOptional(),
      }),
    ),
    nextCursor: cursorField,
  }),
});
