/** The editor's state: the draft, what is wrong with it, and the one sending at a time. */
import { useEffect, useMemo, useRef, useState } from 'react';

import { civilDayOf } from '@domain/time/civil-day';

import { toApiError } from '@/lib/api-error';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';

import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

import { emptyDraft, inputOf, type ActivityDraft } from './activity-draft';
import { commandFor, sendingAfter, undecidedOf, type Sending } from './activity-sending';
import { parseKeptEdit, type KeptEdit } from './editor-storage';
import { problemsOf, type DraftProblems } from './validate-draft';

const NO_PROBLEMS: DraftProblems = { fields: {}, shiftTimes: {}, shiftSeats: {}, count: 0 };

export interface ActivityEditor {
  readonly draft: ActivityDraft;
  readonly change: (update: (draft: ActivityDraft) => ActivityDraft) => void;
  /** empty until the first attempt to send; from then on kept up to date */
  readonly problems: DraftProblems;
  readonly sending: Sending;
  /** how often sending was tried with something still wrong */
  readonly failedAttempts: number;
  readonly isLocked: boolean;
  /** the draft was found on the device */
  readonly isRestored: boolean;
  readonly submit: (publish: boolean) => Promise<void>;
  readonly giveUp: () => void;
  readonly startAfresh: (draft?: ActivityDraft) => void;
}

const CHANGED_ANSWERS = [
  'activity.listOrganisedActivities',
  'activity.listUpcomingActivities',
  'project.getProject',
  'demand.getOrder',
  'demand.listTeamOrders',
] as const;

function storageName(): string {
  return `activityDraft:${getLocalOpenid()}`;
}

function useKeptEdit() {
  const [kept] = useState(() => parseKeptEdit(deviceStorage.get(storageName())));
  return kept;
}

function initialSending(kept: KeptEdit | null): Sending {
  const undecided = kept?.undecided ?? null;
  if (undecided === null) return { kind: 'editing', refusal: null };
  return { kind: 'undecided', command: undecided, error: null };
}

export function useActivityEditor(): ActivityEditor {
  const kept = useKeptEdit();
  const [draft, setDraft] = useState<ActivityDraft>(() => kept?.draft ?? emptyDraft(civilDayOf(serverNow())));
  const [sending, setSending] = useState<Sending>(() => initialSending(kept));
  const [isRestored, setIsRestored] = useState(kept !== null);
  const [hasTried, setHasTried] = useState(false);
  const [failedAttempts, setFailedAttempts] = useState(0);
  const isTouched = useRef(kept !== null);
  const create = useCommand('activity.createActivity', {
    invalidates: CHANGED_ANSWERS,
  });
  const problems = useMemo(
    () => (hasTried ? problemsOf(draft, serverNow()) : NO_PROBLEMS),
    [draft, hasTried],
  );
  useEffect(() => {
    if (sending.kind === 'done') deviceStorage.remove(storageName());
    else if (isTouched.current) deviceStorage.set(storageName(), { draft, undecided: undecidedOf(sending) });
  }, [draft, sending]);

  const submit = async (publish: boolean): Promise<void> => {
    if (sending.kind === 'sending') return;
    setHasTried(true);
    if (sending.kind !== 'undecided' && problemsOf(draft, serverNow()).count > 0) {
      setFailedAttempts((attempts) => attempts + 1);
      return;
    }
    const command = commandFor(sending, publish, newRequestId);
    isTouched.current = true;
    // Stored before it is sent: the effect above would come too late for a page closed at once.
    deviceStorage.set(storageName(), { draft, undecided: command });
    setSending((state) => sendingAfter(state, { kind: 'send', command }));
    try {
      const created = await create.run(inputOf(draft, command.requestId, command.publish));
      setSending((state) => sendingAfter(state, { kind: 'accepted', created }));
    } catch (thrown) {
      const error = toApiError(thrown);
      setSending((state) => sendingAfter(state, { kind: 'refused', error }));
    }
  };

  return {
    draft,
    change: (update) => {
      isTouched.current = true;
      setDraft(update);
    },
    problems,
    failedAttempts,
    sending,
    isLocked: sending.kind === 'sending' || sending.kind === 'undecided',
    isRestored,
    submit,
    giveUp: () => {
      setSending((state) => sendingAfter(state, { kind: 'giveUp' }));
    },
    startAfresh: (next) => {
      deviceStorage.remove(storageName());
      isTouched.current = false;
      setIsRestored(false);
      setHasTried(false);
      setSending({ kind: 'editing', refusal: null });
      setDraft(next ?? emptyDraft(civilDayOf(serverNow())));
    },
  };
}
