/** The rules of a shift as one reads them before enrolling (AT7, AT11). */
import type { ShiftView } from '@contract/activity.contract';

import { formatClock } from './format';

/** Nothing where there is nothing beyond the ordinary. */
export function ruleTexts({ rules }: Pick<ShiftView, 'rules'>): string[] {
  const { minimumPresencePercent: percent, breaks, graceInMinutes, graceOutMinutes } = rules;
  const times = breaks.map(({ from, to }) => `${formatClock(from)}–${formatClock(to)}`);
  const graces = [
    ...(graceInMinutes > 0 ? [`开始前 ${String(graceInMinutes)} 分钟内`] : []),
    ...(graceOutMinutes > 0 ? [`结束后 ${String(graceOutMinutes)} 分钟内`] : []),
  ];
  return [
    ...(percent === null ? [] : [`在场不足本场次的 ${String(percent)}%，不计时长`]),
    ...(times.length === 0 ? [] : [`${times.join('、')} 休息、用餐或路途，不计时长`]),
    ...(graces.length === 0 ? [] : [`${graces.join('和')}到场的时间也计入`]),
  ];
}
