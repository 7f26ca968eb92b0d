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
  if (source === 'held') return '本场人数对不上，暂不计入，等复核';
  if (source === 'released') return `复核通过，计入 ${minutes}`;
  if (source === 'claimWithdrawn') return '撤回申请，恢复原样';
  if (source === 'claimRefused') return '申请没有通过，恢复原样';
  if (source === 'merge') return mergedText(to, minutes);
  if (source === 'import') return `从其他系统的名单导入，计入 ${minutes}`;
  if (source === 'importUndone') return '导入撤回，记录作废，不计时长';
  if (source === 'objection') return '本人否认，记录作废，不计时长';
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
    case 'disputed':
      return '申请更正或提出异议，答复前不计入';
    case 'checkedOut':
      if (source === 'claimAccepted') return `同意更正，计 ${minutes}`;
      return `${means}签退，计 ${minutes}${helped}`;
    case 'confirmed':
      if (source === 'claimAccepted') return `更正后计入 ${minutes}`;
      if (source === 'approval') return `审批通过，计入 ${minutes}`;
      return source === 'reduction' ? `审批后计入 ${minutes}` : `确认，计入 ${minutes}`;
    case 'expired':
      return '超时没有签退，不计时长';
    case 'voided':
      return '记录作废，不计时长';
  }
}

/** RM3: another registration of the same person became this one. */
function mergedText(to: HistoryEntry['to'], minutes: string): string {
  if (to === 'confirmed') return `档案合并，计入 ${minutes}`;
  if (to === 'checkedOut') return `档案合并，签退，计 ${minutes}`;
  return to === 'voided' || to === 'enrolmentCancelled'
    ? '档案合并，转到保留的一份'
    : '档案合并，从另一份转来';
}
