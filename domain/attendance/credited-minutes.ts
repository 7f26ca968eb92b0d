/** 服务时长 (AT7): the one place where minutes are computed and rounded. */
import { MINUTE_MS } from '../time/civil-day';

export interface CreditRule {
  readonly graceInMs: number;
  readonly graceOutMs: number;
  readonly breakMs: number;
}
/** The city's defaults: presence before the start or after the end is not service. */
export const DEFAULT_CREDIT_RULE: CreditRule = { graceInMs: 0, graceOutMs: 0, breakMs: 0 };

export interface Visit {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly checkInAt: number;
  /** null: not checked out, nothing is credited */
  readonly checkOutAt: number | null;
}

/** `max(0, min(out, end + graceOut) - max(in, start - graceIn) - breaks)` in whole minutes, rounded down. */
export function creditedMinutes(visit: Visit, rule: CreditRule = DEFAULT_CREDIT_RULE): number {
  if (visit.checkOutAt === null) return 0;
  const from = Math.max(visit.checkInAt, visit.startsAt - rule.graceInMs);
  const to = Math.min(visit.checkOutAt, visit.endsAt + rule.graceOutMs);
  return Math.max(0, Math.floor((to - from - rule.breakMs) / MINUTE_MS));
}
