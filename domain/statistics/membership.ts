/**
 * Who makes a figure on a day (ST40): said of one person from that person's facts, without tallies and the
 * dated changes they are built from, so that a recount by it is a second opinion.
 */
import type { DivisionCode } from '../kernel/identifiers';
import { addDays, yearOf, type CivilDay } from '../time/civil-day';
import type { VolunteerStanding } from '../volunteer/volunteer';
import type { ServiceFact, VolunteerFacts } from './contribution';
import {
  ACTIVITY_MEASURES,
  MINIMUM_QUALIFYING_MINUTES,
  R12_DAYS,
  type ActivityMeasure,
  type MeasureId,
  type Quantity,
} from './measure';

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

/** Where the sum of a figure is kept. */
export function quantityOf(measure: ListedMeasure): Quantity {
  const activity = activityOf(measure);
  if (activity !== null) return ACTIVITY_MEASURES[activity];
  return measure === 'serviceHours' ? 'serviceMinutes' : 'registered';
}

export interface Share {
  /** what the person adds to the figure: 1 or 0 persons, or minutes */
  readonly amount: number;
  /** ascending: the days of service that make it; none for `registered` */
  readonly serviceDays: readonly CivilDay[];
}
const NOTHING: Share = { amount: 0, serviceDays: [] };

/** What one person adds to a figure of the leaf division `home`. */
export function shareOf(
  { standing, records }: VolunteerFacts,
  home: DivisionCode,
  measure: ListedMeasure,
  day: CivilDay,
): Share {
  if (standing.status === 'merged') return NOTHING;
  const qualifying = records.filter(
    (record) => record.minutes >= MINIMUM_QUALIFYING_MINUTES && record.serviceDay <= day,
  );
  if (measure === 'serviceHours') {
    return servedIn(qualifying.filter((record) => homeOfService(standing, record.serviceDay) === home));
  }
  if (!isRegistered(standing, day) || homeOn(standing, day) !== home) return NOTHING;
  const activity = activityOf(measure);
  if (activity === null) return { amount: 1, serviceDays: [] };
  const inWindow = qualifying.filter((record) => counts(record, activity, day));
  return inWindow.length === 0 ? NOTHING : { amount: 1, serviceDays: daysOf(inWindow) };
}

function servedIn(records: readonly ServiceFact[]): Share {
  return { amount: records.reduce((sum, { minutes }) => sum + minutes, 0), serviceDays: daysOf(records) };
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

function homeOn({ residences }: VolunteerStanding, day: CivilDay): DivisionCode | null {
  return residences.filter(({ fromDay }) => fromDay <= day).pop()?.divisionCode ?? null;
}

/** Where the person lived on the day of service; outside the membership, at its nearer end. */
function homeOfService(standing: VolunteerStanding, serviceDay: CivilDay): DivisionCode | null {
  const { registeredDay, leftDay } = standing;
  if (leftDay !== null && leftDay <= registeredDay) return null;
  if (serviceDay < registeredDay) return homeOn(standing, registeredDay);
  return homeOn(standing, leftDay !== null && serviceDay >= leftDay ? addDays(leftDay, -1) : serviceDay);
}
