/** A deed that is done a few seconds at a time: asks again until it is finished. */
import { useRef, useState } from 'react';

import { messageOf } from '@/lib/messages.zh-CN';

export interface Rounds<Answer> {
  readonly isRunning: boolean;
  readonly latest: Answer | null;
  /** null while all is well */
  readonly problem: { readonly title: string; readonly nextStep: string } | null;
  readonly start: () => void;
}

/** `isDone` true ends it. A problem ends it too; what is done stays done, and starting again goes on. */
export function useRounds<Answer>(
  round: () => Promise<Answer>,
  isDone: (answer: Answer) => boolean,
): Rounds<Answer> {
  const isBusy = useRef(false);
  const [state, setState] = useState<Omit<Rounds<Answer>, 'start'>>({
    isRunning: false,
    latest: null,
    problem: null,
  });
  const run = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ isRunning: true, latest: null, problem: null });
    try {
      for (;;) {
        const latest = await round();
        const isRunning = !isDone(latest);
        setState({ isRunning, latest, problem: null });
        if (!isRunning) return;
      }
    } catch (error) {
      setState((before) => ({ ...before, isRunning: false, problem: messageOf(error) }));
    } finally {
      isBusy.current = false;
    }
  };
  return { ...state, start: () => void run() };
}
