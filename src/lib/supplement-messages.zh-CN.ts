/** Words for refusals of 补录 (AT10). */
import type { ErrorCode } from '@contract/error-codes';

import { formatDistance, formatInstant, formatMinutes } from './format';
import { numberOf, say, type Message, type Words } from './message-kit';

type SupplementCode = Extract<ErrorCode, `supplement.${string}`>;

/** The rules of the city by name, for the form and for refusals. */
export const SUPPLEMENT_RULE_WORDS: Readonly<Record<string, string>> = {
  quotaPercent: '每月额度占自动记录时长的比例（%）',
  entryDays: '服务结束后几天内可以补录',
  boardDays: '公示多少天',
};

const timeIn: (params: Parameters<Words>[0], name: string) => string = (params, name) => {
  const [instant, now] = [numberOf(params, name), numberOf(params, 'now')];
  return instant === null ? '' : formatInstant(instant, now ?? instant);
};

export const SUPPLEMENT_MESSAGES: Readonly<Record<SupplementCode, Words>> = {
  'supplement.notFound': say('没有找到这条补录', '它可能已经办完或撤下，请刷新再看。'),
  'supplement.training': say('培训不能补录', '培训不计服务时长，请联系组织者另办。'),
  'supplement.shiftNotOver': (params) => ({
    title: '现在还不能补录',
    nextStep: `请等签退截止（${timeIn(params, 'opensAt')}）以后再补。`,
  }),
  'supplement.tooLate': (params) => ({
    title: `已过补录期限（${timeIn(params, 'closesAt')}）`,
    nextStep: `本市规定服务结束后 ${String(params.days ?? '')} 天内补录，过期不再受理。`,
  }),
  'supplement.recordExists': say('这个人这一场已有记录', '有记录的不用补录；时长不对的，请走更正。'),
  'supplement.entered': say('这个人这一场已经补录过', '请到“补录办理”里看办到哪一步了。'),
  'supplement.timesInvalid': (params) => ({
    title: '起止时间不合适',
    nextStep: `请填 ${timeIn(params, 'from')} 到 ${timeIn(params, 'to')} 之间，结束晚于开始，扣除休息后至少 1 分钟。`,
  }),
  'supplement.quotaExceeded': (params) => ({
    title: `本月补录额度不够，还剩 ${formatMinutes(numberOf(params, 'leftMinutes') ?? 0)}`,
    nextStep: `这条要 ${formatMinutes(numberOf(params, 'minutes') ?? 0)}。额度随自动记录的时长增加，请优先用签到码记录。`,
  }),
  'supplement.evidenceMissing': say('没有佐证', '请加一张照片或一份 PDF，例如签到表、现场照片。'),
  'supplement.evidenceInvalid': say('这个文件不能用', '请用 JPG、PNG 照片或 PDF 文件。'),
  'supplement.notWaiting': say('这条补录已经办过了', '请刷新列表，看它现在的情况。'),
  'supplement.lapsed': say('这条补录已过期', '14 天没有办完的自动作罢；还在期限内的可以重新录入。'),
  'supplement.samePerson': say(
    '要由另一个人来办',
    '录入、核对、确认要由不同的人。请让队里其他组织者或县级办公室来办。',
  ),
  'supplement.rulesOutOfBounds': (params) => ({
    title: `${SUPPLEMENT_RULE_WORDS[String(params.rule ?? '')] ?? '数值'}超出范围`,
    nextStep: `请填 ${String(params.minimum ?? '')} 到 ${String(params.maximum ?? '')} 之间的整数。`,
  }),
  'supplement.objectionsFull': say('这条已收到很多异议', '办公室正在复核，不用再提。'),
  'supplement.nothingAsked': say('现在没有要回复的询问', '请刷新列表再看。'),
};

/** Of a file that is not sent at all. */
export const EVIDENCE_TOO_LARGE: Message = {
  title: '文件太大',
  nextStep: '请换一张小一点的照片，或 400 KB 以内的 PDF。',
};

/** 可疑之处 as a sentence: why somebody should look. */
export function anomalyText(rule: string, params: Readonly<Record<string, number | string>>): string {
  const number = (name: string): number => (typeof params[name] === 'number' ? params[name] : 0);
  const text = (name: string): string => String(params[name] ?? '');
  switch (rule) {
    case 'manyAtOnce':
      return `录入人一分钟内录了 ${text('people')} 人`;
    case 'unreachable':
      return (
        `与本人的“${text('title')}”相距 ${formatDistance(number('meters'))}，` +
        `中间只隔 ${text('minutes')} 分钟，来不及赶到`
      );
    case 'overCapacity':
      return (
        `这一场累计 ${formatMinutes(number('total'))}，` +
        `超过 ${text('capacity')} 个名额全程服务的 ${formatMinutes(number('most'))}`
      );
    case 'deadlineBurst':
      return (
        `“${text('deadline')}”（${text('day')}）临近，一周内补录 ${text('week')} 条，` +
        `此前四周共 ${text('before')} 条`
      );
    default:
      return rule;
  }
}
