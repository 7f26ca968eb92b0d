/**
 * Checking others in and out. What is scanned while an answer is on its way waits its turn: nobody is
 * lost in a queue of forty.
 */
import { useCallback, useRef, useState } from 'react';

import type { Assisted, HelpedInput } from '@contract/assist.contract';
import type { ProcedureName } from '@contract/procedures';
import { toApiError, type ApiError } from '@/lib/api-error';
import type { PresenceDeed } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { playTone, vibrate } from '@/platform/feedback';

export interface AssistRow extends Assisted {
  /** one of its kind on the list */
  readonly key: string;
  readonly deed: PresenceDeed;
}

export interface Assist {
  /** newest first */
  readonly rows: readonly AssistRow[];
  /** of the last sending, when nothing came of it: of a card, of a group */
  readonly cardError: ApiError | null;
  readonly groupError: ApiError | null;
  readonly isRunning: boolean;
  /** Resolves to what became of everybody, null when nothing was done. */
  readonly send: (
    deed: PresenceDeed,
    people: readonly HelpedInput[],
    headCount: number | null,
  ) => Promise<readonly Assisted[] | null>;
}

const CHANGED: readonly ProcedureName[] = ['attendance.listRoster', 'attendance.listArrivals'];
/** More than one looks back at; the roster has them all. */
const SHOWN_ROWS = 60;

export function useAssist(shiftId: string): Assist {
  const [rows, setRows] = useState<readonly AssistRow[]>([]);
  const [failed, setFailed] = useState<{ readonly error: ApiError; readonly isGroup: boolean } | null>(null);
  const { run, isRunning } = useCommand('attendance.assist', { invalidates: CHANGED });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const unanswered = useRef<{ readonly what: string; readonly requestId: string } | null>(null);

  const sendNow = useCallback(
    async (deed: PresenceDeed, people: readonly HelpedInput[], headCount: number | null) => {
      const what = JSON.stringify([deed, people, headCount]);
      // The same again after a lost answer is the same request: it finds what it did.
      const requestId = unanswered.current?.what === what ? unanswered.current.requestId : newRequestId();
      unanswered.current = { what, requestId };
      try {
        const answer = await run({ requestId, shiftId, deed, people: [...people], headCount });
        unanswered.current = null;
        setFailed(null);
        const news = answer.people.map((one) => ({ ...one, deed, key: `${requestId}:${one.volunteerId}` }));
        setRows((known) => [...news, ...known].slice(0, SHOWN_ROWS));
        tell(answer.people.every(({ outcome }) => outcome !== 'refused'));
        return answer.people;
      } catch (thrown) {
        const problem = toApiError(thrown);
        if (!problem.isUndecided) unanswered.current = null;
        setFailed({ error: problem, isGroup: headCount !== null });
        tell(false);
        return null;
      }
    },
    [run, shiftId],
  );

  const send = useCallback<Assist['send']>(
    (deed, people, headCount) => {
      const sent = queue.current.then(() => sendNow(deed, people, headCount));
      queue.current = sent;
      return sent;
    },
    [sendNow],
  );
  const errorOf = (isGroup: boolean) => (failed?.isGroup === isGroup ? failed.error : null);
  return { rows, cardError: errorOf(false), groupError: errorOf(true), isRunning, send };
}

function tell(isGood: boolean): void {
  playTone(isGood ? 'good' : 'bad');
  vibrate();
}
