/** 走势: on which days a trend is read, and from which tallies. */
import type { DivisionCode } from '../kernel/identifiers';
import { addDays, endOfPreviousMonth, type CivilDay } from '../time/civil-day';
import { tallyIdsOf } from './tally';

export const TREND_MONTHS = 24;
export const TREND_DAYS = 31;
export type TrendGrain = 'month' | 'day';

/** Ascending, the last is `day` itself: month ends before it, or the days before it. */
export function trendDaysOf(grain: TrendGrain, day: CivilDay): CivilDay[] {
  const before = grain === 'month' ? endOfPreviousMonth : (from: CivilDay) => addDays(from, -1);
  const days = [day];
  while (days.length < (grain === 'month' ? TREND_MONTHS : TREND_DAYS))
    days.push(before(days[days.length - 1] ?? day));
  return days.reverse();
}

/** All documents a trend needs, each once: at most 6 by day, 5 by month. */
export function trendTallyIds(divisionCode: DivisionCode, grain: TrendGrain, day: CivilDay): string[] {
  const ids = trendDaysOf(grain, day).flatMap((point) => {
    const [all, year, month] = tallyIdsOf(divisionCode, point);
    // A month's end is read from the months of its year.
    return grain === 'month' && point !== day ? [all, year] : [all, year, month];
  });
  return [...new Set(ids)].filter((id) => id !== undefined);
}
