/** 课程与培训要求 (TR1–TR5): courses, who holds them, and what a shift asks for. */
import {
  activityIdField,
  countField,
  courseIdField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
  shiftIdField,
  textField,
} from './fields';
import { attendanceStateSchema } from './attendance-view';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** five years */
export const COURSE_MAXIMUM_VALID_DAYS = 1_826;
/** More would keep everybody away. */
export const MAXIMUM_REQUIRED_COURSES = 3;
/** A city has some dozens; what is not offered any more is not among them. */
export const COURSE_CHOICES = 100;

export const requiredCourseSchema = z.object({ courseId: courseIdField, title: z.string() });

/** Of one person on one day; `unknown`: nobody is signed in. */
const standingSchema = z.object({
  kind: z.enum(['held', 'expired', 'missing', 'unknown']),
  /** the last day it is or was valid on */
  lastDay: dayField.nullable(),
});
export type StandingView = z.output<typeof standingSchema>;

const nextTrainingSchema = z.object({
  shiftId: shiftIdField,
  activityId: activityIdField,
  title: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  placeName: z.string(),
});
export type NextTraining = z.output<typeof nextTrainingSchema>;

const courseSchema = z.object({
  courseId: courseIdField,
  title: z.string(),
  summary: z.string(),
  validDays: countField,
  divisionName: z.string(),
  /** of who asks, today */
  mine: standingSchema,
  /** the next shift that teaches it; null: none is planned */
  next: nextTrainingSchema.nullable(),
  canRetire: z.boolean(),
});
export type CourseView = z.output<typeof courseSchema>;

export const listCourses = procedure({
  summary: '现在开的课程：有效多久，本人有没有、到哪天，下一场培训在哪里；分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ courses: z.array(courseSchema), nextCursor: z.string().nullable() }),
});

export const listCourseChoices = procedure({
  summary: '发布活动时可选的课程',
  audience: 'organiser',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    courses: z.array(z.object({ courseId: courseIdField, title: z.string(), validDays: countField })),
  }),
});

export const addCourse = procedure({
  summary: '开一门课程：名称、内容、有效天数；由本办公室的辖区举办',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    divisionCode: divisionCodeField,
    title: lineField(2, 40),
    summary: textField(0, 300),
    validDays: z.number().int().min(1).max(COURSE_MAXIMUM_VALID_DAYS),
  }),
  output: z.object({ courseId: courseIdField }),
});

export const retireCourse = procedure({
  summary: '停开一门课程：不能再用它发布活动；已经完成的人在有效期内仍然有效',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, courseId: courseIdField }),
  output: z.object({ isOffered: z.literal(false) }),
});

const requirementSchema = requiredCourseSchema.extend({
  /** on the day of the shift */
  standing: standingSchema,
  next: nextTrainingSchema.nullable(),
});
export type RequirementView = z.output<typeof requirementSchema>;

export const getRequirements = procedure({
  summary: '一个场次或它的岗位要求先完成哪些培训，本人在那一天有没有，没有的话下一场培训在哪里',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({ requirements: z.array(requirementSchema) }),
});

export const listStandings = procedure({
  summary: '场次名单上每个人要求的培训：有效到哪天，缺哪门；姓名遮蔽，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({
    courses: z.array(requiredCourseSchema),
    people: z.array(
      z.object({
        maskedName: z.string(),
        state: attendanceStateSchema,
        standings: z.array(standingSchema.extend({ courseId: courseIdField })),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
});
