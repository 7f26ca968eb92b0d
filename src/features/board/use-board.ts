/** The board of one division on one day: live by itself while it is looked at, still when it is a past day. */
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';

import type { InputOf, OutputOf } from '@contract/procedures';
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { serverNow } from '@/lib/server-clock';
import { useProcedure, type ProcedureState } from '@/lib/use-procedure';

export const BOARD_REFRESH_MS = 5_000;

export interface BoardState extends ProcedureState<OutputOf<'statistics.getBoard'>> {
  /** null: now */
  readonly day: CivilDay | null;
  readonly today: CivilDay;
  /** Today, or text that is no day, means now. */
  readonly setDay: (text: string) => void;
}

/** Is this page in front? A page that is covered by another asks nothing. */
function useIsShown(): boolean {
  const [isShown, setIsShown] = useState(true);
  useDidShow(() => {
    setIsShown(true);
  });
  useDidHide(() => {
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
  return { ...state, day, today, setDay };
}
