/** 时段 of 渠道成效: whole months, the last of them running. */
import { monthBefore } from '@domain/link/channel-sums';
import { civilDayOf, monthOf } from '@domain/time/civil-day';

export const PERIODS = [
  { value: 'thisMonth', text: '本月' },
  { value: 'lastMonth', text: '上月' },
  { value: 'threeMonths', text: '近三月' },
  { value: 'thisYear', text: '今年' },
] as const;
export type PeriodChoice = (typeof PERIODS)[number]['value'];

export interface Months {
  readonly firstMonth: string;
  readonly lastMonth: string;
}

export function monthsOf(choice: PeriodChoice, now: number): Months {
  const month = monthOf(civilDayOf(now));
  switch (choice) {
    case 'thisMonth':
      return { firstMonth: month, lastMonth: month };
    case 'lastMonth':
      return { firstMonth: monthBefore(month, 1), lastMonth: monthBefore(month, 1) };
    case 'threeMonths':
      return { firstMonth: monthBefore(month, 2), lastMonth: month };
    case 'thisYear':
      return { firstMonth: `${month.slice(0, 4)}-01`, lastMonth: month };
  }
}

const yearWord = (month: string): string => `${month.slice(0, 4)}年`;
const monthWord = (month: string): string => `${String(Number(month.slice(5)))}月`;

/** Such as 2026年9月至11月. */
export function monthsText({ firstMonth, lastMonth }: Months): string {
  const from = yearWord(firstMonth) + monthWord(firstMonth);
  if (firstMonth === lastMonth) return from;
  const year = yearWord(firstMonth) === yearWord(lastMonth) ? '' : yearWord(lastMonth);
  return `${from}至${year}${monthWord(lastMonth)}`;
}
