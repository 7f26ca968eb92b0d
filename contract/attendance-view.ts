import { APPROVAL_LEVELS, DEDUCTION_REASONS, PRESENCE_METHODS } from '@domain/attendance/attendance';
import { activityIdField, countField, dayField, instantField, projectIdField, shiftIdField } from './fields';
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
  'disputed',
  'voided',
]);

/** 补传: a scan that came later than it was made, and whether an organiser has vouched for it */
export const latenessSchema = z.enum(['waiting', 'vouched']);
export const presenceMethodSchema = z.enum(PRESENCE_METHODS);
export const presenceDeedSchema = z.enum(['checkIn', 'checkOut']);

const creditViewSchema = z.object({
  deductions: z.array(z.object({ reason: z.enum(DEDUCTION_REASONS), minutes: countField })),
  waitsFor: z.enum(APPROVAL_LEVELS).nullable(),
  dayMinutes: countField,
  /** the local days the minutes lie on; empty: all on that of the check-out */
  servedDays: z.array(z.object({ day: dayField, minutes: countField })),
});
export type CreditView = z.infer<typeof creditViewSchema>;

/**
 * What an imported record knows of its service: whose list says so, the day, and perhaps the times (IM11).
 */
export const importedSchema = z.object({ organisation: z.string(), day: dayField, isTimed: z.boolean() });
/** When and where one comes to a shift; of one that changed: the terms somebody agreed to (AT14.1). */
export const shiftTermsSchema = z.object({
  startsAt: instantField,
  endsAt: instantField,
  placeName: z.string(),
  divisionName: z.string(),
  meetingPoint: z.string(),
});

/** A shift of mine that is not any more what I agreed to, and which others of mine it meets now. */
export const ownChangeSchema = z.object({
  before: shiftTermsSchema,
  after: shiftTermsSchema,
  overlaps: z.array(
    z.object({ shiftId: shiftIdField, title: z.string(), startsAt: instantField, endsAt: instantField }),
  ),
});
export type OwnChange = z.infer<typeof ownChangeSchema>;

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
  checkInOpensAt: instantField,
  checkOutClosesAt: instantField,
  creditedMinutes: countField,
  /** the head-count of its shift is being looked at (AT6.4); then it counts */
  isHeld: z.boolean(),
  /** how they came about (AT7–AT9); null: as they were served, on the day of the check-out */
  credit: creditViewSchema.nullable(),
  /** when the line gave me this seat (候补成功) */
  seatGivenAt: instantField.nullable(),
  /** 岗位 of my seat; absent: the shift has none, or I have no seat */
  postName: z.string().exactOptional(),
  /** absent: it was served here; else which organisation's list says so, and on which day (IM11) */
  imported: importedSchema.exactOptional(),
});
export type AttendanceSummary = z.infer<typeof attendanceSummarySchema>;
