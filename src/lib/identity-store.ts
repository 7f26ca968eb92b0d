/**
 * Who is signed in, as the screens know it. Only a local cloud lets anybody choose; a computer may be let in
 * by a phone (CS5); elsewhere it never changes. Every cached answer carries the identity in its key, so that
 * nobody sees what another was told.
 */
import { useSyncExternalStore } from 'react';

import { consoleTicketId, forgetConsoleKey, keepConsoleKey, onConsoleKey } from '@/platform/console-key';
import { getLocalOpenid, setLocalOpenid } from '@/platform/identity';
import { getRuntimeConfig } from '@/platform/runtime-config';

import { queryClient } from './query-client';
import { replayOutbox } from './replay-outbox';
import { newRequestId } from './request-id';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onConsoleKey(listener);
  return () => {
    stop();
    listeners.delete(listener);
  };
}

function currentIdentity(): string {
  const ticketId = consoleTicketId();
  return ticketId === null ? getLocalOpenid() : `computer:${ticketId}`;
}

/** The chosen openid, or the ticket of this computer; empty for a visitor and in WeChat. */
export function useIdentity(): string {
  return useSyncExternalStore(subscribe, currentIdentity, currentIdentity);
}

/** Null: nobody has let this computer in. */
export function useConsoleTicket(): string | null {
  return useSyncExternalStore(subscribe, consoleTicketId, consoleTicketId);
}

export function enterConsole(key: string): void {
  keepConsoleKey(key);
  queryClient.removeQueries({ type: 'inactive' });
}

export function leaveConsole(): void {
  forgetConsoleKey();
  queryClient.removeQueries({ type: 'inactive' });
}

export function switchIdentity(openid: string): void {
  forgetConsoleKey();
  setLocalOpenid(openid);
  for (const listener of listeners) listener();
  queryClient.removeQueries({ type: 'inactive' });
  void replayOutbox();
}

/** Somebody who has never been here: an openid of their own, as everybody in WeChat has. */
export function becomeNewcomer(): void {
  switchIdentity(`newcomer-${newRequestId()}`);
}

/** On a local cloud a browser without an identity gets one; elsewhere nothing happens. */
export async function ensureLocalIdentity(): Promise<void> {
  const { isLocal } = await getRuntimeConfig();
  if (isLocal && getLocalOpenid() === '') becomeNewcomer();
}
