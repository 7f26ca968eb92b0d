import { PRESENCE_METHODS } from '@domain/attendance/attendance';
import { activityIdField, countField, instantField, projectIdField, shiftIdField } from './fields';
import * as z from 'zod';
import './zod-config';

export const attendanceStateSchema = z.enum([
  'enrolled',
  'enrolmentCancelled',
  'checkedIn',
  'checkedOut',
  'confirmed',
  'expired',
  'voided',
]);

export const presenceMethodSchema = z.enum(PRESENCE_METHODS);

/** What a volunteer sees of their own attendance. */
export const attendanceSummarySchema = z.object({
  shiftId: shiftIdField,
  activityId: activityIdField,
  projectId: projectIdField,
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  state: attendanceStateSchema,
  checkedInAt: instantField.nullable(),
  checkedInBy: presenceMethodSchema.nullable(),
  checkedOutAt: instantField.nullable(),
  creditedMinutes: countField,
});
export type AttendanceSummary = z.infer<typeof attendanceSummarySchema>;
