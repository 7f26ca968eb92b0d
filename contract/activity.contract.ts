import { POST_LIMITS } from '@domain/activity/post';
import { SHIFT_LIMITS } from '@domain/activity/shift';
import { SERVICE_FIELDS } from '@domain/project/project';
import { breaksField, minimumPresenceField, shiftRulesSchema } from './attendance-rules';
import { NO_STATED_RISK, RISK_LEVELS } from '@domain/activity/risk';
import { attendanceSummarySchema, attendanceStateSchema, ownChangeSchema } from './attendance-view';
import {
  activityIdField,
  communityCodeField,
  countField,
  cursorField,
  divisionCodeField,
  instantField,
  latitudeField,
  lineField,
  longitudeField,
  projectIdField,
  courseIdField,
  requestIdField,
  shiftIdField,
  teamIdField,
  textField,
  volunteerIdField,
} from './fields';
import { MAXIMUM_REQUIRED_COURSES, requiredCourseSchema } from './training.contract';
import { attachmentViewSchema } from './attachment.contract';
import { pictureViewSchema } from './picture.contract';
import { changedPostsField, postPlanSchema, postSchema } from './post.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const placeViewSchema = z.object({
  name: z.string(),
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  latitude: latitudeField,
  longitude: longitudeField,
  radiusMeters: countField,
});

const riskText = textField(0, 300);
export const riskStatementSchema = z.object({
  level: z.enum(RISK_LEVELS),
  dangers: riskText,
  insurance: riskText,
  training: riskText,
});
export type RiskView = z.infer<typeof riskStatementSchema>;

export const shiftViewSchema = z.object({
  shiftId: shiftIdField,
  activityId: activityIdField,
  projectId: projectIdField,
  title: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  checkInOpensAt: instantField,
  checkOutClosesAt: instantField,
  place: placeViewSchema,
  capacity: countField.nullable(),
  takenCount: countField,
  /** people in the line for a seat (候补) */
  waitingCount: countField,
  riskLevel: z.enum(RISK_LEVELS),
  state: z.enum(['open', 'cancelled']),
  /** said before one enrols (AT7, AT11) */
  rules: shiftRulesSchema,
  cancelReason: z.string().nullable(),
  /** 集合点: where exactly at the place; empty: nothing is said */
  meetingPoint: z.string(),
  /** of its last change (AT14); null: it is as it was published */
  changedAt: instantField.nullable(),
  /** its organisers have counted heads: nobody begins any more, and its code is over (AT6.2) */
  closedAt: instantField.nullable(),
  /** 岗位, of which one is chosen (AT15); absent: seats are alike */
  posts: z.array(postSchema).exactOptional(),
  /** of its project (PF5); absent: made before this was kept */
  field: z.enum(SERVICE_FIELDS).exactOptional(),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const activityViewSchema = z.object({
  activityId: activityIdField,
  projectId: projectIdField,
  projectTitle: z.string(),
  /** of its project (PF5); absent: made before this was kept */
  field: z.enum(SERVICE_FIELDS).exactOptional(),
  teamName: z.string(),
  title: z.string(),
  summary: z.string(),
  state: z.enum(['draft', 'published', 'cancelled']),
  firstStartsAt: instantField,
  lastEndsAt: instantField,
  /** 培训: valid for so many days; null: 志愿服务 */
  trainingValidDays: countField.nullable(),
  /** the course that a training teaches, and what one must have learnt before; absent: nothing (TR1, TR3) */
  course: requiredCourseSchema.exactOptional(),
  requiredCourses: z.array(requiredCourseSchema).exactOptional(),
  risk: riskStatementSchema,
  placeName: z.string(),
  divisionName: z.string(),
  /** of its first shift */
  checkInOpensAt: instantField,
});
export type ActivityView = z.infer<typeof activityViewSchema>;

export const listUpcomingActivities = procedure({
  summary: '即将开始或进行中的活动，按时间，分页；可限一个县或一个项目',
  audience: 'visitor',
  kind: 'query',
  input: z.object({
    countyCode: divisionCodeField.nullable(),
    projectId: projectIdField.nullable(),
    cursor: cursorField,
  }),
  output: z.object({ activities: z.array(activityViewSchema), nextCursor: cursorField }),
});

export const getActivity = procedure({
  summary: '活动与场次，以及我在每个场次的状态',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ activityId: activityIdField }),
  output: z.object({
    activity: activityViewSchema,
    description: z.string(),
    shifts: z.array(shiftViewSchema),
    mine: z.array(attendanceSummarySchema),
    /** own shifts that are not any more what I agreed to (AT14.1) */
    changedIds: z.array(shiftIdField),
    pictures: z.array(pictureViewSchema),
    attachments: z.array(attachmentViewSchema),
    canManage: z.boolean(),
  }),
});

export const getShift = procedure({
  summary: '一个场次，以及我的状态',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    shift: shiftViewSchema,
    activity: activityViewSchema,
    mine: attendanceSummarySchema.nullable(),
    /** people before me in the line; null: I am not in it */
    aheadCount: countField.nullable(),
    /** names of the posts I wait for; absent: none */
    waitingFor: z.array(z.string()).exactOptional(),
    /** null: it is what I agreed to */
    changed: ownChangeSchema.nullable(),
    /** the children I bring to this shift */
    brought: z.array(
      z.object({ volunteerId: volunteerIdField, name: z.string(), state: attendanceStateSchema }),
    ),
    canManage: z.boolean(),
  }),
});

export const placeInputSchema = z.object({
  name: lineField(2, 40),
  communityCode: communityCodeField,
  latitude: latitudeField,
  longitude: longitudeField,
  radiusMeters: z.number().int().min(SHIFT_LIMITS.minimumRadiusMeters).max(SHIFT_LIMITS.maximumRadiusMeters),
});

const shiftPlanSchema = z.object({
  startsAt: instantField,
  endsAt: instantField,
  capacity: z.number().int().min(1).max(SHIFT_LIMITS.maximumCapacity).nullable(),
  /** 休息、用餐、路途 (AT11), in order */
  breaks: breaksField.exactOptional(),
  /** then the seats are theirs, whatever `capacity` says (AT15) */
  posts: z.array(postPlanSchema).min(1).max(POST_LIMITS.maximumPosts).exactOptional(),
});

/** Half a year of one a week; all are stored in one transaction, some thirty round trips. */
export const MAXIMUM_SHIFTS = 26;
/** five years */
export const TRAINING_MAXIMUM_VALID_DAYS = 1_826;
export const createActivity = procedure({
  summary: '在项目下创建活动和场次；publish 为真时通过内容检查后发布',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    projectId: projectIdField,
    title: lineField(4, 40),
    summary: lineField(0, 80),
    description: textField(10, 2_000),
    place: placeInputSchema,
    shifts: z.array(shiftPlanSchema).min(1).max(MAXIMUM_SHIFTS),
    /** 培训, valid for so many days: its minutes are no service time (ST13); null: 志愿服务 */
    trainingValidDays: z.number().int().min(1).max(TRAINING_MAXIMUM_VALID_DAYS).nullable(),
    /** a training of a course is valid as long as the course says (TR1) */
    courseId: courseIdField.nullable().default(null),
    requiredCourseIds: z.array(courseIdField).max(MAXIMUM_REQUIRED_COURSES).default([]),
    /** per cent of the shift below which nothing is credited (AT7); null: no such rule */
    minimumPresencePercent: minimumPresenceField.exactOptional(),
    risk: riskStatementSchema.default(NO_STATED_RISK),
    /** the demand order that its first shift is made for (DM5) */
    orderId: z
      .string()
      .regex(/^[0-9A-Za-z]{10}$/)
      .exactOptional(),
    publish: z.boolean(),
  }),
  output: z.object({ activityId: activityIdField, shiftIds: z.array(shiftIdField) }),
});

export const publishActivity = procedure({
  summary: '发布草稿（先做内容安全检查）',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ activityId: activityIdField }),
  output: z.object({ activity: activityViewSchema }),
});

export const changeCapacity = procedure({
  summary: '改场次的名额；增加的名额先给候补的人',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    capacity: z.number().int().min(1).max(SHIFT_LIMITS.maximumCapacity),
  }),
  output: z.object({ shift: shiftViewSchema }),
});

export const changePosts = procedure({
  summary: '改场次的岗位：加岗位、改名额、去掉没有人的；有人的岗位名称和要求不变',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, shiftId: shiftIdField, posts: changedPostsField }),
  output: z.object({ shift: shiftViewSchema }),
});

export const cancelShift = procedure({
  summary: '取消还没开始的场次，报名和候补的人会看到原因',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, shiftId: shiftIdField, reason: lineField(2, 60) }),
  output: z.object({ shift: shiftViewSchema }),
});

export const listOrganisedActivities = procedure({
  summary: '我组织的活动（含草稿），新的在前',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ activities: z.array(activityViewSchema), nextCursor: cursorField }),
});

export const listOrganisedProjects = procedure({
  summary: '我可以在其下创建活动的项目',
  audience: 'organiser',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    projects: z.array(
      z.object({
        projectId: projectIdField,
        title: z.string(),
        divisionCode: divisionCodeField,
        divisionName: z.string(),
        teamId: teamIdField,
        teamName: z.string(),
        usualPlace: placeViewSchema.nullable(),
      }),
    ),
  }),
});
