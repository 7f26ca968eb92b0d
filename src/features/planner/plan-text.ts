/** A plan in words and lengths: exact integers in, lines of text out. */
import type { PaceView, Plan, TargetView } from '@contract/plan.contract';
import { formatBasisPoints } from '@domain/statistics/ratio';
import type { TargetIndicator, TargetWindow } from '@domain/statistics/target';
import { civilDayOf, daysBetween } from '@domain/time/civil-day';

import { formatAsOf, formatCount, formatDay } from '@/lib/format';

export const INDICATOR_NAMES: Readonly<Record<TargetIndicator, string>> = {
  'activityRate.CUM': '累计活跃度',
  'activityRate.YEAR': '本年活跃度',
  'activityRate.R12': '近 365 天活跃度',
  registrationRatio: '注册率',
};

export const ACTIVE_NAMES: Readonly<Record<TargetWindow, string>> = {
  CUM: '累计活跃志愿者',
  YEAR: '本年活跃志愿者',
  R12: '近 365 天活跃志愿者',
};

/** `60.00%` */
export const percentText = (basisPoints: number): string => `${formatBasisPoints(basisPoints)}%`;

/** To the second for a running day; a past day is as of its end. */
export function planClock({ asOf, day }: Pick<Plan, 'asOf' | 'day'>): string {
  if (civilDayOf(asOf) !== day) return `截至 ${formatDay(day)} 24:00`;
  return `${formatAsOf(asOf)}:${String(Math.floor(asOf / 1000) % 60).padStart(2, '0')}`;
}

/** `累计活跃度 60.00%，2026年1月1日至2027年12月31日，依据 …` */
export function targetText(target: TargetView): string {
  const { indicator, valueBasisPoints, fromDay, toDay, document } = target;
  const period = `${formatDay(fromDay)}至${formatDay(toDay)}`;
  return `${INDICATOR_NAMES[indicator]} ${percentText(valueBasisPoints)}，${period}，依据 ${document}`;
}

/** The mean of eight weeks with two decimals, rounded half up. */
export function meanText({ recentSum }: Pick<PaceView, 'recentSum'>): string {
  return formatBasisPoints(Math.floor((recentSum * 200 + 8) / 16));
}

export function bandText({ halfWidthHundredths }: Pick<PaceView, 'halfWidthHundredths'>): string {
  return formatBasisPoints(halfWidthHundredths);
}

export interface Verdict {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly detail: string;
}

/** When the gap will be closed, against the last day of the target. */
export function verdictOf(pace: PaceView, lastDay: TargetView['toDay']): Verdict {
  const deadline = `截止日 ${formatDay(lastDay)}`;
  if (pace.state === 'reached') return { tone: 'good', title: '指标已经达到', detail: deadline };
  if (pace.state === 'slipping') {
    const people = formatCount(pace.lapsing);
    const detail = `到截止日有 ${people} 人的服务记录到期，最近 8 周新增的人补不上。${deadline}`;
    return { tone: 'bad', title: '现在已经达到，到期的人不再服务就会掉下来', detail };
  }
  if (pace.state === 'standstill' || pace.forecastDay === null) {
    return { tone: 'bad', title: '按目前速度无法按期', detail: `最近 8 周没有足够的净增加。${deadline}` };
  }
  const late = daysBetween(lastDay, pace.forecastDay);
  const band = `区间 ${pace.earliestDay === null ? '—' : formatDay(pace.earliestDay)} 至 ${
    pace.latestDay === null ? '无法预计' : formatDay(pace.latestDay)
  }`;
  const title = `预计 ${formatDay(pace.forecastDay)} 达标`;
  return late <= 0
    ? { tone: 'good', title, detail: `比${deadline}早 ${formatCount(-late)} 天；${band}` }
    : {
        tone: 'bad',
        title: `按目前速度无法按期：${title}`,
        detail: `比${deadline}晚 ${formatCount(late)} 天；${band}`,
      };
}

/** Whose window runs out by the last day of the target; null where nobody's does. */
export function lapsingText(pace: PaceView, lastDay: TargetView['toDay']): string | null {
  if (pace.lapsing === 0) return null;
  const people = `${formatCount(pace.lapsing)} 人`;
  return `其中 ${people}到 ${formatDay(lastDay)}为止不再服务就会退出活跃`;
}

/** What changes when they all serve again; null where nobody's window runs out or the target is reached. */
export function renewedText(pace: PaceView): string | null {
  if (pace.lapsing === 0 || pace.state === 'reached' || pace.state === 'slipping') return null;
  const until = pace.renewedDay === null ? '仍无法按期' : `预计 ${formatDay(pace.renewedDay)} 达标`;
  return `上面按到期的人都不再服务推算；如果他们都再服务一次，${until}。`;
}

/** A length for the page: never beyond the box, a sliver for what is not nothing. */
export function lengthOf(people: number, whole: number): string {
  if (whole <= 0 || people <= 0) return '0%';
  return `${String(Math.max(0.4, Math.min(100, Math.round((people / whole) * 10_000) / 100)))}%`;
}
