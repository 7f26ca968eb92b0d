/** The documents of 计时 (AT2, AT7–AT9): rules, days of service, approvals. */
import { MAXIMUM_CHANGES } from '@domain/activity/change-shift';
import { APPROVAL_LEVELS, DEDUCTION_REASONS } from '@domain/attendance/attendance';
import { parseAttendanceId } from '@domain/kernel/identifiers';
import { attendanceRulesSchema, shiftRulesSchema } from '@contract/attendance-rules';
import { shiftTermsSchema } from '@contract/attendance-view';
import { approvalFields } from '@contract/crediting.contract';
import {
  countField,
  courseIdField,
  dayField,
  instantField,
  requestIdField,
  volunteerIdField,
} from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';
import { closingFieldsOfShift } from './closing-documents';
import { importedFieldOfAttendance } from './import-documents';
import { SERVED_DAYS_TEXT } from './served-days-text';

const attendanceIdField = z.string().transform(parseAttendanceId);

/** AT8: only where the minutes do not all lie on the day of the check-out */
export const servedDaysField = z.string().regex(SERVED_DAYS_TEXT).exactOptional();

/** Optional fields of a shift: absent where the defaults hold. */
export const creditingFieldsOfShift = {
  rules: shiftRulesSchema.exactOptional(),
  meetingPoint: z.string().exactOptional(),
  /** where it lies, in three sizes (NM1); absent: it is no shift that one can come to */
  cells: z.object({ near: z.string(), middle: z.string(), far: z.string() }).exactOptional(),
  /** 变更 (AT14) */
  changes: z
    .array(z.object({ requestId: requestIdField, at: instantField, before: shiftTermsSchema }))
    .max(MAXIMUM_CHANGES)
    .exactOptional(),
  ...closingFieldsOfShift,
} as const;

/** Optional fields of an attendance: absent where there is nothing to say. */
export const creditingFieldsOfAttendance = {
  servedDays: servedDaysField,
  credit: z
    .object({
      deductions: z.array(z.object({ reason: z.enum(DEDUCTION_REASONS), minutes: countField })),
      waitsFor: z.enum(APPROVAL_LEVELS).nullable(),
      dayMinutes: countField,
    })
    .exactOptional(),
  /** its shift is under review (AT6.4) */
  isHeld: z.literal(true).exactOptional(),
  /** its registration was merged: the record of the survivor that stands for it (RM5) */
  movedTo: attendanceIdField.exactOptional(),
  /** copied from a shift with rules of its own (AT2) */
  checkInOpensAt: instantField.exactOptional(),
  checkOutClosesAt: instantField.exactOptional(),
  imported: importedFieldOfAttendance,
  /** 培训: the course that its shift taught (TR2) */
  courseId: courseIdField.exactOptional(),
} as const;

const rulesVersionSchema = z.object({
  _id: z.string(),
  version: countField,
  rules: attendanceRulesSchema,
  reason: z.string(),
  setBy: z.string(),
  /** the office, as its grant calls it */
  setByName: z.string(),
  setAt: instantField,
  requestId: z.string(),
});

export const creditingDocumentSchemas = {
  /** `_id` is `current`, or the number of a version: those are only ever added */
  attendanceRules: rulesVersionSchema,
  /**
   * 服务日: `_id` is `${volunteerId}:${day}`; two check-outs of one person at once clash on it. Bounded by
   * MAXIMUM_DAY_VISITS.
   */
  serviceDays: z.object({
    _id: z.string(),
    volunteerId: volunteerIdField,
    day: dayField,
    visits: z.array(
      z.object({
        attendanceId: attendanceIdField,
        intervals: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
        minutes: countField,
        mostMinutes: countField.nullable(),
        looseMinutes: countField.optional(),
      }),
    ),
  }),
  /** 待审批: `_id` is the attendance; the document stays when it is decided */
  approvals: z.object({
    _id: attendanceIdField,
    volunteerId: volunteerIdField,
    ...approvalFields,
    /** whose grants may decide: the team, and divisions as far down as the level allows */
    approverKeys: z.array(z.string()),
    state: z.enum(['waiting', 'decided', 'voided']),
    askedAt: instantField,
    /** of the decision, so that its retry is told what it did */
    requestId: z.string().nullable(),
  }),
} as const;
