/** The documents of 课程 and 表彰 (TR1–TR5, CM1–CM5). */
import { COMMENDATION_LEVELS, COMMENDATION_STATES, COMMENDED_KINDS } from '@domain/training/commendation';
import {
  commendationIdField,
  countField,
  courseIdField,
  dayField,
  divisionCodeField,
  instantField,
  volunteerIdField,
} from '@contract/fields';
import { requiredCourseSchema } from '@contract/training.contract';
import * as z from 'zod';
import '@contract/zod-config';

/** Of a shift: what it teaches, and what one must have learnt before. Absent: nothing. */
export const trainingFieldsOfShift = {
  courseId: courseIdField.exactOptional(),
  requiredCourses: z.array(requiredCourseSchema).exactOptional(),
} as const;
export const trainingFieldsOfActivity = {
  course: requiredCourseSchema.exactOptional(),
  requiredCourses: z.array(requiredCourseSchema).exactOptional(),
} as const;

const officerSchema = z.object({
  openId: z.string(),
  volunteerId: volunteerIdField.nullable(),
  name: z.string(),
});

export const trainingDocumentSchemas = {
  courses: z.object({
    _id: courseIdField,
    title: z.string(),
    summary: z.string(),
    /** of who completed a training of it */
    validDays: countField,
    /** whose office answers for it: it is taught there and below */
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    isOffered: z.boolean(),
    addedBy: z.string(),
    addedAt: instantField,
    retiredBy: z.string().nullable(),
  }),
  commendations: z.object({
    _id: commendationIdField,
    kind: z.enum(COMMENDED_KINDS),
    /** a volunteer's, a team's or a project's id */
    subjectId: z.string(),
    /** of a volunteer the masked name */
    subjectName: z.string(),
    /** divisions whose offices see it: the subject's county and the city */
    officeKeys: z.array(divisionCodeField),
    title: z.string(),
    level: z.enum(COMMENDATION_LEVELS),
    documentNumber: z.string(),
    day: dayField,
    reason: z.string(),
    state: z.enum(COMMENDATION_STATES),
    maker: officerSchema,
    madeAt: instantField,
    checker: officerSchema.nullable(),
    checkedAt: instantField.nullable(),
    /** why it was refused or revoked */
    endReason: z.string().nullable(),
    revokedBy: officerSchema.nullable(),
    /** of the last decision, so that its retry is told what it did */
    requestId: z.string(),
  }),
} as const;
