/**
 * 扫码登录 (CS1–CS3): the computer's part needs its secret, the phone's part an account with a role. Whoever
 * only has the code that the screen shows can say yes or no to it, and gets nothing of what comes of it.
 */
import {
  decideAnswer,
  decideEntry,
  decideScan,
  isOpen,
  isTooOld,
  OPEN_MS,
  TICKET_MS,
} from '@domain/console/ticket';
import { parseTicketId, type TicketId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import { grantsInForce } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';

export type TicketDocument = StoredDocument<'consoleTickets'>;

/** 288 bits that nobody guesses */
function newSecret({ randomId }: Ports): string {
  return randomId() + randomId() + randomId();
}

/** One transaction of one write. A lost answer costs a ticket, which nobody can use without its secret. */
export const askTicket: Handler<'console.askTicket'> = async ({ browser, system }, { ports, now }) => {
  const secret = newSecret(ports);
  const ticketId = parseTicketId(ports.secrets.shortId('consoleTicket', ports.randomId()));
  await ports.database.put('consoleTickets', {
    ...{ _id: ticketId, secretHash: ports.secrets.hash('consoleSecret', secret), browser, system },
    ...{ state: 'asked', askedAt: now, storedAt: now },
    ...{ openId: null, scopeName: null, keyHash: null, openedAt: null, usedAt: null },
  });
  return { ticketId, secret, expiresAt: now + TICKET_MS };
};

const SHOWN = {
  asked: 'asked',
  scanned: 'scanned',
  confirmed: 'confirmed',
  refused: 'refused',
  open: 'used',
  ended: 'used',
} as const;

/** Round trips: 1. */
export const getTicket: Handler<'console.getTicket'> = async ({ ticketId, secret }, { ports, now }) => {
  const ticket = await ports.database.get('consoleTickets', ticketId);
  if (ticket === null || !isSecretOf(ports, ticket, secret)) return rejected('console.notFound');
  return { state: isTooOld(ticket, now) ? 'expired' : SHOWN[ticket.state], scannedBy: ticket.scopeName };
};

function isSecretOf({ secrets }: Ports, ticket: TicketDocument, secret: string): boolean {
  // Keyed hashes are compared: how long it takes says nothing of the secret.
  return secrets.hash('consoleSecret', secret) === ticket.secretHash;
}

/** Round trips: roles, begin, read, write, commit. Roles are asked for anew. */
export const enter: Handler<'console.enter'> = async ({ ticketId, secret }, { ports, now }) => {
  const keySecret = newSecret(ports);
  const keyHash = ports.secrets.hash('consoleKey', keySecret);
  const seen = await ports.database.get('consoleTickets', ticketId);
  const grants = seen?.openId ? await grantsInForce(ports, seen.openId) : [];
  return ports.database.transaction(async (transaction) => {
    const ticket = await transaction.get('consoleTickets', ticketId);
    if (ticket === null || !isSecretOf(ports, ticket, secret)) return rejected('console.notFound');
    const key = { key: `${ticketId}.${keySecret}`, endsAt: now + OPEN_MS };
    // This very request has been here: its commit was lost on the way.
    if (ticket.keyHash === keyHash) return key;
    const decision = decideEntry(ticket, now);
    if (decision.kind === 'rejected') return decision;
    if (grants.length === 0) return rejected('console.roleMissing');
    const opened = { state: 'open' as const, keyHash, openedAt: now, usedAt: now };
    await transaction.put('consoleTickets', { ...ticket, ...opened });
    return key;
  });
};

type Scanned = ViewOf<'console.scanTicket'> | Rejection<ErrorCode>;

/** Round trips: roles, begin, read, write, commit. */
export const scanTicket: Handler<'console.scanTicket'> = async ({ ticketId }, context) => {
  const { ports, now } = context;
  const openId = requireOpenId(context);
  const grants = await grantsInForce(ports, openId);
  const [main] = grants;
  if (main === undefined) return rejected('console.roleMissing');
  return ports.database.transaction(async (transaction): Promise<Scanned> => {
    const ticket = await transaction.get('consoleTickets', ticketId);
    if (ticket === null) return rejected('console.notFound');
    const decision = decideScan(ticket, openId, now);
    if (decision.kind === 'rejected') return decision;
    if (decision.kind === 'accepted')
      await transaction.put('consoleTickets', {
        ...ticket,
        ...{ state: 'scanned' as const, openId, scopeName: main.scopeName },
      });
    const { browser, system, askedAt } = ticket;
    const scopeNames = [...new Set(grants.map(({ scopeName }) => scopeName))];
    return { browser, system, askedAt, expiresAt: askedAt + TICKET_MS, scopeNames };
  });
};

/** Round trips: begin, read, write, commit. */
export const answerTicket: Handler<'console.answerTicket'> = async (input, context) => {
  const { ports, now } = context;
  const openId = requireOpenId(context);
  type Answered = ViewOf<'console.answerTicket'> | Rejection<ErrorCode>;
  return ports.database.transaction(async (transaction): Promise<Answered> => {
    const ticket = await transaction.get('consoleTickets', input.ticketId);
    if (ticket === null) return rejected('console.notFound');
    const decision = decideAnswer(ticket, openId, input.isConfirmed, now);
    if (decision.kind === 'rejected') return decision;
    if (decision.kind === 'already') return { outcome: 'already' };
    const state = input.isConfirmed ? ('confirmed' as const) : ('refused' as const);
    await transaction.put('consoleTickets', { ...ticket, state });
    return { outcome: 'done' };
  });
};

/** Ends it; false: it was not open. Round trips: begin, read, write, commit. */
export async function endTicket({ database, now }: Ports, ticketId: TicketId): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const ticket = await transaction.get('consoleTickets', ticketId);
    if (ticket === null || !isOpen(ticket, now())) return false;
    await transaction.put('consoleTickets', { ...ticket, state: 'ended' });
    return true;
  });
}
