/**
 * Excerpts: parts of documents that are read by the thousand: a recount and a fold need a few fields of each,
 * and what is not read costs nothing to send and to parse. An excerpt has its own schema, and asks for the
 * fields in it; `_id` only where it is named.
 */
import { RECORD_SOURCES } from '@domain/attendance/attendance';
import { attendanceStateSchema, latenessSchema } from '@contract/attendance-view';
import { countField, instantField, projectIdField, volunteerIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';
import { servedDaysField } from './crediting-documents';
import { documentSchemas, type CollectionName } from './documents';

/** Below an object that is null the cloud answers no field at all. */
const presenceAt = z
  .object({ at: instantField, late: latenessSchema.nullish() })
  .nullish()
  .transform((presence) => presence ?? null);

export const excerpts = {
  volunteerIds: {
    collection: 'volunteers',
    schema: documentSchemas.volunteers.pick({ _id: true }),
    fields: ['_id'],
  },
  shiftIds: {
    collection: 'shifts',
    schema: documentSchemas.shifts.pick({ _id: true }),
    fields: ['_id'],
  },
  /** 导入: which id numbers the rows of a chunk have */
  importKeys: {
    collection: 'importChunks',
    schema: documentSchemas.importChunks.pick({ _id: true, keys: true }),
    fields: ['_id', 'keys'],
  },
  volunteerStandings: {
    collection: 'volunteers',
    schema: documentSchemas.volunteers.pick({
      _id: true,
      status: true,
      registeredDay: true,
      leftDay: true,
      residences: true,
      origin: true,
    }),
    fields: ['_id', 'status', 'registeredDay', 'leftDay', 'residences', 'origin'],
  },
  serviceRecords: {
    collection: 'attendances',
    schema: z.object({
      volunteerId: volunteerIdField,
      projectId: projectIdField,
      checkIn: presenceAt,
      checkOut: presenceAt,
      creditedMinutes: countField,
      state: attendanceStateSchema,
      source: z.enum(RECORD_SOURCES),
      trainingValidDays: countField.nullable(),
      confirmedAt: instantField.nullable(),
      endsAt: instantField,
      servedDays: servedDaysField,
    }),
    fields: [
      'volunteerId',
      'projectId',
      'checkIn.at',
      'checkIn.late',
      'checkOut.at',
      'checkOut.late',
      'creditedMinutes',
      'state',
      'source',
      'trainingValidDays',
      'confirmedAt',
      'endsAt',
      'servedDays',
    ],
  },
  /** of the members of a team: what is counted of their profiles (PF4) */
  said: {
    collection: 'memberships',
    schema: documentSchemas.memberships.pick({
      ...{ _id: true, changedAt: true, skills: true, fields: true, times: true },
    }),
    fields: ['_id', 'changedAt', 'skills', 'fields', 'times'],
  },
  /** of the people of one shift: when their minutes were served */
  servedMinutes: {
    collection: 'attendances',
    schema: z.object({
      _id: z.string(),
      checkOut: presenceAt,
      creditedMinutes: countField,
      endsAt: instantField,
      servedDays: servedDaysField,
    }),
    fields: ['_id', 'checkOut.at', 'creditedMinutes', 'endsAt', 'servedDays'],
  },
  /** `_id` says whose and of which project; they are compared as they are, so any text will do */
  participationDays: {
    collection: 'participations',
    schema: z.object({ _id: z.string(), firstDay: z.string(), secondDay: z.string() }),
    fields: ['_id', 'firstDay', 'secondDay'],
  },
} as const satisfies Record<
  string,
  { collection: CollectionName; schema: z.ZodType; fields: readonly string[] }
>;

export type ExcerptName = keyof typeof excerpts;
export type Excerpt<Name extends ExcerptName> = z.output<(typeof excerpts)[Name]['schema']>;
