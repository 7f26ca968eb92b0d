/** Documents of the means that need more than a phone of one's own (AT3.2, AT3.4). */
import { countField, instantField, placeIdField, shiftIdField, volunteerIdField } from '@contract/fields';
import { presenceDeedSchema } from '@contract/attendance-view';
import * as z from 'zod';
import '@contract/zod-config';

/** `placeSchema`: as shifts have it. */
export function assistDocumentSchemas<Place extends z.ZodType>(placeSchema: Place) {
  return {
    /** 地点码: one document per team and place, the same however often its code is printed anew */
    placeCodes: z.object({
      _id: placeIdField,
      place: placeSchema,
      divisionName: z.string(),
      /** the printing in force, or the last one that was */
      version: countField,
      isWithdrawn: z.boolean(),
      changedAt: instantField,
      changedBy: z.string(),
    }),
    /** 志愿者证: only of who ever took a new one; everybody's first card has version 1 */
    volunteerCards: z.object({
      _id: volunteerIdField,
      version: countField,
      replacedAt: instantField,
      requestId: z.string(),
    }),
    /** 等组织者确认: `_id` is `${attendanceId}:${deed}`, so asking twice is asking once */
    confirmations: z.object({
      _id: z.string(),
      shiftId: shiftIdField,
      volunteerId: volunteerIdField,
      maskedName: z.string(),
      deed: presenceDeedSchema,
      placeId: placeIdField,
      askedAt: instantField,
      requestId: z.string(),
      state: z.enum(['waiting', 'confirmed', 'declined']),
      answeredAt: instantField.nullable(),
      answeredBy: z.string().nullable(),
    }),
  };
}
