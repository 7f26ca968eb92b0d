/** Words for refusals of printed codes, cards and helpers (AT3.2, AT3.4, AT3.5). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { say, type Words } from './message-kit';

type AssistCode = Extract<ErrorCode, `${'placeCode' | 'confirmation' | 'card' | 'assist'}.${string}`>;

const countOf = (count: string | number | undefined): string => formatCount(Number(count ?? 0));

export const ASSIST_MESSAGES: Readonly<Record<AssistCode, Words>> = {
  'placeCode.invalid': say(
    '这不是有效的地点码',
    '请再扫一次墙上的码；还不行，请扫组织者手机上的签到码，或用定位签到。',
  ),
  'placeCode.withdrawn': say(
    '这张地点码已停用',
    '请扫这里新贴的码；没有新码的，请扫组织者手机上的签到码，并请他取下旧码。',
  ),
  'placeCode.elsewhere': say(
    '这张码不是这个场次的地点',
    '请到场次写明的地点扫那里的码，或扫组织者手机上的签到码。',
  ),
  'confirmation.notFound': say('这条请求已经不在了', '它可能已被处理，或还没有送到；请刷新名单再看。'),
  'card.invalid': say('这不是有效的志愿者证', '请再扫一次；仍不行，请从名单里选这个人，再点清人数。'),
  'card.replaced': say(
    '这张志愿者证已换新，旧证失效',
    '请扫本人手机“我的志愿者证”里的新码，或从名单里选这个人。',
  ),
  'assist.self': say('不能给自己签到', '请像其他人一样扫动态码或用定位，也可以请另一位组织者帮您签。'),
  'assist.notEnrolled': say('这个人不在本场名单上', '没有报名的人，请扫他的志愿者证来签到。'),
  'assist.headCountDiffers': (params) => ({
    title: `选了 ${countOf(params.chosenCount)} 人，点到 ${countOf(params.headCount)} 人，对不上`,
    nextStep: '还没有为任何人签。请再点一遍人数，或在名单里补选、去掉，两个数一样再提交。',
  }),
};
