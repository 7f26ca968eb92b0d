/** 变更 of a published shift and of an activity's text (AT14). */
import { activityViewSchema, placeInputSchema, shiftViewSchema } from './activity.contract';
import { activityIdField, instantField, lineField, requestIdField, shiftIdField, textField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const MEETING_POINT_MAXIMUM = 60;

export const changeShift = procedure({
  summary: '改场次的时间、地点或集合点；报名和候补的人会看到改动并收到通知',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    startsAt: instantField,
    endsAt: instantField,
    place: placeInputSchema,
    meetingPoint: lineField(0, MEETING_POINT_MAXIMUM),
  }),
  output: z.object({ shift: shiftViewSchema }),
});

export const changeText = procedure({
  summary: '改活动的简介和说明（先做内容安全检查）；名称不改，记录和证明上写着它',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    activityId: activityIdField,
    summary: lineField(0, 80),
    description: textField(10, 2_000),
  }),
  output: z.object({ activity: activityViewSchema }),
});
