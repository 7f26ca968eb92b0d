/** 经过: a move of a record as a sentence. */
import type { HistoryEntry } from '@contract/crediting.contract';

import { formatMinutes } from '@/lib/format';

const MEANS: Readonly<Record<string, string>> = {
  rotatingCode: '扫码',
  shortCode: '短码',
  location: '定位',
  supplement: '补录',
};

/** `by` is who did it: myself, the system, or somebody of the staff. */
export function historyText({ to, source, by, creditedMinutes }: HistoryEntry): string {
  const minutes = formatMinutes(creditedMinutes);
  const means = MEANS[source] ?? '';
  const helped = by === 'staff' ? '（由工作人员办理）' : '';
  if (source === 'recredit') return `同一天另一条记录作废，重新计为 ${minutes}`;
  switch (to) {
    case 'enrolled':
      return source === 'line' ? '候补成功，有了名额' : `报名${helped}`;
    case 'waiting':
      return `开始候补${helped}`;
    case 'enrolmentCancelled':
      return `取消报名${helped}`;
    case 'checkedIn':
      return `${means}签到${helped}`;
    case 'checkedOut':
      return `${means}签退，计 ${minutes}${helped}`;
    case 'confirmed':
      if (source === 'approval') return `审批通过，计入 ${minutes}`;
      return source === 'reduction' ? `审批后计入 ${minutes}` : `确认，计入 ${minutes}`;
    case 'expired':
      return '超时没有签退，不计时长';
    case 'voided':
      return '记录作废，不计时长';
  }
}
