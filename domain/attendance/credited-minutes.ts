/** 服务时长 (AT7, AT11): what of a visit is service, and the one place where minutes are rounded. */
import { MINUTE_MS } from '../time/civil-day';
import { byDay, lengthOf, within, without, type Interval } from '../time/interval';
import type { ShiftRules } from './attendance-rules';

export interface Visit {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly checkInAt: number;
  readonly checkOutAt: number;
  readonly rules: ShiftRules;
}

export interface Service {
  /** from check-in to check-out */
  readonly present: readonly Interval[];
  /** of it, within the shift and its graces */
  readonly admitted: readonly Interval[];
  /** of it, outside breaks: `max(0, min(out, end + graceOut) − max(in, start − graceIn) − breaks)` */
  readonly served: readonly Interval[];
}

export function serviceOf({ startsAt, endsAt, checkInAt, checkOutAt, rules }: Visit): Service {
  const present = within([{ from: checkInAt, to: checkOutAt }], { from: -Infinity, to: Infinity });
  const admitted = within(present, {
    from: startsAt - rules.graceInMinutes * MINUTE_MS,
    to: endsAt + rules.graceOutMinutes * MINUTE_MS,
  });
  return { present, admitted, served: without(admitted, rules.breaks) };
}

/** Whole minutes, rounded down on each local day, so that a day's minutes never depend on another day. */
export function minutesOf(intervals: readonly Interval[]): number {
  let minutes = 0;
  for (const parts of byDay(intervals).values()) minutes += wholeMinutes(parts);
  return minutes;
}

/** Of intervals within one day. */
export function wholeMinutes(intervals: readonly Interval[]): number {
  return Math.floor(lengthOf(intervals) / MINUTE_MS);
}

/** What the rule wants, in whole minutes, rounded up; null: there is no such rule. */
export function requiredMinutes(visit: Pick<Visit, 'startsAt' | 'endsAt' | 'rules'>): number | null {
  const { minimumPresencePercent: percent, breaks } = visit.rules;
  if (percent === null) return null;
  const length = visit.endsAt - visit.startsAt - lengthOf(breaks);
  return Math.ceil((length * percent) / (100 * MINUTE_MS));
}
