/**
 * 签到 and 签退 from the screen's side: gathers the evidence, sends it by the outbox, and says where it stands. A
 * command left over from before (a lost answer, a closed app) is taken up again when the page opens (AT1,
 * AT5).
 */
import { useCallback, useEffect, useRef, useState } from 'react';

import { attendanceSummarySchema, type AttendanceSummary } from '@contract/attendance-view';
import type { EvidenceInput } from '@contract/attendance.contract';
import type { ProcedureName } from '@contract/procedures';
import { callProcedure } from '@/lib/api';
import { ApiError, toApiError } from '@/lib/api-error';
import { outbox } from '@/lib/outbox';
import type { PresenceDeed } from '@/lib/presence-words';
import { invalidateAnswers } from '@/lib/query-client';
import { replayOutbox } from '@/lib/replay-outbox';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useMe } from '@/lib/use-me';
import { useCommand } from '@/lib/use-procedure';
import { readLocation, type LocationReading } from '@/platform/location';
import { useOnline } from '@/platform/network';
import { useInterval } from '@/platform/use-interval';

import { isPosition, waitingEntryOf, waitingScansIn } from './waiting-entry';

export type LocationDenial = Extract<LocationReading, { ok: false }>['reason'];

export type PresenceState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'locating' }
  | { readonly kind: 'sending'; readonly by: EvidenceInput['kind'] | null }
  /** stored on the device, nobody knows yet whether it arrived */
  | { readonly kind: 'waiting'; readonly error: ApiError }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'noLocation'; readonly reason: LocationDenial }
  /** CO3: asked before the position is read */
  | { readonly kind: 'noConsent'; readonly place: string | undefined }
  | { readonly kind: 'done'; readonly isRepeated: boolean; readonly attendance: AttendanceSummary | null };

export interface Presence {
  readonly state: PresenceState;
  /** `scannedAt`: when the code was scanned, if not just now */
  readonly prove: (evidence: EvidenceInput, scannedAt?: number) => Promise<void>;
  /** `place`: the scene of the printed code that was scanned here (AT3.2) */
  readonly proveByLocation: (place?: string, hasJustAgreed?: boolean) => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly reset: () => void;
}

/** A waiting command is tried again this often while its screen is open. */
const RETRY_MS = 15_000;

const CHANGED: readonly ProcedureName[] = [
  'activity.getShift',
  'activity.getActivity',
  'attendance.listMyCurrent',
  'attendance.listMyRecords',
  'volunteer.getMe',
];

function isShiftWaiting(shiftId: string): boolean {
  return waitingScansIn(outbox.list()).some((scan) => scan.shiftId === shiftId);
}

/** A position is worth nothing later; a code is, and is never given up for another one. */
function giveUpPositions(deed: PresenceDeed, shiftId: string): void {
  for (const { entry, by, ...scan } of waitingScansIn(outbox.list())) {
    if (scan.deed === deed && scan.shiftId === shiftId && isPosition(by)) outbox.settle(entry.requestId);
  }
}

type Alone = (work: () => Promise<void>) => Promise<void>;

/** One deed at a time, whatever is tapped: a second tap while the first is under way does nothing. */
function useAlone(): Alone {
  const isBusy = useRef(false);
  return useCallback(async (work) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work();
    } finally {
      isBusy.current = false;
    }
  }, []);
}

type Send = (requestId: string, evidence: EvidenceInput, scannedAt?: number) => Promise<void>;

/** Stores, then sends: what waited before goes first, so that a check-out never overtakes its check-in. */
function useSend(
  deed: PresenceDeed,
  shiftId: string,
  childIds: readonly string[],
  setState: (state: PresenceState) => void,
): Send {
  const companions = childIds.join(' ');
  const name = `attendance.${deed}` as const;
  const { run } = useCommand(name, { invalidates: CHANGED, send: (input) => outbox.send(name, input) });
  return useCallback(
    async (requestId, evidence, scannedAt = serverNow()) => {
      setState({ kind: 'sending', by: evidence.kind });
      try {
        const children = companions === '' ? [] : companions.split(' ');
        const input = { requestId, shiftId, evidence, scannedAt, childIds: children };
        // What waited is taken up first, without this one, which is stored at once all the same.
        const others = isShiftWaiting(shiftId) ? replayOutbox() : null;
        outbox.add({ requestId, procedure: name, input });
        await others;
        const { attendance, outcome } = await run(input);
        setState({ kind: 'done', isRepeated: outcome === 'already', attendance });
      } catch (thrown) {
        const error = toApiError(thrown);
        // A device that is full keeps nothing, and then nothing may be promised.
        const isStored = outbox.list().some((entry) => entry.requestId === requestId);
        setState({ kind: error.isUndecided && isStored ? 'waiting' : 'refused', error });
      }
    },
    [companions, name, run, setState, shiftId],
  );
}

/**
 * CO3, or why nobody knows. Who is not registered is told so by the refusal, as with every other way.
 */
function useMayLocate(): () => Promise<boolean | ApiError> {
  const known = useMe().data;
  return useCallback(async () => {
    try {
      const me = known ?? (await callProcedure('volunteer.getMe', {}));
      return me.volunteer === null || me.consents.includes('location');
    } catch (thrown) {
      return toApiError(thrown);
    }
  }, [known]);
}

/** `childIds`: the children who come and go with the person. */
export function usePresence(deed: PresenceDeed, shiftId: string, childIds: readonly string[]): Presence {
  const [state, setState] = useState<PresenceState>({ kind: 'idle' });
  const alone = useAlone();
  const send = useSend(deed, shiftId, childIds, setState);

  const prove = useCallback(
    (evidence: EvidenceInput, scannedAt?: number) =>
      alone(async () => {
        giveUpPositions(deed, shiftId);
        await send(newRequestId(), evidence, scannedAt);
      }),
    [alone, deed, send, shiftId],
  );

  const isOnline = useOnline();
  const mayLocate = useMayLocate();
  const proveByLocation = useCallback(
    (place?: string, hasJustAgreed = false) =>
      alone(async () => {
        if (!isOnline) {
          setState({ kind: 'refused', error: new ApiError('attendance.locationNotLate') });
          return;
        }
        setState({ kind: 'locating' });
        const consent = hasJustAgreed ? true : await mayLocate();
        if (consent !== true) {
          setState(consent === false ? { kind: 'noConsent', place } : { kind: 'refused', error: consent });
          return;
        }
        const fix = await readLocation();
        if (!fix.ok) {
          setState({ kind: 'noLocation', reason: fix.reason });
          return;
        }
        const { latitude, longitude, accuracyMeters } = fix;
        const where = { latitude, longitude, accuracyMeters };
        const evidence =
          place === undefined
            ? ({ kind: 'location', ...where } as const)
            : ({ kind: 'placeCode', scene: place, ...where } as const);
        await send(newRequestId(), evidence);
      }),
    [alone, isOnline, mayLocate, send],
  );

  const retry = useRetry(deed, shiftId, state.kind === 'waiting', alone, setState);
  return { state, prove, proveByLocation, retry, reset: useCallback(() => setState({ kind: 'idle' }), []) };
}

/** Takes up what waits: when the page opens, now and then while it is open, and when asked to. */
function useRetry(
  deed: PresenceDeed,
  shiftId: string,
  isWaiting: boolean,
  alone: Alone,
  setState: (state: PresenceState) => void,
): () => Promise<void> {
  const retry = useCallback(
    () =>
      alone(async () => {
        const entry = waitingEntryOf(deed, shiftId);
        if (entry === null) return;
        setState({ kind: 'sending', by: null });
        const replay = await outbox.resume(entry);
        if (replay.kind === 'waiting') setState({ kind: 'waiting', error: replay.error });
        else setState(endOf(entry.requestId) ?? { kind: 'idle' });
        await invalidateAnswers(CHANGED);
      }),
    [alone, deed, setState, shiftId],
  );
  useEffect(() => {
    if (waitingEntryOf(deed, shiftId) !== null) void retry();
  }, [deed, retry, shiftId]);
  useEndElsewhere(isWaiting, deed, shiftId, setState);
  useInterval(() => void retry(), RETRY_MS, isWaiting);
  return retry;
}

/** While this screen waits, the command may be sent from elsewhere: the network is back, the app reopened. */
function useEndElsewhere(
  isWaiting: boolean,
  deed: PresenceDeed,
  shiftId: string,
  setState: (state: PresenceState) => void,
): void {
  useEffect(() => {
    const requestId = isWaiting ? waitingEntryOf(deed, shiftId)?.requestId : undefined;
    if (requestId === undefined) return undefined;
    return outbox.subscribe(() => {
      const end = endOf(requestId);
      if (end !== null) setState(end);
    });
  }, [deed, isWaiting, setState, shiftId]);
}

/** Null while nobody knows how the command ended. */
function endOf(requestId: string): PresenceState | null {
  const fate = outbox.fateOf(requestId);
  if (fate === null) return null;
  if (fate.kind === 'refused') return fate;
  // The output was checked when it came; here only its type is asked for again.
  const attendance = attendanceSummarySchema.safeParse(attendanceIn(fate.output));
  return { kind: 'done', isRepeated: false, attendance: attendance.success ? attendance.data : null };
}

function attendanceIn(output: unknown): unknown {
  return typeof output === 'object' && output !== null && 'attendance' in output ? output.attendance : null;
}
