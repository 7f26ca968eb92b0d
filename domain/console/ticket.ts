/**
 * 扫码登录: a computer asks for a ticket, a phone scans its code and confirms, the computer comes in with it
 * once – and the same ticket, now open, is what the computer goes on with until it ends (CS1, CS4). Pure.
 */
import { rejected, type Rejection } from '../kernel/result';

/** Long enough to take the phone out, too short to be passed on. */
export const TICKET_MS = 2 * 60_000;
/** A computer nobody uses is left by itself. */
export const IDLE_MS = 30 * 60_000;
/** A working day. */
export const OPEN_MS = 8 * 60 * 60_000;

export const BROWSERS = ['edge', 'chrome', 'firefox', 'safari', 'other'] as const;
export const SYSTEMS = ['windows', 'mac', 'linux', 'other'] as const;

export const TICKET_STATES = ['asked', 'scanned', 'confirmed', 'refused', 'open', 'ended'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Times in epoch ms. */
export interface TicketLife {
  readonly state: TicketState;
  readonly askedAt: number;
  /** of whom scanned it first: from then on it is theirs to answer */
  readonly openId: string | null;
  readonly openedAt: number | null;
  readonly usedAt: number | null;
}

type TicketRefusal = Rejection<'console.expired' | 'console.scannedByOther' | 'console.decided'>;
export type Decision = { readonly kind: 'accepted' } | { readonly kind: 'already' } | TicketRefusal;

const ACCEPTED = { kind: 'accepted' } as const;
const ALREADY = { kind: 'already' } as const;

/** Until it is open: afterwards it lives by its use. */
export function isTooOld({ state, askedAt }: TicketLife, now: number): boolean {
  return state !== 'open' && state !== 'ended' && now >= askedAt + TICKET_MS;
}

/** The first phone that scans it has it. */
export function decideScan(ticket: TicketLife, openId: string, now: number): Decision {
  if (isTooOld(ticket, now)) return rejected('console.expired');
  if (ticket.state === 'asked') return ACCEPTED;
  if (ticket.openId !== openId) return rejected('console.scannedByOther');
  return ticket.state === 'scanned' ? ALREADY : rejected('console.decided');
}

/** Confirmed or refused by whom scanned it, and never otherwise afterwards. */
export function decideAnswer(
  ticket: TicketLife,
  openId: string,
  isConfirmed: boolean,
  now: number,
): Decision {
  if (ticket.openId !== openId) return rejected('console.scannedByOther');
  if (ticket.state === (isConfirmed ? 'confirmed' : 'refused')) return ALREADY;
  if (isTooOld(ticket, now)) return rejected('console.expired');
  return ticket.state === 'scanned' ? ACCEPTED : rejected('console.decided');
}

/** The computer comes in: once. */
export function decideEntry(
  ticket: TicketLife,
  now: number,
): typeof ACCEPTED | Rejection<'console.expired' | 'console.notConfirmed' | 'console.decided'> {
  if (isTooOld(ticket, now)) return rejected('console.expired');
  if (ticket.state === 'asked' || ticket.state === 'scanned') return rejected('console.notConfirmed');
  return ticket.state === 'confirmed' ? ACCEPTED : rejected('console.decided');
}

/** The instant at which an open one ends by itself; null: it is not open. */
export function endOf({ state, openedAt, usedAt }: TicketLife): number | null {
  if (state !== 'open' || openedAt === null || usedAt === null) return null;
  return Math.min(openedAt + OPEN_MS, usedAt + IDLE_MS);
}

export function isOpen(ticket: TicketLife, now: number): boolean {
  const end = endOf(ticket);
  return end !== null && now < end;
}
