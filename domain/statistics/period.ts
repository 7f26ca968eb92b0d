/** 期间 (EX2): which days a report of a period is made of, and from which tallies. */
import type { DivisionCode } from '../kernel/identifiers';
import { addDays, daysBetween, endOfPreviousMonth, monthOf, type CivilDay } from '../time/civil-day';
import { tallyIdsOf } from './tally';

export interface Period {
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay;
}

/** Up to two months every day is a point of the trend, beyond that every month's end. */
const MOST_DAILY_POINTS = 62;

/** Its end is what the period began with: the base of every change. */
export function beforeDayOf({ fromDay }: Period): CivilDay {
  return addDays(fromDay, -1);
}

/** Days from the first to the last, both included; 0 or less when the period ends before it begins. */
export function lengthOf({ fromDay, toDay }: Period): number {
  return daysBetween(fromDay, toDay) + 1;
}

/** Ascending; the last is the period's last day. */
export function pointsOf(period: Period): CivilDay[] {
  const { fromDay, toDay } = period;
  const isDaily = lengthOf(period) <= MOST_DAILY_POINTS;
  const before = isDaily ? (day: CivilDay) => addDays(day, -1) : endOfPreviousMonth;
  const days: CivilDay[] = [];
  for (let day = toDay; day >= fromDay; day = before(day)) days.push(day);
  return days.reverse();
}

/** A month's end is read from the months of its year, without the month's own document. */
export function precisionOn(day: CivilDay): 'day' | 'monthEnd' {
  return monthOf(addDays(day, 1)) === monthOf(day) ? 'day' : 'monthEnd';
}

/** The documents that give the stocks of a division on these days, each once. */
export function tallyIdsOn(divisionCode: DivisionCode, days: readonly CivilDay[]): string[] {
  const ids = days.flatMap((day) => {
    const all = tallyIdsOf(divisionCode, day);
    return precisionOn(day) === 'day' ? all : all.slice(0, 2);
  });
  return [...new Set(ids)];
}
