import type { AttendanceSummary } from '@contract/attendance-view';

import { deductionTexts, waitingText } from './credit-words';
import { formatMinutes } from './format';
import type { Credited } from './presence-step';

export type PresenceDeed = 'checkIn' | 'checkOut';

/** 签到 and 签退 in every sentence that needs them. */
export const DEED_WORDS: Readonly<Record<PresenceDeed, { readonly verb: string; readonly done: string }>> = {
  checkIn: { verb: '签到', done: '签到成功' },
  checkOut: { verb: '签退', done: '签退成功' },
};

/** What a finished visit counts for, as a sentence; why it is less than the stay is `deductionTexts`. */
export function creditWords({ creditedMinutes, state, credit, isHeld }: Credited): string {
  if (state === 'disputed') return '您已申请更正，答复前不计入服务时长。';
  if (creditedMinutes === 0) {
    const [why] = deductionTexts(credit).slice(-1);
    return why === undefined ? '签到到签退不足 1 分钟，没有计入服务时长。' : `没有计入服务时长：${why}。`;
  }
  const minutes = `本次服务 ${formatMinutes(creditedMinutes)}`;
  return state === 'confirmed'
    ? `${minutes}，已计入您的服务时长。`
    : `${minutes}，${waitingText(credit, isHeld)}。`;
}

export const METHOD_WORDS: Readonly<Record<NonNullable<AttendanceSummary['checkedInBy']>, string>> = {
  rotatingCode: '扫码',
  shortCode: '短码',
  location: '定位',
  roster: '组织者点到',
  placeCode: '地点码',
  card: '组织者扫证',
  headCount: '组织者点人数',
  confirmation: '组织者确认',
  correction: '更正',
  supplement: '补录',
};

export interface StateWords {
  readonly text: string;
  readonly tone: 'plain' | 'green' | 'amber' | 'red';
}
export const STATE_WORDS: Readonly<Record<AttendanceSummary['state'], StateWords>> = {
  enrolled: { text: '已报名', tone: 'green' },
  waiting: { text: '候补中', tone: 'amber' },
  enrolmentCancelled: { text: '已取消报名', tone: 'plain' },
  checkedIn: { text: '服务中', tone: 'red' },
  checkedOut: { text: '待确认', tone: 'amber' },
  confirmed: { text: '已确认', tone: 'green' },
  expired: { text: '未签退', tone: 'amber' },
  disputed: { text: '等待答复', tone: 'amber' },
  voided: { text: '已作废', tone: 'plain' },
};

/** 补传 beside the state: the scan came later than it was made. */
export const LATE_WORDS: Readonly<Record<NonNullable<AttendanceSummary['late']>, StateWords>> = {
  waiting: { text: '补传，待认可', tone: 'amber' },
  vouched: { text: '补传', tone: 'plain' },
};
