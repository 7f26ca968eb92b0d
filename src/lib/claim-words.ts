/** 更正申请 in words, the same for both sides. */
import type { AskedClaim, ClaimView } from '@contract/claim.contract';

import { formatClock, formatMinutes } from './format';

export const CLAIM_WORDS: Readonly<Record<AskedClaim['kind'], string>> = {
  forgotten: '忘了签退',
  refused: '想签退，没有签成',
  times: '时间不对',
  notMine: '这条记录不是我的',
};

type Recorded = Pick<AskedClaim, 'checkedInAt' | 'checkedOutAt' | 'creditedMinutes'>;

/** `13:58 签到，没有签退`; minutes are said of a visit that ended. */
export function recordText({ checkedInAt, checkedOutAt, creditedMinutes }: Recorded): string {
  const arrived = checkedInAt === null ? '没有签到' : `${formatClock(checkedInAt)} 签到`;
  if (checkedOutAt === null) return `${arrived}，没有签退`;
  return `${arrived}，${formatClock(checkedOutAt)} 签退，计 ${formatMinutes(creditedMinutes)}`;
}

type Times = Pick<ClaimView, 'arrivedAt' | 'leftAt'>;

/** `14:00 到，16:30 离开`; null: nothing is said of the times. */
export function timesText({ arrivedAt, leftAt }: Times): string | null {
  const said = [
    ...(arrivedAt === null ? [] : [`${formatClock(arrivedAt)} 到`]),
    ...(leftAt === null ? [] : [`${formatClock(leftAt)} 离开`]),
  ];
  return said.length === 0 ? null : said.join('，');
}
