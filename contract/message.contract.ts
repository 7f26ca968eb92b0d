import { ANSWERS, CHOICES } from '@domain/message/agreement';
import { MAXIMUM_ASKED, MESSAGE_KINDS, TOLD_KINDS } from '@domain/message/message-kind';
import { MESSAGE_STATES } from '@domain/message/send-outcome';
import {
  certificateIdField,
  countField,
  cursorField,
  instantField,
  requestIdField,
  shiftIdField,
  wakeIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const kindField = z.enum(MESSAGE_KINDS);
const templateIdField = z.string().min(1).max(64);

/** What was just done, or the person's own screen of messages. */
export const occasionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['enrolled', 'waiting', 'checkedIn']), shiftId: shiftIdField }),
  z.object({ kind: z.literal('certificateIssued'), certificateId: certificateIdField }),
  z.object({ kind: z.literal('invited') }),
  z.object({ kind: z.literal('settings') }),
]);
export type AskingOccasion = z.infer<typeof occasionSchema>;

const choiceField = z.enum(CHOICES);
/** messages agreed to and not sent yet */
const remainingField = countField;

/** As it is stored: the last word on a kind. */
export const agreementViewSchema = z.object({
  kind: kindField,
  choice: choiceField,
  choseAt: instantField,
  remainingCount: remainingField,
});

export const subscriptionViewSchema = z.object({
  kind: kindField,
  templateId: templateIdField,
  /** null: never asked */
  choice: choiceField.nullable(),
  remainingCount: remainingField,
  /** a card may ask for it now, after this deed */
  isOffered: z.boolean(),
});
export type SubscriptionView = z.infer<typeof subscriptionViewSchema>;

export const getSubscriptions = procedure({
  summary: '消息提醒：同意过什么，现在可以问什么',
  audience: 'account',
  kind: 'query',
  input: z.object({ occasion: occasionSchema }),
  output: z.object({ subscriptions: z.array(subscriptionViewSchema) }),
});

export const recordChoices = procedure({
  summary: '记下订阅弹窗里的选择：每次同意是一条消息，拒绝即停',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    occasion: occasionSchema,
    answers: z
      .array(z.object({ kind: kindField, templateId: templateIdField, answer: z.enum(ANSWERS) }))
      .min(1)
      .max(MAXIMUM_ASKED),
  }),
  output: z.object({ outcome: z.enum(['recorded', 'already']) }),
});

export const messageViewSchema = z.object({
  messageId: z.string(),
  kind: z.enum(TOLD_KINDS),
  state: z.enum(MESSAGE_STATES),
  title: z.string(),
  note: z.string(),
  createdAt: instantField,
  /** when it is due, or was done with */
  at: instantField,
  shiftId: shiftIdField.nullable(),
  certificateId: certificateIdField.nullable(),
  wakeId: wakeIdField.exactOptional(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const listMyMessages = procedure({
  summary: '给我的消息和结果，新的在前',
  audience: 'account',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ messages: z.array(messageViewSchema), nextCursor: z.string().nullable() }),
});
