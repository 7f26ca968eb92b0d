/** 逐条核对: stretch by stretch, shown as it goes; after a failure it goes on where it stopped. */
import { useEffect, useRef, useState } from 'react';

import type { InputOf, OutputOf } from '@contract/procedures';

import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';

type Stretch = OutputOf<'statistics.getFigureRecount'>;
type Asked = Omit<InputOf<'statistics.getFigureRecount'>, 'cursor'>;

export interface Recount {
  readonly state: 'idle' | 'running' | 'stopped' | 'done';
  readonly amount: number;
  readonly personsChecked: number;
  /** the figure when the recount began and when it ended; null before the first answer */
  readonly publishedBefore: number | null;
  readonly published: number | null;
  readonly error: ApiError | null;
}

export const IDLE: Recount = {
  state: 'idle',
  amount: 0,
  personsChecked: 0,
  publishedBefore: null,
  published: null,
  error: null,
};

export function advance(recount: Recount, stretch: Stretch): Recount {
  return {
    state: stretch.nextCursor === null ? 'done' : 'running',
    amount: recount.amount + stretch.amount,
    personsChecked: recount.personsChecked + stretch.personsChecked,
    publishedBefore: recount.publishedBefore ?? stretch.published,
    published: stretch.published,
    error: null,
  };
}

export type Verdict = 'equal' | 'moved' | 'different';

/** What a finished recount says; a figure that moved meanwhile says nothing. */
export function verdictOf({ amount, publishedBefore, published }: Recount): Verdict {
  if (amount === published) return 'equal';
  return published === publishedBefore ? 'different' : 'moved';
}

export interface RecountState {
  readonly recount: Recount;
  /** from the beginning */
  readonly start: () => void;
  /** after a failure */
  readonly resume: () => void;
}

export function useRecount(asked: Asked): RecountState {
  const [recount, setRecount] = useState(IDLE);
  const cursor = useRef<string | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const run = async (from: Recount): Promise<void> => {
    let current: Recount = { ...from, state: 'running', error: null };
    setRecount(current);
    try {
      while (current.state === 'running' && !isGone.current) {
        const stretch = await callProcedure('statistics.getFigureRecount', {
          ...asked,
          cursor: cursor.current,
        });
        cursor.current = stretch.nextCursor;
        current = advance(current, stretch);
        setRecount(current);
      }
    } catch (error) {
      setRecount({ ...current, state: 'stopped', error: toApiError(error) });
    }
  };
  return {
    recount,
    start: () => {
      cursor.current = null;
      void run(IDLE);
    },
    resume: () => void run(recount),
  };
}
