/**
 * The board of one division on one day: live by itself while it is looked at, still when it is a past day.
 */
import { useState } from 'react';

import type { InputOf, OutputOf } from '@contract/procedures';
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { serverNow } from '@/lib/server-clock';
import { useProcedure, type ProcedureState } from '@/lib/use-procedure';
import { useOnHide, useOnShow } from '@/platform/navigation';

export const BOARD_REFRESH_MS = 5_000;

export interface BoardState extends ProcedureState<OutputOf<'statistics.getBoard'>> {
  /** null: now */
  readonly day: CivilDay | null;
  readonly today: CivilDay;
  /** Today, or text that is no day, means now. */
  readonly setDay: (text: string) => void;
  /** the refresh somebody asked for is on its way; the quiet ones every few seconds do not count */
  readonly isFetchingByHand: boolean;
}

/** Is this page in front? A page that is covered by another asks nothing. */
function useIsShown(): boolean {
  const [isShown, setIsShown] = useState(true);
  useOnShow(() => {
    setIsShown(true);
  });
  useOnHide(() => {
    setIsShown(false);
  });
  return isShown;
}

export function useBoard(divisionCode: string | null): BoardState {
  const [day, setDayState] = useState<CivilDay | null>(null);
  const isShown = useIsShown();
  const today = civilDayOf(serverNow());
  const input: InputOf<'statistics.getBoard'> = { divisionCode, day };
  const state = useProcedure('statistics.getBoard', input, {
    enabled: isShown,
    keepsPrevious: true,
    ...(day === null && isShown ? { refreshEveryMs: BOARD_REFRESH_MS } : {}),
  });
  const setDay = (text: string): void => {
    setDayState(isCivilDay(text) && text < today ? parseCivilDay(text) : null);
  };
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const isFetchingByHand = askedAt !== null && state.isRefreshing && state.receivedAt < askedAt;
  const refetch = (): void => {
    setAskedAt(Date.now());
    state.refetch();
  };
  return { ...state, refetch, day, today, setDay, isFetchingByHand };
}
