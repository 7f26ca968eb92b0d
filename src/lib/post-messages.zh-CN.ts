/** Words for refusals about 岗位 (AT15). */
import type { ErrorCode } from '@contract/error-codes';

import type { ApiParams } from './api-error';
import { formatCount } from './format';
import { numberOf, say, type Words } from './message-kit';
import { skillWords } from './skill-words';

const nameOf = ({ name }: ApiParams): string => `“${String(name ?? '')}”`;
const countOf = (params: ApiParams, key: string): string => formatCount(numberOf(params, key) ?? 0);

export const POST_MESSAGES: Readonly<Record<Extract<ErrorCode, `post.${string}`>, Words>> = {
  'post.none': say('这个场次没有分岗位', '发布时没有分岗位的场次，改名额就行。'),
  'post.notChosen': say('请先选岗位', '这个场次分岗位报名，请选一个您愿意做的。'),
  'post.notFound': say('岗位已经变了', '请刷新后重新选。'),
  'post.namesAlike': say('有两个岗位同名', '请改成不同的名称，大家才分得清。'),
  'post.seatsTooLow': (params) => ({
    title: `岗位${nameOf(params)}已有 ${countOf(params, 'takenCount')} 人报名`,
    nextStep: '岗位的名额不能少于已有的人数，请填大一些的数。',
  }),
  'post.seatsTooMany': (params) => ({
    title: '名额太多了',
    nextStep: `各岗位加起来不超过 ${countOf(params, 'maximum')} 个。`,
  }),
  'post.hasPeople': (params) => ({
    title: `岗位${nameOf(params)}已经有人报名或候补`,
    nextStep: '它的名称和要求不能再改，也不能去掉；可以改名额，或另加一个岗位。',
  }),
  'post.tooOften': say('岗位改动太多次了', '请取消这个场次，另外新建。'),
  'post.tooYoung': (params) => ({
    title: `岗位${nameOf(params)}要求年满 ${countOf(params, 'minimumAge')} 周岁`,
    nextStep: '按场次当天的年龄算，请选别的岗位或活动。',
  }),
  'post.skillMissing': (params) => ({
    title: `岗位${nameOf(params)}需要会${skillWords(params.skill)}的人`,
    nextStep: '会的话，请在“我的资料”里选上，再回来报名；也可以选别的岗位。',
  }),
  'post.ofShift': say('这个场次分了岗位', '请改各个岗位的名额，总名额会跟着变。'),
};
