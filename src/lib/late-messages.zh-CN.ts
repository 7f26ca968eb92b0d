/** Words for what comes late, and for an organiser's ticks (AT5). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

type LateCode = Extract<
  ErrorCode,
  `attendance.${`late${string}` | 'locationNotLate' | 'notOnRoster' | 'ownRecord'}`
>;

export const LATE_MESSAGES: Readonly<Record<LateCode, Words>> = {
  'attendance.lateUnproven': say(
    '签到码的时间和手机扫码的时间对不上',
    '这次补传没有算上。如您当时在场，请让现场组织者在离线点名里为您点到。',
  ),
  'attendance.lateTooOld': say(
    '补传超过了 24 小时',
    '这次扫码已不能自动算上。如您当时在场，请联系组织者说明情况、申请更正。',
  ),
  'attendance.lateRefused': say(
    '组织者没有认可这一场的补传',
    '请直接联系组织者说明情况；还没离场的，离场时请联网再扫码签退。',
  ),
  'attendance.locationNotLate': say(
    '定位只有当时联网才算数',
    '事后上传的定位不能证明时间，没有算上。请扫组织者屏幕上的签到码（没有网络也能扫），或请组织者点名。',
  ),
  'attendance.notOnRoster': say('名册里没有这个人', '请让本人先报名或扫码签到，再更新名册。'),
  'attendance.ownRecord': say('不能给自己点到或认可', '请由这一场的另一位组织者来办。'),
};
