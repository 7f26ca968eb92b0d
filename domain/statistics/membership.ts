/**
 * Who makes a figure on a day (ST40): said of one person from that person's facts, without tallies and the
 * dated changes they are built from, so that a recount by it is a second opinion.
 */
import type { DivisionCode } from '../kernel/identifiers';
import { addDays, yearOf, type CivilDay } from '../time/civil-day';
import type { VolunteerStanding } from '../volunteer/volunteer';
import type { ServiceFact, VisitFact, VolunteerFacts } from './contribution';
import {
  ACTIVITY_MEASURES,
  MINIMUM_QUALIFYING_MINUTES,
  R12_DAYS,
  TWENTY_HOURS_MINUTES,
  type ActivityMeasure,
  type MeasureId,
} from './measure';
import type { Stocks } from './tally';

/** The figures that are sums over persons: the others are made of these. */
export const LISTED_MEASURES = [
  'registered',
  'active.CUM',
  'active.YEAR',
  'active.R12',
  'active.CUM-STRICT',
  'active.YEAR-STRICT',
  'active.R12-STRICT',
  'serviceHours',
  // of a share, its numerator
  'twentyHourShare',
  'trainingRate',
  'closureRate',
  'timelinessRate',
  'supplementShare',
] as const satisfies readonly MeasureId[];
export type ListedMeasure = (typeof LISTED_MEASURES)[number];

const MADE_OF: Readonly<Record<string, ListedMeasure>> = {
  registrationRatio: 'registered',
  registeredGrowth: 'registered',
  'averageHours.registered': 'serviceHours',
  'averageHours.active': 'serviceHours',
};

/** The persons a figure is made of: a rate opens to its numerator. Null when it is no sum over persons. */
export function listedMeasureOf(measure: MeasureId): ListedMeasure | null {
  const numerator = measure.replace('activityRate.', 'active.');
  return LISTED_MEASURES.find((known) => known === numerator) ?? MADE_OF[measure] ?? null;
}

function activityOf(measure: ListedMeasure): ActivityMeasure | null {
  const name = measure.replace('active.', '');
  return isActivity(name) ? name : null;
}

function isActivity(name: string): name is ActivityMeasure {
  return name in ACTIVITY_MEASURES;
}

/** Counted in minutes, where the others count persons, or what one person has several of. */
export function isInMinutes(measure: ListedMeasure): boolean {
  return measure === 'serviceHours' || measure === 'supplementShare';
}

/** Visits and records of a person may be several. */
export function isOfSeveral(measure: ListedMeasure): boolean {
  return measure === 'closureRate' || measure === 'timelinessRate';
}

/** The sum that the tallies hold of it. */
export function publishedSumOf(measure: ListedMeasure, stocks: Stocks): number {
  const activity = activityOf(measure);
  if (activity !== null) return stocks[ACTIVITY_MEASURES[activity]];
  switch (measure) {
    case 'serviceHours':
      return stocks.serviceMinutes;
    case 'twentyHourShare':
      return stocks.active20Hours;
    case 'trainingRate':
      return stocks.activeTrained;
    case 'closureRate':
      return stocks.closedVisits;
    case 'timelinessRate':
      return stocks.serviceRecords - stocks.lateRecords;
    case 'supplementShare':
      return stocks.supplementedMinutes;
    default:
      return stocks.registered;
  }
}

export interface Share {
  /** what the person adds to the figure: 1 or 0 persons, minutes, or a number of visits or records */
  readonly amount: number;
  /** ascending: the days of service that make it; none for `registered` */
  readonly serviceDays: readonly CivilDay[];
}
const NOTHING: Share = { amount: 0, serviceDays: [] };

/** What one person adds to a figure of the leaf division `home`. */
export function shareOf(
  facts: VolunteerFacts,
  home: DivisionCode,
  measure: ListedMeasure,
  day: CivilDay,
): Share {
  const { standing, records } = facts;
  if (standing.status === 'merged') return NOTHING;
  const qualifying = records.filter(
    (record) => record.minutes >= MINIMUM_QUALIFYING_MINUTES && record.serviceDay <= day,
  );
  const here = qualifying.filter((record) => homeOfService(standing, record.serviceDay) === home);
  switch (measure) {
    case 'serviceHours':
      return minutesOf(here);
    case 'supplementShare':
      return minutesOf(here.filter(({ isSupplemented }) => isSupplemented));
    case 'timelinessRate':
      return numberOf(
        here.filter(({ isLate, isPart }) => !isLate && isPart !== true).map(({ serviceDay }) => serviceDay),
      );
    case 'closureRate':
      return numberOf(closedVisitsIn(facts, home, day).map((visit) => visit.day));
    default:
      return personIn(facts, qualifying, home, measure, day);
  }
}

function closedVisitsIn(
  { standing, visits }: VolunteerFacts,
  home: DivisionCode,
  day: CivilDay,
): VisitFact[] {
  return visits.filter(
    (visit) => visit.isClosed && visit.day <= day && homeOfService(standing, visit.day) === home,
  );
}

/** One person or none: who lives there on the day, and fits. */
function personIn(
  { standing, trainings }: VolunteerFacts,
  qualifying: readonly ServiceFact[],
  home: DivisionCode,
  measure: ListedMeasure,
  day: CivilDay,
): Share {
  if (!isRegistered(standing, day) || homeOn(standing, day) !== home) return NOTHING;
  if (measure === 'twentyHourShare') {
    const ofYear = qualifying.filter(({ serviceDay }) => yearOf(serviceDay) === yearOf(day));
    const { amount, serviceDays } = minutesOf(ofYear);
    return amount >= TWENTY_HOURS_MINUTES ? { amount: 1, serviceDays } : NOTHING;
  }
  if (measure === 'trainingRate') {
    const isTrained = trainings.some(({ from, to }) => from <= day && (to === null || day < to));
    return isTrained && qualifying.length > 0 ? { amount: 1, serviceDays: daysOf(qualifying) } : NOTHING;
  }
  const activity = activityOf(measure);
  if (activity === null) return { amount: 1, serviceDays: [] };
  const inWindow = qualifying.filter((record) => counts(record, activity, day));
  return inWindow.length === 0 ? NOTHING : { amount: 1, serviceDays: daysOf(inWindow) };
}

function minutesOf(records: readonly ServiceFact[]): Share {
  return { amount: records.reduce((sum, { minutes }) => sum + minutes, 0), serviceDays: daysOf(records) };
}

function numberOf(days: readonly CivilDay[]): Share {
  return { amount: days.length, serviceDays: [...new Set(days)].sort() };
}

function daysOf(records: readonly ServiceFact[]): CivilDay[] {
  return [...new Set(records.map(({ serviceDay }) => serviceDay))].sort();
}

function counts({ isStrict, serviceDay }: ServiceFact, activity: ActivityMeasure, day: CivilDay): boolean {
  if (activity.endsWith('-STRICT') && !isStrict) return false;
  if (activity.startsWith('YEAR')) return yearOf(serviceDay) === yearOf(day);
  return !activity.startsWith('R12') || addDays(serviceDay, R12_DAYS) > day;
}

function isRegistered({ registeredDay, leftDay }: VolunteerStanding, day: CivilDay): boolean {
  return registeredDay <= day && (leftDay === null || day < leftDay);
}

/** The leaf division of that day; null: before the first. */
export function homeOn({ residences }: VolunteerStanding, day: CivilDay): DivisionCode | null {
  return residences.filter(({ fromDay }) => fromDay <= day).pop()?.divisionCode ?? null;
}

/** Where the person lived on the day of service; outside the membership, at its nearer end. */
function homeOfService(standing: VolunteerStanding, serviceDay: CivilDay): DivisionCode | null {
  const { registeredDay, leftDay } = standing;
  if (leftDay !== null && leftDay <= registeredDay) return null;
  if (serviceDay < registeredDay) return homeOn(standing, registeredDay);
  return homeOn(standing, leftDay !== null && serviceDay >= leftDay ? addDays(leftDay, -1) : serviceDay);
}
