/**
 * What one volunteer adds to every number: a pure function of that volunteer's facts (ST10–ST15).
 *
 * The answer is a list of dated changes. A stock on day T is the sum of all changes up to T, so any past day
 * can be read exactly, and a window that runs out (a year, 365 days) is simply a dated −1. Registering,
 * moving, leaving, a late upload, a void: all are the same case, recompute one person and apply the
 * difference.
 */
import type { DivisionCode, ProjectId } from '../kernel/identifiers';
import { addDays, firstDayOfNextYear, type CivilDay } from '../time/civil-day';
import type { VolunteerStanding } from '../volunteer/volunteer';
import { MINIMUM_QUALIFYING_MINUTES, R12_DAYS, type Quantity } from './measure';

/** A confirmed service record, reduced to what counts. */
export interface ServiceFact {
  readonly serviceDay: CivilDay;
  readonly minutes: number;
  /** the volunteer's own check-in and check-out (ST14 STRICT) */
  readonly isStrict: boolean;
  readonly projectId: ProjectId;
}

export interface VolunteerFacts {
  readonly standing: VolunteerStanding;
  readonly records: readonly ServiceFact[];
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

/** Half-open in days; `to` null: without end. */
interface Span {
  readonly from: CivilDay;
  readonly to: CivilDay | null;
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
    ...stock('activeR12', homes, rollingSpans(days)),
    ...stock('activeCumStrict', homes, cumulativeSpans(strictDays)),
    ...stock('activeYearStrict', homes, yearSpans(strictDays)),
    ...stock('activeR12Strict', homes, rollingSpans(strictDays)),
    ...records.flatMap((record) => flows(homes, record)),
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

/** The union of `[day, day + 365)`: overlapping windows are one span. */
function rollingSpans(days: readonly CivilDay[]): Span[] {
  const spans: { from: CivilDay; to: CivilDay }[] = [];
  for (const day of days) {
    const to = addDays(day, R12_DAYS);
    const last = spans[spans.length - 1];
    if (last !== undefined && day <= last.to) last.to = to;
    else spans.push({ from: day, to });
  }
  return spans;
}

/**
 * A person counts where the person lives then, while the span lasts: numerator ⊆ denominator by construction.
 */
function stock(quantity: Quantity, homes: readonly HomeSpan[], spans: readonly Span[]): Change[] {
  return spans.flatMap((span) =>
    homes.flatMap((home) => {
      const from = laterOf(home.from, span.from);
      const to = earlierEnd(home.to, span.to);
      if (to !== null && to <= from) return [];
      const start = changeOf(home.divisionCode, from, quantity, 1);
      return to === null ? [start] : [start, changeOf(home.divisionCode, to, quantity, -1)];
    }),
  );
}

/**
 * Minutes and records stay where the person lived on the service day; before registration, in the first home.
 */
function flows(homes: readonly HomeSpan[], record: ServiceFact): Change[] {
  let home = homes[0];
  for (const span of homes) if (span.from <= record.serviceDay) home = span;
  if (home === undefined) return [];
  const { divisionCode } = home;
  const changes = [
    changeOf(divisionCode, record.serviceDay, 'serviceMinutes', record.minutes),
    changeOf(divisionCode, record.serviceDay, 'serviceRecords', 1),
  ];
  if (record.isStrict) {
    changes.push(changeOf(divisionCode, record.serviceDay, 'strictMinutes', record.minutes));
  }
  return changes;
}

function laterOf(a: CivilDay, b: CivilDay): CivilDay {
  return a > b ? a : b;
}

function earlierEnd(a: CivilDay | null, b: CivilDay | null): CivilDay | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
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
