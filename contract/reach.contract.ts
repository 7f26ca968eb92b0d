import { CHANNEL_KINDS, CHANNEL_MAXIMUM_NUMBER } from '@domain/link/channel';
import {
  activityIdField,
  instantField,
  placeIdField,
  printedCodeFields,
  projectIdField,
  shiftIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const placeTargetSchema = z.object({ kind: z.literal('place'), id: placeIdField, ...printedCodeFields });
/** What may carry a channel (LK7). */
const spreadTargets = [
  z.object({ kind: z.literal('project'), projectId: projectIdField }),
  z.object({ kind: z.literal('activity'), activityId: activityIdField }),
  z.object({ kind: z.literal('shift'), shiftId: shiftIdField }),
  z.object({ kind: z.literal('statistics') }),
] as const;
export const linkTargetSchema = z.discriminatedUnion('kind', [...spreadTargets, placeTargetSchema]);
export type LinkTarget = z.output<typeof linkTargetSchema>;

export const channelSchema = z.object({
  kind: z.enum(CHANNEL_KINDS),
  number: z.number().int().min(0).max(CHANNEL_MAXIMUM_NUMBER),
});

const channelledFields = { target: linkTargetSchema, channel: channelSchema.nullable().default(null) };

export const getMiniProgramCode = procedure({
  summary: '小程序码图片（生成一次，长期有效，可印刷）',
  audience: 'organiser',
  kind: 'query',
  input: z.object(channelledFields),
  output: z.object({ scene: z.string(), imageUrl: z.string() }),
});

/** What WeChat makes for a while: an address for text messages, one for other apps, one for chats. */
export const PLATFORM_LINK_FORMS = ['urlLink', 'urlScheme', 'shortLink'] as const;
export type PlatformLinkForm = (typeof PLATFORM_LINK_FORMS)[number];

export const getPlatformLink = procedure({
  summary: '打开小程序的 URL Link、URL Scheme 或短链（30 天有效，快到期时换新的）',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ ...channelledFields, form: z.enum(PLATFORM_LINK_FORMS) }),
  output: z.object({ text: z.string(), expiresAt: instantField }),
});
