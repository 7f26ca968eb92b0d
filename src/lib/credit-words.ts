/** 为什么是这些分钟: the reasons of a record's minutes in plain words (AT7–AT9). */
import type { AttendanceSummary, CreditView } from '@contract/attendance-view';

import { formatDay, formatMinutes } from './format';

type Reason = CreditView['deductions'][number]['reason'];
type Credit = AttendanceSummary['credit'];

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  window: '场次时间以外',
  break: '休息、用餐和路途',
  minimumPresence: '在场时间没有达到本活动的最低要求，不计时长',
  overlap: '与同一时间的另一次服务重叠，只计一次',
  tooManyVisits: '当天的服务记录太多，请联系组织者核实',
  reduction: '审批时减少',
};

/** One line for each of these reasons, in the order in which it was taken off. */
export function deductionTexts(credit: Credit, isMeant: (reason: Reason) => boolean = () => true): string[] {
  return (credit?.deductions ?? [])
    .filter(({ reason }) => isMeant(reason))
    .map(({ reason, minutes }) => `${REASON_WORDS[reason]}（${formatMinutes(minutes)}）`);
}

const APPROVERS: Readonly<Record<NonNullable<CreditView['waitsFor']>, string>> = {
  organisation: '组织单位',
  county: '县级办公室',
};
const TIERS: Readonly<Record<NonNullable<CreditView['waitsFor']>, string>> = {
  organisation: '8 小时',
  county: '12 小时',
};

/** Why a record is not counted yet. */
export function waitingText(credit: Credit, isHeld = false): string {
  if (isHeld) return '本场人数正在复核，通过后计入';
  const level = credit?.waitsFor ?? null;
  if (credit === null || level === null) return '等待确认后计入';
  const total = formatMinutes(credit.dayMinutes);
  return `当天合计 ${total}，超过 ${TIERS[level]}，等${APPROVERS[level]}审批后计入`;
}

/** Minutes of a night lie on two days. */
export function servedDaysText(credit: Credit): string | null {
  const days = credit?.servedDays ?? [];
  if (days.length === 0) return null;
  return days.map(({ day, minutes }) => `${formatDay(day)} ${formatMinutes(minutes)}`).join('，');
}
