/** 补录 in words: states, reasons, kinds of objection. */
import type { SupplementView } from '@contract/supplement.contract';
import { OBJECTION_KINDS, type ObjectionKind } from '@contract/supplement-review.contract';
import {
  SUPPLEMENT_REASONS,
  type SupplementReason,
  type SupplementState,
} from '@domain/supplement/supplement';
import type { TagTone } from '@/ui/layout';

export const STATE_WORDS: Readonly<
  Record<SupplementState, { readonly text: string; readonly tone: TagTone }>
> = {
  toCheck: { text: '等核对', tone: 'amber' },
  toConfirm: { text: '等本人确认', tone: 'amber' },
  confirmed: { text: '已确认', tone: 'green' },
  refused: { text: '已退回', tone: 'plain' },
  declined: { text: '本人不认', tone: 'red' },
  lapsed: { text: '已过期', tone: 'plain' },
  voided: { text: '已作废', tone: 'red' },
};

export const REASON_WORDS: Readonly<Record<SupplementReason, string>> = {
  noNetwork: '现场没有网络',
  phoneTrouble: '没带手机或手机坏了',
  forgotCheckOut: '忘了签退',
  codeTrouble: '签到码出了问题',
  other: '其他原因',
};
export const REASON_OPTIONS = SUPPLEMENT_REASONS.map((value) => ({ value, text: REASON_WORDS[value] }));

export const OBJECTION_WORDS: Readonly<Record<ObjectionKind, string>> = {
  notThere: '这个人没有到场',
  wrongTimes: '时间不对',
  forOthers: '替别人刷时长或买卖时长',
  other: '其他',
};
export const OBJECTION_OPTIONS = OBJECTION_KINDS.map((value) => ({ value, text: OBJECTION_WORDS[value] }));

/** Who has acted so far, as one line. */
export function actorsText({
  makerName,
  checkerName,
}: Pick<SupplementView, 'makerName' | 'checkerName'>): string {
  const checker = checkerName === null ? '还没有人核对' : `核对人 ${checkerName}`;
  return `录入人 ${makerName}，${checker}`;
}
