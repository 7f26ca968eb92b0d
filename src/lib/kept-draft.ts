/**
 * What is being typed, kept on the device: a scan, a call or a new version in between opens the app anew and
 * must cost nothing (LK12). With it goes the command's id, so that sending after a lost answer doubles
 * nothing.
 */
import * as z from 'zod';
import '@contract/zod-config';
import { DAY_MS } from '@domain/time/civil-day';
import { useCallback, useEffect, useRef, useState } from 'react';

import { getConsoleKey } from '@/platform/console-key';
import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

import { newRequestId } from './request-id';

/** What is older is not what somebody wants to go on with. */
const KEPT_MS = 7 * DAY_MS;
const keptSchema = z.object({ at: z.number(), requestId: z.string().max(64), draft: z.unknown() });

export interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly requestId: string;
  readonly change: (part: Partial<Draft>) => void;
  /** It is sent: the next one begins anew. */
  readonly forget: () => void;
}

interface Begun<Draft> {
  readonly draft: Draft;
  readonly requestId: string;
}

function begin<Draft>(key: string, schema: z.ZodType<Draft>, start: () => Draft): Begun<Draft> {
  const kept = keptSchema.safeParse(deviceStorage.get(key));
  const draft = schema.safeParse(kept.data?.draft);
  const isFresh = kept.success && Date.now() - kept.data.at <= KEPT_MS;
  return isFresh && draft.success
    ? { draft: draft.data, requestId: kept.data.requestId }
    : { draft: start(), requestId: newRequestId() };
}

/** `name`: of the form. On a computer, which others use too, nothing stays. */
export function useKeptDraft<Draft extends object>(
  name: string,
  schema: z.ZodType<Draft>,
  start: () => Draft,
): KeptDraft<Draft> {
  const [key] = useState(() => `draft:${name}:${getLocalOpenid()}`);
  const [{ draft, requestId }, setBegun] = useState(() => begin(key, schema, start));
  const isTouched = useRef(false);
  useEffect(() => {
    if (!isTouched.current || getConsoleKey() !== null) return;
    deviceStorage.set(key, { at: Date.now(), requestId, draft });
  }, [draft, key, requestId]);
  return {
    draft,
    requestId,
    change: useCallback((part) => {
      isTouched.current = true;
      setBegun((known) => ({ ...known, draft: { ...known.draft, ...part } }));
    }, []),
    forget: useCallback(() => {
      isTouched.current = false;
      deviceStorage.remove(key);
      setBegun((known) => ({ ...known, requestId: newRequestId() }));
    }, [key]),
  };
}
