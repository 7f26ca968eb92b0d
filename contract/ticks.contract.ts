/** What an organiser's phone needs on the spot: the roster, late scans to vouch for, and replayed codes. */
import { attendanceStateSchema, presenceDeedSchema } from './attendance-view';
import {
  countField,
  cursorField,
  instantField,
  requestIdField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const tickPersonSchema = z.object({
  volunteerId: volunteerIdField,
  maskedName: z.string(),
  /** the last four digits of the volunteer's number: masked names are often alike */
  numberTail: z.string(),
  state: attendanceStateSchema,
  checkedInAt: instantField.nullable(),
  checkedOutAt: instantField.nullable(),
  postName: z.string().exactOptional(),
});
export type TickPerson = z.infer<typeof tickPersonSchema>;

export const listTickRoster = procedure({
  summary: '离线点名的名册：有名额和到场的人，姓名脱敏，分页；存在组织者手机里，没有网络也能点到',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({ people: z.array(tickPersonSchema), nextCursor: cursorField }),
});

export const tick = procedure({
  summary: '名册点到：组织者记下一个人到了或走了，可以离线记、后上传；只有点到的记为代签',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    deed: presenceDeedSchema,
    /** by the server's clock as the organiser's phone knows it */
    tickedAt: instantField,
  }),
  output: z.object({ person: tickPersonSchema, outcome: z.enum(['ticked', 'already']) }),
});

export const lateVisitSchema = tickPersonSchema.extend({
  /** which of the two came later and waits */
  waiting: z.array(presenceDeedSchema),
  uploadedAt: instantField,
  creditedMinutes: countField,
});
export type LateVisit = z.infer<typeof lateVisitSchema>;

export const listLateVisits = procedure({
  summary: '补传待认：没有网络时扫的码后来才上传的人，等组织者认可，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({ visits: z.array(lateVisitSchema), nextCursor: cursorField }),
});

export const reviewLateVisit = procedure({
  summary: '认可或不认可一个人的补传',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    verdict: z.enum(['vouch', 'refuse']),
  }),
  output: z.object({ person: tickPersonSchema, outcome: z.enum(['reviewed', 'already']) }),
});

export const listReplays = procedure({
  summary: '过期或别场签到码的尝试：谁、几次，姓名脱敏，分页；以及同一个码用得过多的时刻',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({
    people: z.array(
      z.object({
        maskedName: z.string(),
        expiredCount: countField,
        foreignCount: countField,
        lastAt: instantField,
      }),
    ),
    crowded: z.array(z.object({ codeAt: instantField, count: countField })),
    nextCursor: cursorField,
  }),
});
