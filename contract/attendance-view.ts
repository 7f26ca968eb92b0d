import { activityIdField, countField, instantField, projectIdField, shiftIdField } from './fields';
import * as z from 'zod';
import './zod-config';

export const attendanceStateSchema = z.enum([
  'enrolled',
  'waiting',
  'enrolmentCancelled',
  'checkedIn',
  'checkedOut',
  'confirmed',
  'expired',
  'voided',
]);

export const presenceMethodSchema = z.enum(['rotatingCode', 'shortCode', 'location']);

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
  /** when the line gave me this seat (候补成功) */
  seatGivenAt: instantField.nullable(),
});
export type AttendanceSummary = z.infer<typeof attendanceSummarySchema>;
