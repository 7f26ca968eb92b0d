/** Words for refusals of moving house, leaving and consents (RG9, RG10, CO2, CO3). */
import type { ErrorCode } from '@contract/error-codes';
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';

import type { ApiParams } from './api-error';
import { formatDay } from './format';
import { say, type Words } from './message-kit';

type PersonCode = Extract<
  ErrorCode,
  'volunteer.movedTooOften' | 'volunteer.visitOpen' | `consent.${string}` | `profile.${string}`
>;

function firstDayOf({ fromDay }: ApiParams): string {
  const day = String(fromDay ?? '');
  return isCivilDay(day) ? `${formatDay(parseCivilDay(day))}起` : '下个月';
}

export const PERSON_MESSAGES: Readonly<Record<PersonCode, Words>> = {
  'volunteer.movedTooOften': (params) => ({
    title: '这个月改居住地的次数用完了',
    nextStep: `每月最多改 ${String(params.maximum ?? '')} 次，${firstDayOf(params)}可以再改。`,
  }),
  'consent.textChanged': say('说明有了新的版本', '请刷新页面，看过新的说明再决定。'),
  'consent.locationMissing': say(
    '您还没有同意用定位签到',
    '请再点一次，看过说明后选“同意”；也可以扫码或输入短码，不用定位。',
  ),
  'profile.changedMeanwhile': say('资料已经在别处改过', '已换成最新的，请看一看，再改您要改的。'),
  'volunteer.visitOpen': (params) => ({
    title: '还有一次服务没有签退',
    nextStep: `请先为“${String(params.title ?? '')}”签退，再来注销；已过签退时间的，稍后自动结束。`,
  }),
};
