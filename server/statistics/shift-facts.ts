/** The facts of shifts, in the shape the domain counts from. */
import type { DivisionCode, ProjectId, ShiftId } from '@domain/kernel/identifiers';
import { accreditedSinceDay, isGrassroots } from '@domain/project/project';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import type { ShiftFacts } from '@domain/statistics/shift-contribution';
import { crossesMidnight } from '@domain/activity/shift';
import { addDays, civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';
import { parseServedDaysText } from '../kernel/served-days-text';
import { dayOf } from './volunteer-facts';

export interface KnownShift {
  readonly shiftId: ShiftId;
  readonly facts: ShiftFacts;
}

export function shiftContributionIdOf(placeCode: DivisionCode, shiftId: ShiftId): string {
  return `${placeCode}:${shiftId}`;
}

export function toShiftFacts(stored: StoredDocument<'shiftContributions'>): ShiftFacts {
  const { _id, shiftId: _shiftId, ...facts } = stored;
  return facts;
}

/**
 * Round trips: 3, whatever the number of records: shifts, sums of their records, projects; and one for every
 * thousand records of the few shifts around a midnight, whose minutes are told apart by day (AT8).
 */
export async function loadShiftFacts(ports: Ports, shiftIds: readonly ShiftId[]): Promise<KnownShift[]> {
  return shiftFactsOf(ports, await ports.database.getMany('shifts', shiftIds));
}

/** The same for shifts that are at hand. */
export async function shiftFactsOf(
  ports: Ports,
  shifts: readonly StoredDocument<'shifts'>[],
): Promise<KnownShift[]> {
  const services = shifts.filter(({ trainingValidDays }) => trainingValidDays === null);
  if (services.length === 0) return [];
  const projectIds = [...new Set(services.map(({ projectId }) => projectId))];
  const [sums, projects, nightly] = await Promise.all([
    ports.database.sumBy('attendances', {
      where: {
        shiftId: { in: services.map(({ _id }) => _id) },
        state: 'confirmed',
        creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
      },
      by: 'shiftId',
      field: 'creditedMinutes',
      limit: services.length,
    }),
    ports.database.getMany('projects', projectIds),
    nightlyRecordsOf(ports, services.filter(crossesMidnight)),
  ]);
  const sumsById = new Map(sums.map((one) => [one.key, one]));
  const projectsById = new Map(projects.map((project) => [project._id, project]));
  return services.flatMap((shift): KnownShift[] => {
    const project = projectsById.get(shift.projectId);
    if (project === undefined) return [];
    const { count = 0, sum = 0 } = sumsById.get(shift._id) ?? {};
    const facts = shiftFactsFrom(shift, project, count, sum);
    const records = nightly.filter(({ _id }) => _id.startsWith(shift._id));
    return [{ shiftId: shift._id, facts: withOtherDays(facts, records) }];
  });
}

type ServedMinutes = Excerpt<'servedMinutes'>;
const RECORD_PAGE = 1_000;

async function nightlyRecordsOf(
  { database }: Ports,
  shifts: readonly StoredDocument<'shifts'>[],
): Promise<ServedMinutes[]> {
  const found: ServedMinutes[] = [];
  for (const { _id: shiftId } of shifts) {
    let after: string | null = null;
    do {
      const page: ServedMinutes[] = await database.findExcerpts('servedMinutes', {
        where: {
          shiftId,
          state: 'confirmed',
          creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
          ...(after === null ? {} : { _id: { above: after } }),
        },
        orderBy: [['_id', 'asc']],
        limit: RECORD_PAGE,
      });
      found.push(...page);
      after = page[RECORD_PAGE - 1]?._id ?? null;
    } while (after !== null);
  }
  return found;
}

type DatedMinutes = Omit<ServedMinutes, '_id'>;

/** AT8: `records` are all that make the minutes of the facts. */
export function withOtherDays(facts: ShiftFacts, records: readonly DatedMinutes[]): ShiftFacts {
  let [minutesBefore, minutesAfter] = [0, 0];
  for (const record of records) {
    const { creditedMinutes, servedDays } = record;
    const days =
      servedDays === undefined
        ? [{ day: dayOf(record), minutes: creditedMinutes }]
        : parseServedDaysText(servedDays);
    for (const { day, minutes } of days) {
      if (day < facts.day) minutesBefore += minutes;
      if (day > facts.day) minutesAfter += minutes;
    }
  }
  return {
    ...facts,
    ...(minutesBefore === 0 ? {} : { minutesBefore }),
    ...(minutesAfter === 0 ? {} : { minutesAfter }),
  };
}

/** `qualifiedCount` people with a qualifying record, and their `minutes` together. */
export function shiftFactsFrom(
  shift: StoredDocument<'shifts'>,
  project: StoredDocument<'projects'>,
  qualifiedCount: number,
  minutes: number,
): ShiftFacts {
  const { accreditation } = project;
  return {
    day: civilDayOf(shift.endsAt),
    placeCode: shift.place.divisionCode,
    urbanRuralCode: shift.urbanRuralCode,
    projectId: project._id,
    projectDivision: project.divisionCode,
    isGrassroots: isGrassroots(project.hostLevel),
    accredited:
      accreditation === null
        ? null
        : { from: accreditedSinceDay(accreditation), to: addDays(accreditation.validToDay, 1) },
    qualifiedCount,
    minutes,
  };
}

type Contribution = StoredDocument<'shiftContributions'>;
/** sorts after every digit and the colon */
const AFTER_CODES = '~';
const CONTRIBUTION_ID = /^\d{12}:[0-9A-Za-z]{10}$/;

/** Everything counted of the shifts in a division: one round trip for every thousand. */
export function contributionsInDivision(ports: Ports, divisionCode: DivisionCode): Promise<Contribution[]> {
  return contributionsBetween(ports, divisionCode, divisionCode);
}

/** The same of all communities from one to another, in the order of codes. */
export function contributionsBetween(
  ports: Ports,
  first: DivisionCode,
  last: DivisionCode,
): Promise<Contribution[]> {
  const range = { above: first, below: `${last}${AFTER_CODES}` };
  return readRange(ports, 'shiftContributions', {}, range);
}

/** One page of a division's, after the id of the last one; a cursor that is none reads as the beginning. */
export function contributionsAfter(
  ports: Ports,
  divisionCode: DivisionCode,
  cursor: string | null,
  limit: number,
): Promise<Contribution[]> {
  const range = { atLeast: divisionCode, below: `${divisionCode}${AFTER_CODES}` };
  const isOurs = cursor !== null && CONTRIBUTION_ID.test(cursor);
  return ports.database.find('shiftContributions', {
    where: { _id: isOurs ? { ...range, above: cursor } : range },
    orderBy: [['_id', 'asc']],
    limit,
  });
}

/** The same of a project's shifts. */
export function contributionsOfProject(ports: Ports, projectId: ProjectId): Promise<Contribution[]> {
  return readRange(ports, 'shiftContributions', { projectId }, { above: '', below: null });
}
