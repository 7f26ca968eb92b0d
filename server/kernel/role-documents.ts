/** Who may what: roles with their days, and the teams and practice sites they are for. */
import {
  dayField,
  divisionCodeField,
  instantField,
  latitudeField,
  longitudeField,
  teamIdField,
  volunteerIdField,
} from '@contract/fields';
import { STATION_LEVELS, stationIdField } from '@contract/station.contract';
import { TEAM_FORMS } from '@contract/team.contract';
import { ROLES } from '@domain/role/grant';
import { saidFields } from './volunteer-documents';
import * as z from 'zod';
import '@contract/zod-config';

export const roleDocumentSchemas = {
  /** never changed but for the one revocation; those named at deployment have no person and no reason */
  roleGrants: z.object({
    _id: z.string(),
    openId: z.string(),
    volunteerId: volunteerIdField.exactOptional(),
    role: z.enum(ROLES),
    scope: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('division'), divisionCode: divisionCodeField }),
      z.object({ kind: z.literal('team'), teamId: teamIdField }),
    ]),
    scopeName: z.string(),
    /** of the scope, and the offices that see it */
    divisionCode: divisionCodeField.exactOptional(),
    officeKeys: z.array(divisionCodeField).exactOptional(),
    fromDay: dayField,
    toDay: dayField.nullable(),
    reason: z.string().exactOptional(),
    grantedBy: z.string(),
    grantedByName: z.string().exactOptional(),
    grantedAt: instantField,
    revocation: z
      .object({ at: instantField, by: z.string(), byName: z.string(), reason: z.string() })
      .exactOptional(),
  }),
  /** `_id` is a city: moved by every revocation of its offices, so that two at once clash (RL5) */
  roleGuards: z.object({ _id: divisionCodeField, movedAt: instantField, grantId: z.string() }),
  teams: z.object({
    _id: teamIdField,
    name: z.string(),
    divisionCode: divisionCodeField,
    form: z.enum(TEAM_FORMS).default('registered'),
    leaderId: volunteerIdField.nullable().default(null),
    parentId: teamIdField.nullable().default(null),
    parentName: z.string().default(''),
    state: z.enum(['active', 'closed']).default('active'),
    closeReason: z.string().nullable().default(null),
    createdAt: instantField,
  }),
  /** `_id` is `${teamId}:${volunteerId}`; names nobody, so who leaves the registration is nobody here */
  memberships: z.object({
    _id: z.string(),
    teamId: teamIdField,
    teamName: z.string(),
    volunteerId: volunteerIdField,
    state: z.enum(['asked', 'member', 'left', 'declined']),
    /** of the last of them */
    changedAt: instantField,
    /** copies of the profile while one asks or is in, for counting alone (PF4) */
    skills: saidFields.skills.default([]),
    fields: saidFields.fields.default([]),
    times: saidFields.times.default([]),
  }),
  /** 实践中心、所、站 */
  stations: z.object({
    _id: stationIdField,
    name: z.string(),
    level: z.enum(STATION_LEVELS),
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    countyCode: divisionCodeField,
    address: z.string(),
    position: z.object({ latitude: latitudeField, longitude: longitudeField }).nullable(),
    managerId: volunteerIdField.nullable(),
    state: z.enum(['open', 'closed']),
    closeReason: z.string().nullable(),
    createdAt: instantField,
  }),
} as const;
