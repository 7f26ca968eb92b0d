import { CONSENT_KINDS, OPTIONAL_CONSENTS } from '@domain/volunteer/consent';
import { CONSENT_VERSIONS, optionalConsentField } from './consent.contract';
import {
  communityCodeField,
  countField,
  dayField,
  divisionCodeField,
  idNumberField,
  lineField,
  personNameField,
  phoneNumberField,
  requestIdField,
  sceneField,
  teamIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import { countableSchema } from './profile.contract';
import * as z from 'zod';
import './zod-config';

/** What a volunteer sees of their own registration. */
export const ownVolunteerSchema = z.object({
  volunteerId: volunteerIdField,
  volunteerNumber: z.string(),
  name: z.string(),
  maskedPhone: z.string(),
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  registeredDay: dayField,
});
export type OwnVolunteer = z.infer<typeof ownVolunteerSchema>;

export const roleGrantSchema = z.object({
  role: z.enum(['organiser', 'siteManager', 'countyOffice', 'cityOffice', 'auditor']),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('division'), divisionCode: divisionCodeField }),
    z.object({ kind: z.literal('team'), teamId: teamIdField }),
  ]),
  scopeName: z.string(),
});
export type RoleGrantView = z.infer<typeof roleGrantSchema>;

export const getMe = procedure({
  summary: '我是谁：注册信息、服务时长、角色',
  audience: 'visitor',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    isSignedIn: z.boolean(),
    volunteer: ownVolunteerSchema.nullable(),
    totalMinutes: countField,
    recordCount: countField,
    roles: z.array(roleGrantSchema),
    /** in force, to the texts of today */
    consents: z.array(z.enum(CONSENT_KINDS)),
    /** of the own profile, for marking what fits (PF5); absent: nothing was said */
    said: countableSchema.exactOptional(),
  }),
});
export type Me = z.output<typeof getMe.output>;

/** The text a registration cannot do without, by version (个人信息保护法). */
export const CONSENT_VERSION = CONSENT_VERSIONS.basic;

export const register = procedure({
  summary: '注册成为志愿者（一人一次）',
  audience: 'account',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    name: personNameField,
    idNumber: idNumberField,
    phone: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('typed'), phoneNumber: phoneNumberField }),
      z.object({ kind: z.literal('wechat'), code: z.string().min(1).max(200) }),
    ]),
    communityCode: communityCodeField,
    consentVersion: z.literal(CONSENT_VERSION),
    /** what was chosen besides: none is needed (CO1) */
    optionalConsents: z.array(optionalConsentField).max(OPTIONAL_CONSENTS.length).default([]),
    channel: lineField(1, 32).nullable(),
    /** the last link that led here, with its channel (VI4) */
    scene: sceneField.nullable().default(null),
  }),
  output: z.object({ volunteer: ownVolunteerSchema, outcome: z.enum(['registered', 'already']) }),
});

/** The way on for a person who is registered already: prove the phone number on record. */
export const claim = procedure({
  summary: '认领已有的注册记录（以登记手机号验证）',
  audience: 'account',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    name: personNameField,
    idNumber: idNumberField,
    phoneCode: z.string().min(1).max(200),
    /** who was imported agrees to it now (IM9) */
    consentVersion: z.literal(CONSENT_VERSION),
  }),
  output: z.object({ volunteer: ownVolunteerSchema, outcome: z.enum(['claimed', 'already']) }),
});
