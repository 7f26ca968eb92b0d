/** The one clock of a board (ST4): every figure on the screen is as of this instant. */
import type { Board } from '@contract/statistics.contract';
import { civilDayOf } from '@domain/time/civil-day';

import { formatAsOf, formatDay } from '@/lib/format';

/** To the second for a running day; a past day is as of its end. */
export function formatBoardClock({ asOf, day }: Pick<Board, 'asOf' | 'day'>): string {
  if (civilDayOf(asOf) !== day) return `截至 ${formatDay(day)} 24:00`;
  const seconds = String(Math.floor(asOf / 1000) % 60).padStart(2, '0');
  return `${formatAsOf(asOf)}:${seconds}`;
}
