/** What is still waiting to be sent, for the banner of every screen. */
import { useSyncExternalStore } from 'react';

import { outbox } from './outbox';
import type { OutboxEntry } from './outbox-core';

const NOTHING: readonly OutboxEntry[] = [];
let last: { readonly text: string; readonly entries: readonly OutboxEntry[] } = {
  text: '',
  entries: NOTHING,
};

/** The same array as long as nothing changed, as React asks. */
function snapshot(): readonly OutboxEntry[] {
  const entries = outbox.list();
  const text = entries.map((entry) => entry.requestId).join(' ');
  if (text !== last.text) last = { text, entries };
  return last.entries;
}

const subscribe = (listener: () => void) => outbox.subscribe(listener);

export function useOutbox(): readonly OutboxEntry[] {
  return useSyncExternalStore(subscribe, snapshot);
}
