/** 扫码登录 (CS): a computer asks, a phone answers, the computer comes in. */
import { BROWSERS, SYSTEMS } from '@domain/console/ticket';
import { parseTicketId } from '@domain/kernel/identifiers';
import { countField, instantField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const ticketIdField = z
  .string()
  .regex(/^[0-9A-Za-z]{10}$/)
  .transform(parseTicketId);
/** what only the browser that asked has; and what it goes on with */
const secretField = z.string().regex(/^[0-9a-f]{72}$/);
const computerFields = { browser: z.enum(BROWSERS), system: z.enum(SYSTEMS) };

/** The body of a call at the address of signed-in computers: who calls is in the key alone (CS5). */
export const consoleCallSchema = z.object({
  key: z.string().max(100),
  procedure: z.string(),
  input: z.unknown(),
});

export const askTicket = procedure({
  summary: '电脑要一张扫码登录的票（两分钟有效）',
  audience: 'visitor',
  kind: 'command',
  input: z.object(computerFields),
  output: z.object({ ticketId: ticketIdField, secret: z.string(), expiresAt: instantField }),
});

export const getTicket = procedure({
  summary: '电脑看手机确认了没有',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ ticketId: ticketIdField, secret: secretField }),
  output: z.object({
    state: z.enum(['asked', 'scanned', 'confirmed', 'refused', 'expired', 'used']),
    /** of whom scanned it: the place of the role, no name */
    scannedBy: z.string().nullable(),
  }),
});

export const enter = procedure({
  summary: '电脑凭确认过的票登录，一张票只能用一次',
  audience: 'visitor',
  kind: 'command',
  input: z.object({ ticketId: ticketIdField, secret: secretField }),
  output: z.object({ key: z.string(), endsAt: instantField }),
});

export const scanTicket = procedure({
  summary: '手机扫了登录码：看是哪台电脑，有角色的人才行',
  audience: 'account',
  kind: 'command',
  input: z.object({ ticketId: ticketIdField }),
  output: z.object({
    ...computerFields,
    askedAt: instantField,
    expiresAt: instantField,
    /** the places of the roles one comes in with */
    scopeNames: z.array(z.string()),
  }),
});

export const answerTicket = procedure({
  summary: '手机确认或拒绝电脑登录',
  audience: 'account',
  kind: 'command',
  input: z.object({ ticketId: ticketIdField, isConfirmed: z.boolean() }),
  output: z.object({ outcome: z.enum(['done', 'already']) }),
});

const computerSchema = z.object({
  ticketId: ticketIdField,
  ...computerFields,
  openedAt: instantField,
  usedAt: instantField,
  endsAt: instantField,
});
export type ComputerView = z.output<typeof computerSchema>;

export const listComputers = procedure({
  summary: '我登录着的电脑',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({ computers: z.array(computerSchema) }),
});

export const leaveComputers = procedure({
  summary: '退出一台电脑，或全部',
  audience: 'account',
  kind: 'command',
  /** `all` is said, never left out: an empty field signs nobody out */
  input: z.object({ ticketId: z.union([z.literal('all'), ticketIdField]) }),
  output: z.object({ leftCount: countField }),
});
