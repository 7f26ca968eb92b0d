/**
 * 速度 (ST32): what a week needs, what the last weeks gave, and when that ends. In integers: the mean is a
 * sum over eight weeks, the band is kept in hundredths of a person a week.
 */
import { addDays, daysBetween, startOfDay, type CivilDay } from '../time/civil-day';
import { ceilDivide, floorDivide } from './planner';

export const PACE_WEEKS = 8;
const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday. */
const DAYS_FROM_MONDAY_AT_ZERO = 3;
const ZERO_DAY_MS = 86_400_000;
/** Nobody plans further; a forecast beyond it is no date. */
const FORECAST_MAXIMUM_WEEKS = 1_040;

export interface Week {
  /** a Monday */
  readonly fromDay: CivilDay;
  /** the Sunday after it */
  readonly toDay: CivilDay;
}

/** The last eight weeks, Monday to Sunday, that were over before `day`; oldest first. */
export function completeWeeksBefore(day: CivilDay): Week[] {
  const number = Math.floor((startOfDay(day) + ZERO_DAY_MS / 2) / ZERO_DAY_MS);
  const monday = addDays(day, -((number + DAYS_FROM_MONDAY_AT_ZERO) % WEEK_DAYS));
  return Array.from({ length: PACE_WEEKS }, (_none, index) => {
    const fromDay = addDays(monday, (index - PACE_WEEKS) * WEEK_DAYS);
    return { fromDay, toDay: addDays(fromDay, WEEK_DAYS - 1) };
  });
}

/**
 * reached: no gap · slipping: no gap yet, but by the recent pace there is one on the last day · onTime /
 * late: by the recent pace · standstill: at the recent pace never, or in decades
 */
export type PaceState = 'reached' | 'slipping' | 'onTime' | 'late' | 'standstill';

/** What a window takes away again while time goes on; without a window (`CUM`) nothing. */
export interface Lapsing {
  /**
   * people who stop counting unless they serve again: [k − 1] within k weeks, the last one for ever after
   */
  readonly byWeek: readonly number[];
  /** the same, until the last day of the target's period */
  readonly untilLastDay: number;
  /** of k weeks of newcomers, how many weeks still count then */
  readonly weeksKept: (week: number) => number;
}
export const NOTHING_LAPSES: Lapsing = { byWeek: [], untilLastDay: 0, weeksKept: (week) => week };

export interface Pace {
  readonly state: PaceState;
  readonly daysLeft: number;
  /** people who stop counting by the last day unless they serve again */
  readonly lapsing: number;
  /** people a week from now to the end of the period; null when no day of it is left */
  readonly neededPerWeek: number | null;
  /** people in the last eight complete weeks together */
  readonly recentSum: number;
  /** 1.28 · sd / √8 in hundredths of a person a week, rounded up */
  readonly halfWidthHundredths: number;
  /** when nobody whose window runs out serves again */
  readonly forecastDay: CivilDay | null;
  /** at the upper and the lower end of the band; null: never */
  readonly earliestDay: CivilDay | null;
  readonly latestDay: CivilDay | null;
  /** when everybody whose window runs out serves again */
  readonly renewedDay: CivilDay | null;
}

/**
 * ST32. `lack` is the goal less those who count today, below 0 when there are more; `weekly` are the
 * people of the eight weeks, `lastDay` is the last day of the target's period.
 */
export function paceOf(
  lack: number,
  weekly: readonly number[],
  day: CivilDay,
  lastDay: CivilDay,
  lapsing: Lapsing = NOTHING_LAPSES,
): Pace {
  const recentSum = weekly.reduce((sum, people) => sum + people, 0);
  const halfWidthHundredths = halfWidthOf(weekly);
  const daysLeft = daysBetween(day, lastDay);
  const short = Math.max(0, lack + lapsing.untilLastDay);
  const course = { lack, day, daysLeft, lapsing };
  const forecastDay = forecast(course, recentSum * 100);
  return {
    state: stateOf(course, recentSum, forecastDay, lastDay),
    daysLeft,
    lapsing: lapsing.untilLastDay,
    neededPerWeek: daysLeft <= 0 ? null : ceilDivide(short * WEEK_DAYS, daysLeft),
    recentSum,
    halfWidthHundredths,
    forecastDay,
    earliestDay: forecast(course, recentSum * 100 + halfWidthHundredths * PACE_WEEKS),
    latestDay: forecast(course, recentSum * 100 - halfWidthHundredths * PACE_WEEKS),
    renewedDay: forecast({ ...course, lapsing: NOTHING_LAPSES }, recentSum * 100),
  };
}

interface Course {
  readonly lack: number;
  readonly day: CivilDay;
  readonly daysLeft: number;
  readonly lapsing: Lapsing;
}

function stateOf(
  { lack, daysLeft, lapsing }: Course,
  recentSum: number,
  forecastDay: CivilDay | null,
  lastDay: CivilDay,
): PaceState {
  if (lack <= 0) {
    const gained = recentSum * lapsing.weeksKept(Math.max(0, floorDivide(daysLeft, WEEK_DAYS)));
    return (lack + lapsing.untilLastDay) * PACE_WEEKS > Math.max(0, gained) ? 'slipping' : 'reached';
  }
  if (forecastDay === null) return 'standstill';
  return forecastDay <= lastDay ? 'onTime' : 'late';
}

/**
 * The day after the fewest whole weeks that close the gap and keep it closed to the end of the period.
 * `pace` in eight-hundredths of a person a week: the sum of eight weeks times 100.
 */
function forecast({ lack, day, daysLeft, lapsing }: Course, pace: number): CivilDay | null {
  if (lack <= 0 || pace <= 0) return null;
  const weeksLeft = Math.floor(daysLeft / WEEK_DAYS);
  let found: number | null = null;
  for (let week = 1; week <= FORECAST_MAXIMUM_WEEKS; week += 1) {
    const lapsed = lapsing.byWeek[Math.min(week, lapsing.byWeek.length) - 1] ?? 0;
    const isClosed = pace * lapsing.weeksKept(week) >= (lack + lapsed) * PACE_WEEKS * 100;
    found = isClosed ? (found ?? week) : null;
    if (found !== null && week >= weeksLeft) break;
  }
  return found === null ? null : addDays(day, found * WEEK_DAYS);
}

/**
 * sd² = (8Σw² − S²) / 56 and h = 100 · 1.28 · sd / √8, so 7h² = 256 · (8Σw² − S²): the least whole h at or
 * above.
 */
function halfWidthOf(weekly: readonly number[]): number {
  const sum = weekly.reduce((total, people) => total + people, 0);
  const squares = weekly.reduce((total, people) => total + people * people, 0);
  const spread = 256 * (PACE_WEEKS * squares - sum * sum);
  let width = Math.max(0, Math.floor(Math.sqrt(spread / 7)) - 1);
  while (7 * width * width < spread) width += 1;
  return width;
}
