/** 我的数据: everything that is stored about a person, shown to them and taken home by them. */
import { ARMS } from '@domain/wake/arm';
import { PAUSES } from '@domain/wake/invite';
import { ownHonourSchema } from './commendation.contract';
import { attendanceStateSchema, importedSchema } from './attendance-view';
import { profileSchema } from './profile.contract';
import { membershipField } from './team.contract';
import { ORDER_STATES } from '@domain/demand/order';
import { agreementViewSchema, messageViewSchema } from './message.contract';
import { countField, cursorField, dayField, instantField, requestIdField } from './fields';
import { procedure } from './procedure-kit';
import { channelSchema } from './reach.contract';
import * as z from 'zod';
import './zod-config';

/** What is done with the own registration, by the person or – the last two – by an office. */
export const PERSON_DEEDS = [
  'moved',
  'left',
  'consented',
  'consentRevoked',
  'phoneChanged',
  'profileChanged',
  'dataTaken',
  'merged',
  'identityChanged',
] as const;
/** The latest of each are shown; further ones are in the file. */
export const SHOWN_ENTRIES = 20;

export const myDataSchema = z.object({
  name: z.string(),
  sex: z.enum(['female', 'male']),
  birthDay: dayField,
  maskedIdNumber: z.string(),
  maskedPhone: z.string(),
  isPhoneVerified: z.boolean(),
  volunteerNumber: z.string(),
  registeredDay: dayField,
  /** where one lived from when on, the present home last */
  homes: z.array(z.object({ divisionName: z.string(), fromDay: dayField })),
  /** 来源 (VI7): the link that led to the registration; null: none is known */
  origin: z.object({ channel: channelSchema.nullable(), contentTitle: z.string().nullable() }).nullable(),
  /** what one says of oneself (PF) */
  profile: profileSchema,
  childNames: z.array(z.string()),
  /** a guardian acts for this person, or consents to what they do */
  hasGuardian: z.boolean(),
  deeds: z.array(z.object({ deed: z.enum(PERSON_DEEDS), at: instantField })),
  /** lists of persons that this one stood in, by who was allowed to see them (RO4) */
  looks: z.array(z.object({ at: instantField, procedure: z.string() })),
  /** the kinds of messages one was asked about (ME2); the messages have a screen of their own (ME10) */
  agreements: z.array(agreementViewSchema),
  /** in force and revoked (CM4) */
  honours: z.array(ownHonourSchema),
  /** teams one asked to join, is in or has left */
  teams: z.array(z.object({ teamName: z.string(), standing: membershipField, changedAt: instantField })),
  /** 点单, the latest */
  orders: z.array(z.object({ need: z.string(), placedAt: instantField, state: z.enum(ORDER_STATES) })),
  /** in which wakes one was, and whether invited or held out (WK9); and what one said to it */
  invitations: z.array(z.object({ at: instantField, arm: z.enum(ARMS), openedAt: instantField.nullable() })),
  invitationPause: z.enum(PAUSES),
});
export type MyData = z.output<typeof myDataSchema>;

export const getMyData = procedure({
  summary: '我的数据：登记信息、居住地、授权和更改、谁看过',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: myDataSchema,
});

export const changePhone = procedure({
  summary: '换手机号（以微信验证新号码）',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, phoneCode: z.string().min(1).max(200) }),
  output: z.object({ maskedPhone: z.string(), outcome: z.enum(['changed', 'already']) }),
});

const takenRecordSchema = z.object({
  title: z.string(),
  placeName: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  state: attendanceStateSchema,
  checkedInAt: instantField.nullable(),
  checkedOutAt: instantField.nullable(),
  creditedMinutes: countField,
  /** absent: it was served here; else whose list says so (IM15) */
  imported: importedSchema.exactOptional(),
});

export const takeData = procedure({
  summary: '带走我的数据：登记信息、全部服务记录和消息，分页；每次带走留有记录',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, cursor: cursorField }),
  output: z.object({
    profile: myDataSchema,
    records: z.array(takenRecordSchema),
    messages: z.array(messageViewSchema),
    nextCursor: cursorField,
  }),
});
