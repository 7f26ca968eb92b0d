/** Words for refusals of what organisers do to activities (AC4, AT13.2, AT14). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { numberOf, say, type Words } from './message-kit';

type ActivityCode = Extract<
  ErrorCode,
  | 'activity.shiftTimesInvalid'
  | 'activity.capacityTooLow'
  | 'activity.capacityUnlimited'
  | 'activity.shiftStarted'
  | 'activity.changeClosed'
  | 'activity.changedTooOften'
  | 'activity.placeElsewhere'
>;

const SHIFT_TIME_WORDS: Readonly<Record<string, string>> = {
  endBeforeStart: '结束时间要晚于开始时间。',
  tooShort: '每场次至少 10 分钟。',
  tooLong: '每场次最长 12 小时，请拆成几个场次。',
  past: '场次已经结束，请改到以后的时间。',
  tooFarAhead: '最多提前一年安排场次。',
  tooSoon: '大家来不及知道，请把开始时间再往后放。',
  earlierDay: '只能改到同一天或以后的日子；要提前到更早的一天，请取消后新建。',
};

export const ACTIVITY_MESSAGES: Readonly<Record<ActivityCode, Words>> = {
  'activity.shiftTimesInvalid': (params) => ({
    title: '场次时间不合适',
    nextStep: SHIFT_TIME_WORDS[String(params.reason ?? '')] ?? '请检查开始和结束时间。',
  }),
  'activity.capacityTooLow': (params) => ({
    title: `已有 ${formatCount(numberOf(params, 'takenCount') ?? 0)} 人报名`,
    nextStep: '名额不能少于已报名的人数，请填大一些的数。',
  }),
  'activity.capacityUnlimited': say('这个场次不限名额', '不限名额的场次不用改名额。'),
  'activity.shiftStarted': say('场次已经开始，不能取消', '请照常进行；确有变化，请当面通知大家提前签退。'),
  'activity.changeClosed': say('马上开始签到，不能再改了', '请照常进行，或在开始前取消这个场次并写明原因。'),
  'activity.changedTooOften': (params) => ({
    title: `这个场次已经改过 ${String(params.maximum ?? '')} 次`,
    nextStep: '再改大家会弄不清，请取消这个场次，另外新建。',
  }),
  'activity.placeElsewhere': say('不能改到别的县', '请在本县另选地点；要换县，请取消后新建。'),
};
