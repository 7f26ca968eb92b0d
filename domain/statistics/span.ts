/** Spans of days, half-open, and the stocks they make (ST1): what ends by itself is a dated −1. */
import { addDays, type CivilDay } from '../time/civil-day';

/** `to` null: without end. */
export interface Span {
  readonly from: CivilDay;
  readonly to: CivilDay | null;
}

/** +1 or −1 from a day on. */
export interface Step {
  readonly day: CivilDay;
  readonly amount: number;
}

/** The union of `[day, day + length)` over ascending days: overlapping and touching windows are one span. */
export function windowSpans(days: readonly CivilDay[], length: number): Span[] {
  const spans: { from: CivilDay; to: CivilDay }[] = [];
  for (const day of days) {
    const to = addDays(day, length);
    const last = spans[spans.length - 1];
    if (last !== undefined && day <= last.to) last.to = to;
    else spans.push({ from: day, to });
  }
  return spans;
}

/** Spans in any order and overlap, as ascending spans that do not touch. */
export function unionOf(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  const union: { from: CivilDay; to: CivilDay | null }[] = [];
  for (const { from, to } of sorted) {
    const last = union[union.length - 1];
    if (last === undefined || (last.to !== null && from > last.to)) union.push({ from, to });
    else last.to = last.to === null || to === null ? null : laterOf(last.to, to);
  }
  return union;
}

/** Days that lie in both; null when there are none. */
export function intersectionOf(a: Span, b: Span): Span | null {
  const from = laterOf(a.from, b.from);
  const to = earlierEnd(a.to, b.to);
  return to !== null && to <= from ? null : { from, to };
}

export function stepsOf(spans: readonly Span[]): Step[] {
  return spans.flatMap(({ from, to }) => [
    { day: from, amount: 1 },
    ...(to === null ? [] : [{ day: to, amount: -1 }]),
  ]);
}

/**
 * What changes in the union of windows when `day` joins or leaves the served days: only neighbours nearer
 * than
 * `length` matter, so `others` may be just the other served days around it.
 */
export function windowStepsOfToggle(
  others: readonly CivilDay[],
  day: CivilDay,
  length: number,
  joins: boolean,
): Step[] {
  const without = [...new Set(others.filter((other) => other !== day))].sort();
  const withDay = [...without, day].sort();
  const [before, after] = joins ? [without, withDay] : [withDay, without];
  const steps = new Map<CivilDay, number>();
  const add = (days: readonly CivilDay[], sign: number): void => {
    for (const step of stepsOf(windowSpans(days, length)))
      steps.set(step.day, (steps.get(step.day) ?? 0) + sign * step.amount);
  };
  add(before, -1);
  add(after, 1);
  return [...steps].flatMap(([at, amount]) => (amount === 0 ? [] : [{ day: at, amount }]));
}

export function laterOf(a: CivilDay, b: CivilDay): CivilDay {
  return a > b ? a : b;
}

export function earlierEnd(a: CivilDay | null, b: CivilDay | null): CivilDay | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
