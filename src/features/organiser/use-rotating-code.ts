/**
 * The organiser's code screen: a seed asked for once and kept on the device, then only the clock. Losing the
 * network stops the head-count, never the code.
 */
import { useMemo, useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { codeStepAt } from '@domain/attendance/check-in-code';
import { parseShiftId } from '@domain/kernel/identifiers';

import type { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/server-clock';
import { useProcedure } from '@/lib/use-procedure';
import { useInterval } from '@/platform/use-interval';

import { codeFaceAt, countdownAt, type CodeFace, type Countdown } from './rotating-code';
import { useSiteOrigin } from '@/lib/use-site-origin';

const TICK_MS = 250;
export const ARRIVALS_REFRESH_MS = 4_000;

export interface RotatingCode {
  /** epoch ms, the server's clock */
  readonly now: number;
  /** null while there is no seed, and after the codes have ended */
  readonly face: CodeFace | null;
  readonly countdown: Countdown;
  readonly hasEnded: boolean;
  readonly isLoading: boolean;
  /** why there is no code */
  readonly refusal: ApiError | null;
  readonly retry: () => void;
  readonly shift: OutputOf<'activity.getShift'>['shift'] | undefined;
  readonly arrivals: OutputOf<'attendance.listArrivals'> | undefined;
  /** the head-count on the screen is older than it should be */
  readonly areArrivalsOld: boolean;
}

export function useRotatingCode(shiftIdText: string): RotatingCode {
  const shiftId = useMemo(() => parseShiftId(shiftIdText), [shiftIdText]);
  const [now, setNow] = useState(serverNow);
  useInterval(() => {
    setNow(serverNow());
  }, TICK_MS);
  const seed = useProcedure('attendance.getCheckInSeed', { shiftId }, { isKept: true });
  const shift = useProcedure('activity.getShift', { shiftId }, { isKept: true });
  const arrivals = useProcedure(
    'attendance.listArrivals',
    { shiftId },
    { refreshEveryMs: ARRIVALS_REFRESH_MS, enabled: seed.data !== undefined },
  );
  const origin = useSiteOrigin();
  // A kept seed survives a lost network, but never a refusal: who may no longer see the code does not.
  const refusal =
    seed.error !== null && (seed.data === undefined || !seed.error.isUndecided) ? seed.error : null;
  const hasEnded = seed.data !== undefined && now >= seed.data.validUntil;
  const seedHex = refusal === null && !hasEnded ? seed.data?.seedHex : undefined;
  const step = codeStepAt(now);
  const face = useMemo(
    () => (seedHex === undefined || origin === null ? null : codeFaceAt(seedHex, shiftId, origin, step)),
    [seedHex, origin, shiftId, step],
  );
  return {
    now,
    face,
    countdown: countdownAt(now),
    hasEnded,
    isLoading: seed.isLoading || (seed.data !== undefined && origin === null),
    refusal,
    retry: seed.refetch,
    shift: shift.data?.shift,
    arrivals: arrivals.data,
    areArrivalsOld: arrivals.error !== null,
  };
}
