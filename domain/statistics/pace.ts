/**
 * 速度 (ST32): what a week needs, what the last weeks gave, and when that ends. In integers: the mean is a sum
 * over eight weeks, the band is kept in hundredths of a person a week.
 */
import { addDays, daysBetween, startOfDay, type CivilDay } from '../time/civil-day';
import { ceilDivide } from './planner';

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
 * reached: no gap · onTime / late: by the recent pace · standstill: at the recent pace never, or in decades
 */
export type PaceState = 'reached' | 'onTime' | 'late' | 'standstill';

export interface Pace {
  readonly state: PaceState;
  readonly daysLeft: number;
  /** people a week from now to the end of the period; null when no day of it is left */
  readonly neededPerWeek: number | null;
  /** people in the last eight complete weeks together */
  readonly recentSum: number;
  /** 1.28 · sd / √8 in hundredths of a person a week, rounded up */
  readonly halfWidthHundredths: number;
  readonly forecastDay: CivilDay | null;
  /** at the upper and the lower end of the band; null: never */
  readonly earliestDay: CivilDay | null;
  readonly latestDay: CivilDay | null;
}

/** ST32. `weekly` are the changes of the eight weeks, `lastDay` is the last day of the target's period. */
export function paceOf(gap: number, weekly: readonly number[], day: CivilDay, lastDay: CivilDay): Pace {
  const recentSum = weekly.reduce((sum, people) => sum + people, 0);
  const halfWidthHundredths = halfWidthOf(weekly);
  const daysLeft = daysBetween(day, lastDay);
  const neededPerWeek = daysLeft <= 0 ? null : ceilDivide(gap * WEEK_DAYS, daysLeft);
  const after = (eightHundredths: number): CivilDay | null => forecast(gap, eightHundredths, day);
  const forecastDay = after(recentSum * 100);
  return {
    state: stateOf(gap, forecastDay, lastDay),
    daysLeft,
    neededPerWeek,
    recentSum,
    halfWidthHundredths,
    forecastDay,
    earliestDay: after(recentSum * 100 + halfWidthHundredths * PACE_WEEKS),
    latestDay: after(recentSum * 100 - halfWidthHundredths * PACE_WEEKS),
  };
}

function stateOf(gap: number, forecastDay: CivilDay | null, lastDay: CivilDay): PaceState {
  if (gap === 0) return 'reached';
  if (forecastDay === null) return 'standstill';
  return forecastDay <= lastDay ? 'onTime' : 'late';
}

/** `pace` in eight-hundredths of a person a week: the sum of eight weeks times 100. */
function forecast(gap: number, pace: number, day: CivilDay): CivilDay | null {
  if (gap === 0 || pace <= 0) return null;
  const weeks = ceilDivide(gap * PACE_WEEKS * 100, pace);
  return weeks > FORECAST_MAXIMUM_WEEKS ? null : addDays(day, weeks * WEEK_DAYS);
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
