/**
 * What an activity window gives and takes (ST32), read from tallies: people who began to count in a week,
 * and people who stop counting unless they serve again. The net change of a day hides both in one sum.
 *
 * `R12`: the quantity `lapsedR12` is the one part, the net change and it are the other. `YEAR`: everybody
 * stops at once on 1 January, so that whoever counts on that day began on it.
 */
import type { DivisionCode } from '../kernel/identifiers';
import {
  addDays,
  daysBetween,
  firstDayOfNextYear,
  parseCivilDay,
  yearOf,
  type CivilDay,
} from '../time/civil-day';
import { ACTIVITY_MEASURES, R12_DAYS } from './measure';
import { NOTHING_LAPSES, type Lapsing, type Week } from './pace';
import { changeOver, monthTallyIdsOf, stocksOn, type Tally } from './tally';
import type { TargetWindow } from './target';

const WEEK_DAYS = 7;
const WEEKS_OF_A_YEAR = 52;
/** After so many weeks every window of 365 days that is open now has run out. */
const WEEKS_OF_R12 = 53;

type Tallies = ReadonlyMap<string, Tally>;

/** Further documents that `lapsingOf` reads: the months to come, at most 14, and only for `R12`. */
export function lapsingTallyIds(divisionCode: DivisionCode, window: TargetWindow, day: CivilDay): string[] {
  const last = addDays(day, WEEKS_OF_R12 * WEEK_DAYS);
  return window === 'R12' ? monthTallyIdsOf(divisionCode, addDays(day, 1), last) : [];
}

/** People who began to count in a week, less those who left or moved away: the gross pace. */
export function begunIn(
  tallies: Tallies,
  divisionCode: DivisionCode,
  window: TargetWindow,
  week: Week,
): number {
  const over = (from: CivilDay, to: CivilDay, quantity = ACTIVITY_MEASURES[window]): number =>
    changeOver(tallies, divisionCode, quantity, from, to);
  const net = over(week.fromDay, week.toDay);
  if (window === 'R12') {
    return net + changeOver(tallies, divisionCode, 'lapsedR12', week.fromDay, week.toDay);
  }
  const newYear = parseCivilDay(`${yearOf(week.toDay)}-01-01`);
  if (window === 'CUM' || newYear < week.fromDay) return net;
  return net - over(newYear, newYear) + stocksOn(tallies, divisionCode, newYear).activeYear;
}

/** `active`: those who count in this window today. */
export function lapsingOf(
  tallies: Tallies,
  divisionCode: DivisionCode,
  window: TargetWindow,
  active: number,
  day: CivilDay,
  lastDay: CivilDay,
): Lapsing {
  if (window === 'CUM') return NOTHING_LAPSES;
  if (window === 'YEAR') return lapsingOfYear(active, day, lastDay);
  const lapsed = (from: CivilDay, to: CivilDay): number =>
    changeOver(tallies, divisionCode, 'lapsedR12', from, to);
  const lastOpen = addDays(day, R12_DAYS);
  const until = lastDay < lastOpen ? lastDay : lastOpen;
  let sum = 0;
  const byWeek = Array.from({ length: WEEKS_OF_R12 }, (_none, index) => {
    const from = addDays(day, index * WEEK_DAYS + 1);
    sum += lapsed(from, addDays(from, WEEK_DAYS - 1));
    return sum;
  });
  return {
    byWeek,
    untilLastDay: until <= day ? 0 : lapsed(addDays(day, 1), until),
    weeksKept: (week) => Math.min(week, WEEKS_OF_A_YEAR),
  };
}

function lapsingOfYear(active: number, day: CivilDay, lastDay: CivilDay): Lapsing {
  const newYear = firstDayOfNextYear(day);
  const turn = Math.ceil(daysBetween(day, newYear) / WEEK_DAYS);
  return {
    byWeek: Array.from({ length: turn }, (_none, index) => (index + 1 < turn ? 0 : active)),
    untilLastDay: newYear <= lastDay ? active : 0,
    weeksKept: (week) => (week < turn ? week : Math.min(week - turn, WEEKS_OF_A_YEAR)),
  };
}
