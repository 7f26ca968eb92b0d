/** 扫码登录: one document from the code on a computer's screen to its leaving; swept away after a day. */
import { ticketIdField } from '@contract/console.contract';
import { instantField } from '@contract/fields';
import { BROWSERS, SYSTEMS, TICKET_STATES } from '@domain/console/ticket';
import * as z from 'zod';
import '@contract/zod-config';

export const consoleDocumentSchemas = {
  /** neither secret nor key is here, only what each becomes (CS2) */
  consoleTickets: z.object({
    _id: ticketIdField,
    secretHash: z.string(),
    browser: z.enum(BROWSERS),
    system: z.enum(SYSTEMS),
    state: z.enum(TICKET_STATES),
    askedAt: instantField,
    /** the same instant, by which the sweep finds it */
    storedAt: instantField,
    openId: z.string().nullable(),
    scopeName: z.string().nullable(),
    keyHash: z.string().nullable(),
    openedAt: instantField.nullable(),
    usedAt: instantField.nullable(),
  }),
} as const;
