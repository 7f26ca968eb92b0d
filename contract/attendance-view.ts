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

export const presenceMethodSchema = z.enum(['rotatingCode', 'shortCode', 'location', 'roster']);
/** 补传: a scan that came later than it was made, and whether an organiser has vouched for it */
export const latenessSchema = z.enum(['waiting', 'vouched']);
export const presenceDeedSchema = z.enum(['checkIn', 'checkOut']);

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
  /** null: every scan came on time */
  late: latenessSchema.nullable(),
  creditedMinutes: countField,
});
export type AttendanceSummary = z.infer<typeof attendanceSummarySchema>;
