/** The rules of check-in as they are stored and shown (AT2, AT7, AT11). */
import { DEFAULT_RULES, MAXIMUM_BREAKS, MINIMUM_PRESENCE_PERCENT } from '@domain/attendance/attendance-rules';
import { countField, instantField } from './fields';
import * as z from 'zod';
import './zod-config';

export const attendanceRulesSchema = z.object({
  opensBeforeMinutes: countField,
  closesAfterMinutes: countField,
  graceInMinutes: countField,
  graceOutMinutes: countField,
  /** AT6.3; rules that were set before there was a head-count say nothing */
  headCountTolerancePercent: countField.default(DEFAULT_RULES.headCountTolerancePercent),
});

export const breaksField = z.array(z.object({ from: instantField, to: instantField })).max(MAXIMUM_BREAKS);
export const minimumPresenceField = z
  .number()
  .int()
  .min(MINIMUM_PRESENCE_PERCENT.minimum)
  .max(MINIMUM_PRESENCE_PERCENT.maximum)
  .nullable();

export const shiftRulesSchema = attendanceRulesSchema.extend({
  minimumPresencePercent: minimumPresenceField,
  breaks: breaksField,
});
