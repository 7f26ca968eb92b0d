/**
 * A call of a signed-in computer, as the cloud's HTTP access hands it to a function (CS5). Who calls is read
 * here and nowhere else: from the key, whose ticket a phone – by the platform's own identity – has confirmed.
 * What the request says about a person is never looked at.
 */
import { consoleCallSchema } from '@contract/console.contract';
import { isProcedureName } from '@contract/procedure-name';
import { procedures } from '@contract/procedures';
import type { WireResponse } from '@contract/wire';
import { isOpen } from '@domain/console/ticket';
import { isShortId, parseTicketId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import * as z from 'zod';
import '@contract/zod-config';
import { grantsInForce, type Origin } from '../kernel/actor';
import type { Ports } from '../kernel/ports';
import type { Handlers } from '../kernel/procedure';
import { failure, handleRequest } from '../kernel/router';
import { endTicket, type TicketDocument } from './tickets';

/** How exactly the last use is known: each use would be a write. */
const USE_NOTED_MS = MINUTE_MS;
/** A picture's part in base64 is the largest. */
const BODY_MAXIMUM_CHARACTERS = 100_000;

const httpSchema = z.object({
  httpMethod: z.literal('POST'),
  headers: z.record(z.string(), z.string()).catch({}).default({}),
  body: z.string().max(BODY_MAXIMUM_CHARACTERS),
  isBase64Encoded: z.boolean().catch(false).default(false),
});

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function sent(statusCode: number, answer: WireResponse<unknown> | null): HttpAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode, headers, body: answer === null ? '' : JSON.stringify(answer) };
}

/** Round trips: the ticket, the roles, once a minute four for its last use, and those of the procedure. */
export async function answerConsole(
  handlers: Partial<Handlers>,
  ports: Ports,
  event: unknown,
  clientIp: string,
): Promise<HttpAnswer> {
  const request = httpSchema.safeParse(event);
  if (!request.success) return sent(405, null);
  const call = consoleCallSchema.safeParse(parseBody(request.data));
  if (!call.success) return sent(400, null);
  const { key, procedure, input } = call.data;
  const refuse = (code: 'console.ended' | 'console.onPhoneOnly' | 'system.busy') =>
    sent(200, { ...failure(rejected(code)), serverNow: ports.now() });
  if (!isForComputers(procedure)) return refuse('console.onPhoneOnly');
  const caller = await callerOf(ports, key).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : 'not an Error';
    ports.log({ function: 'console', error: text.slice(0, 300) });
    return 'unknown' as const;
  });
  if (caller === 'unknown') return refuse('system.busy');
  if (caller === null) return refuse('console.ended');
  const origin: Origin = { source: 'computer', clientIp: clientIp || forwardedFor(request.data.headers) };
  return sent(200, await handleRequest(handlers, ports, { procedure, input }, caller.openId, origin));
}

function parseBody({ body, isBase64Encoded }: { body: string; isBase64Encoded: boolean }): unknown {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body) as unknown;
  } catch {
    return null;
  }
}

/** What people do for themselves they do on their phones – above all letting a computer in –, but leaving. */
function isForComputers(name: string): boolean {
  if (name === 'console.leaveComputers' || !isProcedureName(name)) return true;
  const { kind, audience } = procedures[name];
  return kind === 'query' || (audience !== 'account' && audience !== 'volunteer');
}

/** Null: no ticket of ours, not open any more, or of somebody whose roles are over – then it ends. */
async function callerOf(ports: Ports, key: string): Promise<{ readonly openId: string } | null> {
  const [id = '', secret = ''] = key.split('.');
  if (!isShortId(id)) return null;
  const ticket = await ports.database.get('consoleTickets', parseTicketId(id));
  if (ticket?.keyHash !== ports.secrets.hash('consoleKey', secret)) return null;
  const { openId, usedAt } = ticket;
  if (openId === null || !isOpen(ticket, ports.now())) return null;
  if ((await grantsInForce(ports, openId)).length === 0) {
    await endTicket(ports, ticket._id);
    return null;
  }
  if (ports.now() - (usedAt ?? 0) >= USE_NOTED_MS && !(await noteUse(ports, ticket))) return null;
  return { openId };
}

/** Read again in the transaction: a use never undoes that it was ended meanwhile. */
async function noteUse({ database, now }: Ports, { _id }: TicketDocument): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const ticket = await transaction.get('consoleTickets', _id);
    if (ticket === null || !isOpen(ticket, now())) return false;
    await transaction.put('consoleTickets', { ...ticket, usedAt: now() });
    return true;
  });
}

/** The nearest proxy stands last; only written down, never believed. */
function forwardedFor(headers: Readonly<Record<string, string>>): string {
  const LONGEST = 64;
  return (headers['x-forwarded-for'] ?? '').split(',').pop()?.trim().slice(0, LONGEST) ?? '';
}
