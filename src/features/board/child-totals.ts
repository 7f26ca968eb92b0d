/** Σ children beside the parent, in words: what a phone shows where the desktop has a total row (ST5). */
import type { Board } from '@contract/statistics.contract';

import { formatCount } from '@/lib/format';

import { hoursOf, titleOf } from './figure-text';
import { ADDITIVE_KEYS, sumsOf, type AdditiveKey } from './ranking-rows';

export interface TotalLine {
  readonly title: string;
  readonly text: string;
}

export function additiveText(key: AdditiveKey, amount: number): string {
  return key === 'serviceHours' ? hoursOf(amount) : formatCount(amount);
}

export function childTotalsOf(board: Board): TotalLine[] {
  const sums = sumsOf(board);
  return ADDITIVE_KEYS.map((key) => {
    const { sum, unassigned } = sums[key];
    const rest = unassigned === 0 ? '' : `（另有 ${additiveText(key, unassigned)} 未归入下级）`;
    return { title: titleOf(board.division[key].measure), text: `${additiveText(key, sum)}${rest}` };
  });
}
