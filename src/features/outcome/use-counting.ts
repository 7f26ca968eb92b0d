/** The count of this device: one at a time, whoever holds it. */
import { useState } from 'react';

import type { SamplePoint } from '@contract/outcome.contract';
import { SAMPLE_MS } from '@domain/project/outcome';
import { toApiError, type ApiError } from '@/lib/api-error';
import { useIdentity } from '@/lib/identity-store';
import { outbox } from '@/lib/outbox';
import { invalidateAnswers } from '@/lib/query-client';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { playTone, vibrate } from '@/platform/feedback';
import { deviceStorage } from '@/platform/storage';

import { countingSchema, sampleOf, tapped, undone, type Counting, type Tap } from './counting';

export type CountEnd =
  | { readonly kind: 'sent' | 'kept'; readonly isShort: boolean }
  | { readonly kind: 'refused'; readonly error: ApiError };

export interface CountingState {
  readonly counting: Counting | null;
  /** how the last one ended, until the next begins */
  readonly end: CountEnd | null;
  readonly isSending: boolean;
  readonly start: (projectId: string, point: SamplePoint, words: Counting['words']) => void;
  readonly tap: (tap: Tap) => void;
  readonly undo: () => void;
  readonly drop: () => void;
  readonly send: () => Promise<void>;
}

const storageNameOf = (identity: string): string => `counting:${identity}`;

function keptCounting(identity: string): Counting | null {
  const kept = countingSchema.safeParse(deviceStorage.get(storageNameOf(identity)));
  return kept.success ? kept.data : null;
}

export function useCounting(): CountingState {
  const identity = useIdentity();
  const [counting, setCounting] = useState(() => keptCounting(identity));
  const [end, setEnd] = useState<CountEnd | null>(null);
  const [isSending, setSending] = useState(false);
  const change = (next: Counting): void => {
    deviceStorage.set(storageNameOf(identity), next);
    setCounting(next);
  };
  const forget = (): void => {
    deviceStorage.remove(storageNameOf(identity));
    setCounting(null);
  };
  return {
    counting,
    end,
    isSending,
    start: (projectId, { pointId, name: pointName }, words) => {
      setEnd(null);
      const startedAt = serverNow();
      change({ requestId: newRequestId(), projectId, pointId, pointName, words, startedAt, taps: '' });
    },
    tap: (tap) => {
      if (counting === null) return;
      vibrate();
      change(tapped(counting, tap, serverNow()));
    },
    undo: () => {
      if (counting !== null) change(undone(counting));
    },
    drop: forget,
    send: async () => {
      if (counting === null || isSending) return;
      setSending(true);
      setEnd(await sendSample(counting));
      setSending(false);
      forget();
    },
  };
}

/** Stored in the outbox before it is sent: from then on nothing here is needed any more. */
async function sendSample(counting: Counting): Promise<CountEnd> {
  const input = sampleOf(counting, serverNow());
  const isShort = input.endedAt - input.startedAt < SAMPLE_MS;
  try {
    await outbox.send('outcome.countSample', input);
    playTone('good');
    void invalidateAnswers(['outcome.getOutcome', 'outcome.listSamples', 'project.getProject']);
    return { kind: 'sent', isShort };
  } catch (thrown) {
    const error = toApiError(thrown);
    return error.isUndecided ? { kind: 'kept', isShort } : { kind: 'refused', error };
  }
}
