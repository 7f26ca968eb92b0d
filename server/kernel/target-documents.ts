/** 指标: targets and the days they take. */
import { TARGET_INDICATORS } from '@domain/statistics/target';
import { countField, dayField, divisionCodeField, instantField, targetIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const targetDocumentSchemas = {
  /** a row is never changed but for its one withdrawal, and never deleted */
  targets: z.object({
    _id: targetIdField,
    indicator: z.enum(TARGET_INDICATORS),
    valueBasisPoints: countField,
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    fromDay: dayField,
    toDay: dayField,
    document: z.string(),
    setBy: z.string(),
    setAt: instantField,
    withdrawnDay: dayField.nullable(),
    withdrawnBy: z.string().nullable(),
  }),
  /** `_id` is `${divisionCode}:${indicator}`; the days its targets take: two at once clash on it */
  targetPeriods: z.object({
    _id: z.string(),
    periods: z.array(z.object({ targetId: targetIdField, fromDay: dayField, toDay: dayField })),
  }),
} as const;
