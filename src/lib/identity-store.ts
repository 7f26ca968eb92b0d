/**
 * Who is signed in, as the screens know it. Only a local cloud lets anybody choose; elsewhere it never
 * changes. Every cached answer carries the identity in its key, so nobody sees what another was told.
 */
import { useSyncExternalStore } from 'react';

import { getLocalOpenid, setLocalOpenid } from '@/platform/identity';
import { getRuntimeConfig } from '@/platform/runtime-config';

import { queryClient } from './query-client';
import { replayOutbox } from './replay-outbox';
import { newRequestId } from './request-id';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen openid; empty for a visitor and wherever identities are not chosen. */
export function useIdentity(): string {
  return useSyncExternalStore(subscribe, getLocalOpenid, getLocalOpenid);
}

export function switchIdentity(openid: string): void {
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
