/** 唤醒 in an office's words. */
import type { DormantWindow, Past } from '@domain/wake/dormancy';
import type { Exclusion } from '@domain/wake/invite';
import { SERVED_WITHIN_DAYS } from '@domain/wake/dormancy';
import { MINIMUM_ARM, type Uplift } from '@domain/wake/uplift';
import { formatBasisPoints } from '@domain/statistics/ratio';
import type { ServiceField } from '@domain/project/project';
import type { WakePerson, WakeView } from '@contract/wake.contract';
import { formatCount } from '@/lib/format';
import type { TagTone } from '@/ui/layout';
import { FIELD_WORDS } from '@/lib/service-field-words';

export const WINDOW_WORDS: Readonly<Record<DormantWindow, string>> = {
  R12: '近 365 天没有服务',
  YEAR: '今年没有服务',
  CUM: '从来没有服务',
};
export const PAST_FILTER_WORDS: Readonly<Record<WakeView['past'], string>> = {
  any: '都要',
  never: '从没来过的',
  before: '以前来过的',
};
export const OPENING_FILTER_WORDS: Readonly<Record<WakeView['opening'], string>> = {
  any: '不限',
  county: '本县有场次的',
  township: '本乡镇有场次的',
};
export const PAST_WORDS: Readonly<Record<Past, string>> = {
  never: '从没来过',
  recent: '一年内来过',
  longAgo: '来过，一年以前',
};
export const OPENING_WORDS: Readonly<Record<WakePerson['opening'], string>> = {
  township: '本乡镇有场次',
  county: '本县有场次',
  none: '附近没有场次',
};
export const REACH_WORDS: Readonly<Record<WakePerson['reachability'], string>> = {
  message: '可发微信提醒',
  phone: '有手机号',
  neither: '只能等打开小程序',
};
export const EXCLUSION_WORDS: Readonly<Record<Exclusion, string>> = {
  inactive: '档案正在合并',
  noConsent: '没有同意过基本授权',
  minor: '不满 18 岁',
  paused: '本人不想收邀请',
  recent: '30 天内已在一次唤醒里',
};
export const PAST_FIELD_WORDS: Readonly<Record<ServiceField | 'none', string>> = {
  ...FIELD_WORDS,
  none: '没有做过',
};

export function phaseOf(wake: WakeView): { readonly text: string; readonly tone: TagTone } {
  if (wake.isStopped) return { text: '已停止', tone: 'plain' };
  switch (wake.phase) {
    case 'counting':
      return { text: '正在清点', tone: 'gold' };
    case 'ready':
      return { text: '等您开始', tone: 'amber' };
    case 'inviting':
      return { text: '正在邀请', tone: 'gold' };
    default:
      return { text: '已邀请', tone: 'green' };
  }
}

export function isWorking({ phase }: WakeView): boolean {
  return phase === 'counting' || phase === 'inviting' || phase === 'measuring';
}

/** `+5.24` as percentage points. */
function pointsText(basisPoints: number): string {
  return `${basisPoints > 0 ? '+' : ''}${formatBasisPoints(basisPoints)}`;
}

export function intervalText({ low, high }: Uplift): string {
  return `${pointsText(low)} 至 ${pointsText(high)} 个百分点`;
}
export function differenceText({ difference }: Uplift): string {
  return `${pointsText(difference)} 个百分点`;
}

/** What the interval lets one say, and no more. */
export function upliftSentence(uplift: Uplift | null): string {
  if (uplift === null)
    return `人数太少，还不能说有没有用：两组都要有 ${String(MINIMUM_ARM)} 人以上，才算差别。`;
  if (uplift.low > 0) return '受邀的人里来服务的更多，这个差别不像是碰巧。';
  if (uplift.high < 0) return '受邀的人里来服务的反而更少，这个差别不像是碰巧，请先弄清原因再邀请。';
  return '两组的差别可能是碰巧，现在还看不出邀请有没有用。';
}

export const WAKE_DEFINITION = [
  {
    term: '两组',
    text: '可以邀请的人里，按密钥随机留出一成不邀请，作为对照；名单由系统定，谁也不能挑，看名单的人也不知道谁是对照。',
  },
  {
    term: '来服务',
    text: `从分到组的那天起 ${String(SERVED_WITHIN_DAYS)} 天内，有一条确认的服务记录。口径和活跃度一样：计入至少 1 分钟，培训不算；后来作废的不算，迟到的按服务日补上。`,
  },
  {
    term: '增量',
    text: '受邀组来服务的比例，减去对照组的比例。分到组的人全部算在内，没有收到、已经注销、档案合并了的也算（一人只算一次）。',
  },
  {
    term: '区间',
    text: '95% 置信区间，按 Newcombe 1998 年的方法，由两组各自的 Wilson 区间合成。区间含 0，就还不能说有差别。',
  },
] as const;

export function peopleText(count: number): string {
  return `${formatCount(count)} 人`;
}
