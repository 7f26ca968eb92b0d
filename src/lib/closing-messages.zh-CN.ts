/** Words for refusals of 到岗, 收队, 复核 and 更正 (AT6, AT7.2). */
import type { ErrorCode } from '@contract/error-codes';

import { formatClock, formatCount, formatDay } from './format';
import { civilDayOf } from '@domain/time/civil-day';
import { numberOf, say, type Words } from './message-kit';

type ClosingCode = Extract<ErrorCode, `${'duty' | 'closing' | 'claim'}.${string}` | 'attendance.shiftClosed'>;

const whenOf = (params: Parameters<Words>[0], name: string): string => {
  const instant = numberOf(params, name) ?? 0;
  return `${formatDay(civilDayOf(instant))} ${formatClock(instant)}`;
};
const countOf = (params: Parameters<Words>[0], name: string): string =>
  formatCount(numberOf(params, name) ?? 0);

export const CLOSING_MESSAGES: Readonly<Record<ClosingCode, Words>> = {
  'attendance.shiftClosed': (params) => ({
    title: `这个场次 ${whenOf(params, 'closedAt')} 已经收队`,
    nextStep: '签到码已停用。还在现场的，请用定位签退或请组织者扫证签退；漏签的，请找组织者说明。',
  }),
  'duty.required': say('您还没有登记到岗', '请先在这个场次登记到岗：用定位，或扫现场另一个人的志愿者证。'),
  'duty.outsideWindow': (params) => ({
    title: '现在不能登记到岗',
    nextStep: `${whenOf(params, 'opensAt')} 起可以登记，${whenOf(params, 'closesAt')} 截止。`,
  }),
  'duty.tooMany': (params) => ({
    title: `已有 ${countOf(params, 'maximum')} 人到岗`,
    nextStep: '一个场次不需要更多人组织；您可以像其他人一样签到服务。',
  }),
  'duty.ownCard': say('这是您自己的志愿者证', '请扫现场另一个人的志愿者证，由他证明您在场。'),
  'duty.ownCode': say(
    '签到码由您出示，不能用它给自己签到、签退',
    '您也参加服务的，请用定位，或请另一位到岗的组织者扫您的志愿者证。',
  ),
  'closing.tooEarly': (params) => ({
    title: '还不到收队的时候',
    nextStep: `${whenOf(params, 'opensAt')} 起可以收队；签到、签退照常进行。`,
  }),
  'closing.tooLate': (params) => ({
    title: '已经过了收队的时间',
    nextStep: `${whenOf(params, 'closedAt')} 已截止。已有的记录不变；有不对的，请县级办公室在收队复核里处理。`,
  }),
  'closing.countedOtherwise': (params) => ({
    title: `已经收队，当时点到 ${countOf(params, 'headCount')} 人`,
    nextStep: '人数点错了，请另一位组织者或县级办公室在“收队复核”里更正。',
  }),
  'closing.decided': say('这个场次不用复核了', '人数和记录已经对上，或别人刚刚办过；请刷新再看。'),
  'closing.own': say('不能复核自己收队或自己参加的场次', '请另一位组织者或县级办公室来复核。'),
  'closing.changedMeanwhile': (params) => ({
    title: `记录刚刚变成 ${countOf(params, 'recordedCount')} 人`,
    nextStep: '请看过新的名单再决定；您写的理由还在。',
  }),
  'closing.tooMany': (params) => ({
    title: `这个场次已经复核过 ${countOf(params, 'maximum')} 次`,
    nextStep: '请与收队的人当面核对，再由市级办公室处理。',
  }),
  'closing.notFound': say('这个场次还没有收队', '收队以后，或结束一天多没有人收队，才需要复核。'),
  'claim.waiting': say('您的申请已经送到', '请等组织者答复；想改内容，可以先撤回再申请。'),
  'claim.notPossible': say('这条记录现在不能这样申请', '请返回记录，看它现在的状态；有疑问请找组织者。'),
  'claim.tooLate': (params) => ({
    title: '已经过了申请更正的时间',
    nextStep: `结束后 30 天内可以申请，${whenOf(params, 'closedAt')} 已截止。请找组织者或县级办公室说明。`,
  }),
  'claim.tooMany': (params) => ({
    title: `这条记录已经申请过 ${countOf(params, 'maximum')} 次`,
    nextStep: '请直接找组织者或县级办公室说明。',
  }),
  'claim.statementMissing': say('没有写说明', '请写清楚怎么回事，至少两个字；组织者会看到。'),
  'claim.timesInvalid': (params) => ({
    title: '到场和离开的时间不对',
    nextStep: timesText(numberOf(params, 'opensAt'), numberOf(params, 'closedAt')),
  }),
  'claim.beyondAsked': say(
    '不能比申请的时间更长',
    '只能照申请同意，或同意其中一段；需要更长，请本人重新申请。',
  ),
  'claim.notThere': say('您没有在这个场次到岗', '请当时到岗的组织者来答复，或由县级办公室答复。'),
};

function timesText(from: number | null, to: number | null): string {
  if (from === null || to === null) return '离开要晚于到场，请检查两个时间。';
  return `请填 ${formatClock(from)} 到 ${formatClock(to)} 之间的时间，离开要晚于到场。`;
}
