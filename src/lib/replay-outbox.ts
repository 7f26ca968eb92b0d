/** Takes up what was left unsent: at launch, when the network is back, when the app comes to the front. */
import { outbox } from './outbox';
import type { Replay } from './outbox-core';
import { queryClient } from './query-client';

type Refused = Extract<Replay, { kind: 'refused' | 'waiting' }>;

let refused: readonly Refused[] = [];
const listeners = new Set<() => void>();
let running: Promise<void> | null = null;

function tell(next: readonly Refused[]): void {
  refused = next;
  for (const listener of listeners) listener();
}

async function replayOnce(): Promise<void> {
  const outcomes = await outbox.replay();
  const lost = outcomes.filter((outcome): outcome is Refused => outcome.kind === 'refused');
  if (lost.length > 0) tell([...refused, ...lost]);
  if (outcomes.some(({ kind }) => kind !== 'waiting')) await queryClient.invalidateQueries();
}

/** Never rejects; calls while one is running join it. */
export function replayOutbox(): Promise<void> {
  running ??= replayOnce().finally(() => (running = null));
  return running;
}

/** Commands the server refused after they had waited: the person must be told, nobody was looking. */
export const lateRefusals = {
  get: (): readonly Refused[] => refused,
  dismiss: (): void => tell([]),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
