/** Words for refusals of breaks, approvals and the city's rules (AT2, AT9, AT11). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { numberOf, say, type Words } from './message-kit';

type CreditingCode = Extract<ErrorCode, 'activity.breaksInvalid' | `${'record' | 'rules'}.${string}`>;

const BREAK_WORDS: Readonly<Record<string, string>> = {
  endBeforeStart: '休息的结束要晚于开始。',
  outsideShift: '休息要在场次的开始和结束之间。',
  overlap: '几段休息不能重叠，请按时间先后填写。',
  nothingLeft: '扣除休息后没有服务时间了，请缩短休息。',
};
/** The rules of the city by name, for the form and for refusals. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  opensBeforeMinutes: '开始前多久可以签到',
  closesAfterMinutes: '结束后多久截止签退',
  graceInMinutes: '开始前计入的宽限',
  graceOutMinutes: '结束后计入的宽限',
  headCountTolerancePercent: '点人数与记录的容差',
};

export function unitOf(rule: string): '%' | '分钟' {
  return rule === 'headCountTolerancePercent' ? '%' : '分钟';
}

export const CREDITING_MESSAGES: Readonly<Record<CreditingCode, Words>> = {
  'activity.breaksInvalid': (params) => ({
    title: '休息时间不合适',
    nextStep: BREAK_WORDS[String(params.reason ?? '')] ?? '请检查休息的开始和结束时间。',
  }),
  'record.notFound': say('没有找到这条服务记录', '它可能已经处理，请刷新列表再看一次。'),
  'record.own': say('不能审批自己的记录', '请让队里其他组织者或县级办公室来办。'),
  'record.decided': say('这条记录已经审批过了', '请刷新列表，看还有哪些在等。'),
  'record.underReview': say(
    '这个场次的人数正在复核',
    '先在收队复核里看清到了多少人，复核通过后再审批这条记录。',
  ),
  'record.minutesInvalid': (params) => ({
    title: '分钟数不对',
    nextStep: `请填 0 到 ${formatCount(numberOf(params, 'maximum') ?? 0)} 的整数：只能减少，不能多给。`,
  }),
  'record.reasonMissing': say('没有写理由', '请写明理由，至少两个字；志愿者会看到。'),
  'rules.outOfBounds': (params) => ({
    title: `${RULE_WORDS[String(params.rule ?? '')] ?? '数值'}超出范围`,
    nextStep: `请填 ${String(params.minimum ?? '')} 到 ${String(params.maximum ?? '')} 之间的整数。`,
  }),
  'rules.reasonMissing': say('没有写修改理由', '请写明为什么修改，至少两个字；历史里会保留。'),
  'rules.changedMeanwhile': say('别人刚刚改过规则', '请看过新的规则后再改一次；您填写的还在。'),
};
