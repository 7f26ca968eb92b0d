/** Words for refusals of demand orders (DM). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

type Code = Extract<ErrorCode, `order.${string}`>;

export const DEMAND_MESSAGES: Readonly<Record<Code, Words>> = {
  'order.notFound': say('没有找到这张单', '它可能已被别的队伍接下，或已撤回，请刷新列表。'),
  'order.changedMeanwhile': say('这张单已经有了变化', '请刷新，看看现在到哪一步了。'),
  'order.expired': say('要的时间已经过了', '还需要的话，请重新点一张单。'),
  'order.movedTooOften': say('这张单已经派过很多次', '请写明原因不受理，或请县里协调。'),
  'order.ratingClosed': say('评价已经定了', '第一次评价 7 天后、或改过 11 次后不再修改。'),
  'order.askedWhomMissing': say('没有写问了谁', '代点的单请写明问的是谁，例如“本人”“家属”。'),
  'order.timesWrong': say('时间不合适', '请选两小时以后、60 天以内的时间，一次不超过 12 小时。'),
  'order.tooMany': (params) => ({
    title: `您已有 ${String(params.maximum ?? '')} 张单没有办完`,
    nextStep: '请等其中一张办完，或撤回一张，再点新的。',
  }),
  'order.teamUnfit': say('不能请这支队伍', '它已注销或不在本县，请另选一支。'),
};
