/**
 * 未活跃 of one person (WK1): registered, and without a qualifying record in the window. Said by the rule that
 * lists the persons of a figure (ST14, ST40), so that the dormant and the active are all the registered.
 */
import type { ProjectId } from '../kernel/identifiers';
import type { ServiceFact, VolunteerFacts } from '../statistics/contribution';
import { MINIMUM_QUALIFYING_MINUTES, R12_DAYS } from '../statistics/measure';
import { homeOn, shareOf } from '../statistics/membership';
import { addDays, type CivilDay } from '../time/civil-day';
import type { DivisionCode } from '../kernel/identifiers';

export const DORMANT_WINDOWS = ['R12', 'YEAR', 'CUM'] as const;
export type DormantWindow = (typeof DORMANT_WINDOWS)[number];

/** How long ago somebody last served: never, within the last 365 days, or before. */
export const PASTS = ['never', 'recent', 'longAgo'] as const;
export type Past = (typeof PASTS)[number];

export interface Dormant {
  readonly home: DivisionCode;
  readonly past: Past;
  /** of the last qualifying record */
  readonly lastProjectId: ProjectId | null;
}

function isQualifying({ minutes }: ServiceFact): boolean {
  return minutes >= MINIMUM_QUALIFYING_MINUTES;
}

/** Null: not registered on the day, or active in the window. */
export function dormancyOf(facts: VolunteerFacts, window: DormantWindow, day: CivilDay): Dormant | null {
  const home = homeOn(facts.standing, day);
  if (home === null || shareOf(facts, home, 'registered', day).amount === 0) return null;
  if (shareOf(facts, home, `active.${window}`, day).amount > 0) return null;
  let last: ServiceFact | null = null;
  for (const record of facts.records) {
    if (!isQualifying(record) || record.serviceDay > day) continue;
    if (last === null || record.serviceDay >= last.serviceDay) last = record;
  }
  return { home, past: pastOf(last, day), lastProjectId: last?.projectId ?? null };
}

function pastOf(last: ServiceFact | null, day: CivilDay): Past {
  if (last === null) return 'never';
  return last.serviceDay > addDays(day, -R12_DAYS) ? 'recent' : 'longAgo';
}

/** WK7: from the day of the assignment on, so many days; the same for both arms. */
export const SERVED_WITHIN_DAYS = 30;

export function servedWithin(records: readonly ServiceFact[], fromDay: CivilDay, asOfDay: CivilDay): boolean {
  const until = addDays(fromDay, SERVED_WITHIN_DAYS);
  return records.some(
    (record) =>
      isQualifying(record) &&
      record.serviceDay >= fromDay &&
      record.serviceDay < until &&
      record.serviceDay <= asOfDay,
  );
}
