/** 收队 and 复核 in words. */
import type { ClosingView, ReviewView } from '@contract/closing.contract';
import { toleranceOf } from '@domain/attendance/closing';
import { formatCount } from '@/lib/format';
import type { TagTone } from '@/ui/layout';

type State = NonNullable<ClosingView['state']>;

export const STATE_TAGS: Readonly<Record<State, { readonly text: string; readonly tone: TagTone }>> = {
  closed: { text: '已收队', tone: 'green' },
  review: { text: '复核中', tone: 'amber' },
  unclosed: { text: '没有收队', tone: 'amber' },
};

/** `点到 12 人，记录 15 人，多出 3 人`. */
export function differenceText(expectedCount: number | null, recordedCount: number): string {
  const recorded = `记录 ${formatCount(recordedCount)} 人`;
  if (expectedCount === null) return `没有点人数，${recorded}`;
  const counted = `点到 ${formatCount(expectedCount)} 人`;
  const difference = recordedCount - expectedCount;
  if (difference === 0) return `${counted}，${recorded}，一致`;
  const word = difference > 0 ? '记录多出' : '记录少';
  return `${counted}，${recorded}，${word} ${formatCount(Math.abs(difference))} 人`;
}

/** `允许相差 1 人（5%）`. */
export function toleranceText(headCount: number, percent: number): string {
  const tolerance = toleranceOf(headCount, percent);
  return tolerance === 0 ? '人数要完全一致' : `允许相差 ${formatCount(tolerance)} 人（${String(percent)}%）`;
}

export function whyText({ state, expectedCount, recordedCount }: ReviewView): string {
  const difference = differenceText(expectedCount, recordedCount);
  return state === 'review' ? `${difference}；复核前不计入` : `${difference}；时长已计入，请核实`;
}
