/** People: their accounts, their registration, where they live, and what they did with it. */
import { countField, dayField, divisionCodeField, instantField, volunteerIdField } from '@contract/fields';
import { PERSON_DEEDS } from '@contract/my-data.contract';
import { SERVICE_FIELDS } from '@domain/project/project';
import { CONSENT_KINDS } from '@domain/volunteer/consent';
import { chosenOf, POLITICAL_STATUSES, SKILLS, TIME_SLOTS } from '@domain/volunteer/profile';
import * as z from 'zod';
import '@contract/zod-config';

const consentKindField = z.enum(CONSENT_KINDS);

/** Of a closed list, as it is now. */
const chosenField = <Value extends string>(list: readonly Value[]) =>
  z.array(z.string()).transform((chosen) => chosenOf(list, chosen));

/** Of a profile: what teams may count (PF4). */
export const saidFields = {
  skills: chosenField(SKILLS),
  fields: chosenField(SERVICE_FIELDS),
  times: chosenField(TIME_SLOTS),
} as const;

export const volunteerDocumentSchemas = {
  /** 一个微信身份: which volunteer it belongs to */
  accounts: z.object({
    _id: z.string(),
    volunteerId: volunteerIdField,
    maskedName: z.string(),
    boundAt: instantField,
    /** of the volunteer; accounts bound before it was kept here have none */
    birthDay: dayField.optional(),
    /** of the volunteer (RM5); absent: none */
    mergedIds: z.array(volunteerIdField).exactOptional(),
    /** of the text of the consent to location in force; absent and null: none (CO3) */
    locationVersion: z.string().nullable().exactOptional(),
  }),
  /** `_id` is the keyed hash of the id number: one person, one registration */
  identities: z.object({ _id: z.string(), volunteerId: volunteerIdField }),
  volunteers: z.object({
    _id: volunteerIdField,
    volunteerNumber: z.string(),
    name: z.string(),
    sex: z.enum(['female', 'male']),
    birthDay: dayField,
    /** authenticated ciphertext, opened only where the law asks for it */
    idNumberBox: z.string(),
    phoneBox: z.string(),
    phoneHash: z.string(),
    maskedPhone: z.string(),
    isPhoneVerified: z.boolean(),
    status: z.enum(['active', 'cancelled', 'merging', 'merged', 'deceased']),
    registeredAt: instantField,
    registeredDay: dayField,
    leftDay: dayField.nullable(),
    residences: z.array(z.object({ divisionCode: divisionCodeField, fromDay: dayField })).min(1),
    divisionName: z.string(),
    /** in force, each kind once (CO1); what was said when is in `personLedger` */
    consents: z.array(z.object({ kind: consentKindField, version: z.string(), at: instantField })),
    channel: z.string().nullable(),
    /** 来源 (VI4), as one text: channel, content and its division; absent: no link led here */
    origin: z.string().exactOptional(),
    /** of the month of the last move (RG9); absent: never moved */
    moves: z.object({ month: z.string(), count: countField }).exactOptional(),
    /** which registration this one has become, or becomes (RM3) */
    mergedInto: volunteerIdField.exactOptional(),
    /** registrations that have become this one: their certificates are its own (RM5) */
    mergedIds: z.array(volunteerIdField).exactOptional(),
    /** 我的资料 (PF1); absent: nothing was ever said */
    profile: z
      .object({
        ...saidFields,
        politicalStatus: z.enum(POLITICAL_STATUSES).nullable(),
        workUnit: z.string(),
        listVersion: z.string(),
        changedAt: instantField,
      })
      .exactOptional(),
    /** written by every joining of a team, so that changing the profile at the same moment clashes with it */
    joinCount: countField.exactOptional(),
    /** written by every claim, so that leaving at the same moment clashes with it */
    claimCount: countField.exactOptional(),
  }),
  /**
   * Who has ever lived where: `_id` is `${divisionCode}:${volunteerId}`, so a division's people of any day
   * are one range of ids. One document per home, never removed.
   */
  homes: z.object({ _id: z.string(), divisionCode: divisionCodeField, volunteerId: volunteerIdField }),
  /**
   * What a person did with the own registration: only added to; `_id` is made of account and request, so a
   * repeated request finds what it did. Names no account.
   */
  personLedger: z.object({
    _id: z.string(),
    volunteerId: volunteerIdField,
    deed: z.enum(PERSON_DEEDS),
    at: instantField,
    requestId: z.string(),
    /** moved: where to */
    divisionCode: divisionCodeField.nullable(),
    /** moved, or freed of their guardian, with the person */
    childIds: z.array(volunteerIdField),
    /** given or taken back, each with its text's version */
    consents: z.array(z.object({ kind: consentKindField, version: z.string() })).exactOptional(),
  }),
} as const;
