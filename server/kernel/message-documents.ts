/** The documents of 消息 (ME1–ME3): agreements, the messages themselves, and what is to be told of shifts. */
import { CHOICES } from '@domain/message/agreement';
import { MESSAGE_KINDS, TOLD_KINDS } from '@domain/message/message-kind';
import { MESSAGE_STATES } from '@domain/message/send-outcome';
import {
  certificateIdField,
  countField,
  instantField,
  requestIdField,
  shiftIdField,
  volunteerIdField,
  wakeIdField,
} from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const messageDocumentSchemas = {
  /** `_id` is `${volunteerId}:${kind}` */
  subscriptions: z.object({
    _id: z.string(),
    volunteerId: volunteerIdField,
    kind: z.enum(MESSAGE_KINDS),
    templateId: z.string(),
    openId: z.string(),
    choice: z.enum(CHOICES),
    choseAt: instantField,
    remainingCount: countField,
    /** the latest that changed it: sent again they change nothing */
    requestIds: z.array(requestIdField),
  }),
  /** `_id` is kind, fact and person (ME1) */
  messages: z.object({
    _id: z.string(),
    kind: z.enum(TOLD_KINDS),
    volunteerId: volunteerIdField,
    /** what it is about: one of the three */
    shiftId: shiftIdField.nullable(),
    certificateId: certificateIdField.nullable(),
    wakeId: wakeIdField.exactOptional(),
    /** its words */
    title: z.string(),
    placeName: z.string(),
    timeAt: instantField,
    note: z.string(),
    createdAt: instantField,
    /** the instants it may be sent in (ME5) */
    from: instantField,
    until: instantField,
    state: z.enum(MESSAGE_STATES),
    /** there is something to do about it, at `actAt` */
    isOpen: z.boolean(),
    actAt: instantField,
    attemptCount: countField,
    /** which run has it, and what it took of the ledger; who it went to is not kept when it has ended */
    claim: z.object({ claimId: z.string(), openId: z.string(), templateId: z.string() }).nullable(),
    /** WeChat's last answer; null: none, or 0 */
    errorCode: z.number().int().nullable(),
    endedAt: instantField.nullable(),
  }),
  /** `_id` is a cancelled shift; `doneTo`: its last attendance looked at, or empty */
  cancellationNotices: z.object({ _id: shiftIdField, doneTo: z.string(), isOpen: z.boolean() }),
  /**
   * `_id` is a shift that changed: copies of it are brought up to date, and who was to come is told (AT14.2).
   * A walk that began too early for everybody who read the shift as it was is made once more.
   */
  changeNotices: z.object({
    _id: shiftIdField,
    changedAt: instantField,
    beganAt: instantField.nullable(),
    doneTo: z.string(),
    isOpen: z.boolean(),
  }),
} as const;
