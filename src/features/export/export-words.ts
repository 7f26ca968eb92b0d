/** How far a file is, in words. */
import type { ExportView } from '@contract/export.contract';
import { civilDayOf } from '@domain/time/civil-day';

import { formatAsOf, formatCount, formatDay } from '@/lib/format';

const OPEN_STATES: readonly ExportView['state'][] = ['queued', 'reading', 'settling', 'writing'];

export function isBeingMade({ state }: ExportView): boolean {
  return OPEN_STATES.includes(state);
}

/** `58 KB`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${String(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

export function stateText(view: ExportView): string {
  const { state, doneCount, totalCount, asOf, fileBytes, keptUntil } = view;
  switch (state) {
    case 'queued':
      return '已收到，马上开始';
    case 'reading':
      return `正在读取：${formatCount(doneCount)} / ${formatCount(totalCount ?? 0)} 个区划`;
    case 'settling':
      return '正在把所有数字对齐到同一时刻';
    case 'writing':
      return '正在写成文件';
    case 'ready':
      return [
        asOf === null ? '' : formatAsOf(asOf),
        fileBytes === null ? '' : sizeText(fileBytes),
        keptUntil === null ? '' : `保留到 ${formatDay(civilDayOf(keptUntil)).slice(5)}`,
      ].join(' · ');
    case 'failed':
      return '没有做成，请重新导出';
    case 'expired':
      return '文件已过期清理，请重新导出';
  }
}

/** 0 … 1; reading is most of it. */
export function progressOf({ state, doneCount, totalCount }: ExportView): number {
  if (state === 'queued') return 0;
  if (state === 'reading') return totalCount === null ? 0 : (doneCount / Math.max(1, totalCount)) * 0.9;
  return state === 'settling' ? 0.92 : state === 'writing' ? 0.96 : 1;
}

export function fileNameOf({ divisionName, fromDay, toDay }: ExportView): string {
  return `${divisionName}志愿服务统计_${fromDay}_${toDay}.xlsx`;
}
