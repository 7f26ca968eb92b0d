/**
 * What one volunteer adds to every number: a pure function of that volunteer's facts (ST10–ST15).
 *
 * The answer is a list of dated changes. A stock on day T is the sum of all changes up to T, so any past day
 * can be read exactly, and a window that runs out (a year, 365 days) is simply a dated −1. Registering,
 * moving, leaving, a late upload, a void: all are the same case, recompute one person and apply the
 * difference.
 */
import type { DivisionCode, ProjectId } from '../kernel/identifiers';
import { firstDayOfNextYear, type CivilDay } from '../time/civil-day';
import type { Origin } from '../link/referral';
import type { VolunteerStanding } from '../volunteer/volunteer';
import { MINIMUM_QUALIFYING_MINUTES, R12_DAYS, TWENTY_HOURS_MINUTES, type Quantity } from './measure';
import { earlierEnd, intersectionOf, laterOf, unionOf, windowSpans, type Span } from './span';

/** A confirmed service record, reduced to what counts. */
export interface ServiceFact {
  readonly serviceDay: CivilDay;
  readonly minutes: number;
  /** the volunteer's own check-in and check-out (ST14 STRICT) */
  readonly isStrict: boolean;
  /** 补录: entered afterwards, or taken over from another system (ST22) */
  readonly isSupplemented: boolean;
  /** confirmed more than TIMELY_DAYS after the service (ST22) */
  readonly isLate: boolean;
  readonly projectId: ProjectId;
  /**
   * AT8: minutes served on another day than the one the record counts on. They count on theirs, as no further
   * record.
   */
  readonly isPart?: true;
}

/** A check-in whose visit is over, with a check-out or without one (ST22 closure). */
export interface VisitFact {
  readonly day: CivilDay;
  readonly isClosed: boolean;
}

export interface VolunteerFacts {
  readonly standing: VolunteerStanding;
  readonly records: readonly ServiceFact[];
  readonly visits: readonly VisitFact[];
  /** while a training was valid, the first day included, the last not (ST22) */
  readonly trainings: readonly Span[];
  /** 来源; absent and null: no link led here (VI5) */
  readonly origin?: Origin | null;
}

/** One dated change of one quantity in one leaf division. */
export interface Change {
  readonly divisionCode: DivisionCode;
  readonly day: CivilDay;
  readonly quantity: Quantity;
  readonly amount: number;
}

/**
 * All changes have one hidden shape: a recount makes fifty million of them, and copies with `...` are slow.
 */
function changeOf(divisionCode: DivisionCode, day: CivilDay, quantity: Quantity, amount: number): Change {
  return { divisionCode, day, quantity, amount };
}

export function contributionOf(facts: VolunteerFacts): Change[] {
  const { standing } = facts;
  if (standing.status === 'merged') return [];
  const homes = homeSpans(standing);
  const records = facts.records.filter((record) => record.minutes >= MINIMUM_QUALIFYING_MINUTES);
  const days = serviceDays(records);
  const strictDays = serviceDays(records.filter((record) => record.isStrict));
  const changes = [
    ...stock('registered', homes, [{ from: standing.registeredDay, to: null }]),
    ...stock('activeCum', homes, cumulativeSpans(days)),
    ...stock('activeYear', homes, yearSpans(days)),
    ...stock('activeR12', homes, windowSpans(days, R12_DAYS)),
    ...stock('activeCumStrict', homes, cumulativeSpans(strictDays)),
    ...stock('activeYearStrict', homes, yearSpans(strictDays)),
    ...stock('activeR12Strict', homes, windowSpans(strictDays, R12_DAYS)),
    ...stock('active20Hours', homes, twentyHourSpans(records)),
    ...stock('activeTrained', homes, trainedSpans(cumulativeSpans(days), facts.trainings)),
    ...lapses('lapsedR12', homes, windowSpans(days, R12_DAYS)),
    ...records.flatMap((record) => flows(homes, record)),
    ...facts.visits.flatMap((visit) => visitFlows(homes, visit)),
  ];
  return mergeChanges(changes);
}

interface HomeSpan extends Span {
  readonly divisionCode: DivisionCode;
}

function homeSpans(standing: VolunteerStanding): HomeSpan[] {
  return standing.residences.flatMap((residence, index): HomeSpan[] => {
    const from = laterOf(residence.fromDay, standing.registeredDay);
    const to = earlierEnd(standing.residences[index + 1]?.fromDay ?? null, standing.leftDay);
    return to !== null && to <= from ? [] : [{ divisionCode: residence.divisionCode, from, to }];
  });
}

function serviceDays(records: readonly ServiceFact[]): CivilDay[] {
  return [...new Set(records.map((record) => record.serviceDay))].sort();
}

function cumulativeSpans(days: readonly CivilDay[]): Span[] {
  const first = days[0];
  return first === undefined ? [] : [{ from: first, to: null }];
}

function yearSpans(days: readonly CivilDay[]): Span[] {
  const firstByYear = new Map<CivilDay, CivilDay>();
  for (const day of days) {
    const end = firstDayOfNextYear(day);
    if (!firstByYear.has(end)) firstByYear.set(end, day);
  }
  return [...firstByYear].map(([to, from]) => ({ from, to }));
}

/** ST18: from the day on which the minutes of a calendar year reach 20 hours to the end of that year. */
function twentyHourSpans(records: readonly ServiceFact[]): Span[] {
  const minutesByYear = new Map<CivilDay, number>();
  const spans: Span[] = [];
  for (const record of [...records].sort((a, b) => (a.serviceDay < b.serviceDay ? -1 : 1))) {
    const to = firstDayOfNextYear(record.serviceDay);
    const before = minutesByYear.get(to) ?? 0;
    minutesByYear.set(to, before + record.minutes);
    const reaches = before < TWENTY_HOURS_MINUTES && before + record.minutes >= TWENTY_HOURS_MINUTES;
    if (reaches) spans.push({ from: record.serviceDay, to });
  }
  return spans;
}

/** ST22: active, and with a valid training, on the same day. */
function trainedSpans(active: readonly Span[], trainings: readonly Span[]): Span[] {
  return active.flatMap((span) =>
    unionOf(trainings).flatMap((training) => intersectionOf(span, training) ?? []),
  );
}

/**
 * A person counts where the person lives then, while the span lasts: numerator ⊆ denominator by construction.
 */
function stock(quantity: Quantity, homes: readonly HomeSpan[], spans: readonly Span[]): Change[] {
  return spans.flatMap((span) =>
    homes.flatMap((home) => {
      const common = intersectionOf(home, span);
      if (common === null) return [];
      const start = changeOf(home.divisionCode, common.from, quantity, 1);
      return common.to === null ? [start] : [start, changeOf(home.divisionCode, common.to, quantity, -1)];
    }),
  );
}

/** ST32: one for each window that runs out while the person lives there. */
function lapses(quantity: Quantity, homes: readonly HomeSpan[], spans: readonly Span[]): Change[] {
  return spans.flatMap(({ to }) =>
    homes.flatMap(({ divisionCode, from, to: end }) =>
      to !== null && from < to && (end === null || to <= end)
        ? [{ divisionCode, day: to, quantity, amount: 1 }]
        : [],
    ),
  );
}

/**
 * Minutes and records stay where the person lived on the service day; before registration, in the first home.
 */
function flows(homes: readonly HomeSpan[], record: ServiceFact): Change[] {
  const home = homeOfDay(homes, record.serviceDay);
  if (home === undefined) return [];
  const { divisionCode } = home;
  const { serviceDay: day, minutes } = record;
  const changes = [changeOf(divisionCode, day, 'serviceMinutes', minutes)];
  if (record.isPart !== true) changes.push(changeOf(divisionCode, day, 'serviceRecords', 1));
  if (record.isStrict) changes.push(changeOf(divisionCode, day, 'strictMinutes', minutes));
  if (record.isSupplemented) changes.push(changeOf(divisionCode, day, 'supplementedMinutes', minutes));
  if (record.isLate) changes.push(changeOf(divisionCode, day, 'lateRecords', 1));
  return changes;
}

function visitFlows(homes: readonly HomeSpan[], visit: VisitFact): Change[] {
  const home = homeOfDay(homes, visit.day);
  if (home === undefined) return [];
  const quantity = visit.isClosed ? 'closedVisits' : 'unclosedVisits';
  return [changeOf(home.divisionCode, visit.day, quantity, 1)];
}

function homeOfDay(homes: readonly HomeSpan[], day: CivilDay): HomeSpan | undefined {
  let home = homes[0];
  for (const span of homes) if (span.from <= day) home = span;
  return home;
}

/** Sums changes of the same cell, drops zeros, sorts: two equal contributions are equal as text. */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  let last: Change | undefined;
  for (const change of [...changes].sort(byCell)) {
    if (last !== undefined && byCell(last, change) === 0) {
      merged.pop();
      last = changeOf(last.divisionCode, last.day, last.quantity, last.amount + change.amount);
    } else last = change;
    merged.push(last);
  }
  return merged.filter(({ amount }) => amount !== 0);
}

function byCell(a: Change, b: Change): number {
  return (
    compareTexts(a.divisionCode, b.divisionCode) ||
    compareTexts(a.day, b.day) ||
    compareTexts(a.quantity, b.quantity)
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** What has to be added to go from one contribution to another. */
export function differenceOf(before: readonly Change[], after: readonly Change[]): Change[] {
  return mergeChanges([...after, ...before.map(negative)]);
}

function negative({ divisionCode, day, quantity, amount }: Change): Change {
  return changeOf(divisionCode, day, quantity, -amount);
}
