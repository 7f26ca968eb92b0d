import { outbox } from '@/lib/outbox';
import type { OutboxEntry } from '@/lib/outbox-core';
import type { PresenceDeed } from '@/lib/presence-words';

/** The command of this deed that is stored on the device and not yet answered. */
export function waitingEntryOf(deed: PresenceDeed, shiftId: string): OutboxEntry | null {
  const name = `attendance.${deed}`;
  const isMine = (entry: OutboxEntry) => entry.procedure === name && shiftOf(entry.input) === shiftId;
  return outbox.list().find(isMine) ?? null;
}

function shiftOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'shiftId' in input ? input.shiftId : null;
}
