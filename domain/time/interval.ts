/** Half-open intervals of time and lists of them, in order and without overlap: whole milliseconds. */
import { civilDayOf, endOfDay, type CivilDay } from './civil-day';

export interface Interval {
  /** epoch ms, included */
  readonly from: number;
  /** epoch ms, not included */
  readonly to: number;
}

/** The part of each that lies within the window. */
export function within(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals.flatMap(({ from, to }) => {
    const part = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
    return part.from < part.to ? [part] : [];
  });
}

/** What of the intervals none of the others takes. */
export function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  let rest = [...intervals];
  for (const { from, to } of others) {
    if (from >= to) continue;
    rest = rest.flatMap((one) => [
      ...within([one], { from: -Infinity, to: from }),
      ...within([one], { from: to, to: Infinity }),
    ]);
  }
  return rest;
}

/** ms */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Cut at local midnight (AT8): the parts of each Shanghai day, days in order. */
export function byDay(intervals: readonly Interval[]): Map<CivilDay, Interval[]> {
  const days = new Map<CivilDay, Interval[]>();
  for (const { from, to } of intervals) {
    for (let start = from; start < to;) {
      const day = civilDayOf(start);
      const end = Math.min(to, endOfDay(day));
      days.set(day, [...(days.get(day) ?? []), { from: start, to: end }]);
      start = end;
    }
  }
  return days;
}
