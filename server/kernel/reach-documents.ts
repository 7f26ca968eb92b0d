/**
 * The documents of links: pictures and addresses that the platform made once, openings, and what came of
 * channels. None holds a person.
 */
import { PASSAGES } from '@domain/link/channel-sums';
import { instantField, dayField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const reachDocumentSchemas = {
  /** `_id` is the scene */
  miniProgramCodes: z.object({ _id: z.string(), fileId: z.string(), madeAt: instantField }),
  /** `_id` is form and scene (LK8); overwritten when it must be made anew */
  platformLinks: z.object({
    _id: z.string(),
    text: z.string(),
    madeAt: instantField,
    expiresAt: instantField,
  }),
  /** 打开 (VI1): `_id` is made of the request, so that the same one counts once */
  openings: z.object({
    _id: z.string(),
    /** channel, content and division as one text (domain/link/referral.ts) */
    origin: z.string(),
    day: dayField,
    storedAt: instantField,
    isCounted: z.boolean(),
  }),
  /** 渠道成效 (VI3): `_id` is `${divisionCode}:${month}` */
  channelSums: z.object({
    _id: z.string(),
    cells: z.record(z.string(), z.partialRecord(z.enum(PASSAGES), z.number().int())),
  }),
} as const;
