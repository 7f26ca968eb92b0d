/** Words for refusals of 唤醒 (WK1–WK9). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { numberOf, say, type Words } from './message-kit';

type WakeCode = Extract<ErrorCode, `wake.${string}`>;

export const WAKE_MESSAGES: Readonly<Record<WakeCode, Words>> = {
  'wake.notFound': say('没有找到这次邀请', '它可能已经结束，或不在您的辖区。请从列表或首页重新打开。'),
  'wake.notReady': say('还在清点', '请等清点完再点一次，一般几分钟内完成。'),
  'wake.nobody': say('没有可以邀请的人', '请放宽条件，另做一次。'),
  'wake.tooMany': (params) => ({
    title: `可邀请 ${formatCount(numberOf(params, 'count') ?? 0)} 人，太多了`,
    nextStep: `一次最多 ${formatCount(numberOf(params, 'maximum') ?? 0)} 人，请按县、乡镇或领域分几次。`,
  }),
  'wake.over': say('这次唤醒已经停止', '停止后不能再开始，请另做一次。'),
};
