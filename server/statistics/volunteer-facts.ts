/** The facts of volunteers, in the shape the domain counts from. */
import { originOfText } from '@domain/link/referral';
import { addDays, civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { ServiceFact, VolunteerFacts } from '@domain/statistics/contribution';
import { TIMELY_DAYS } from '@domain/statistics/measure';
import type { Span } from '@domain/statistics/span';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import { inChunks, mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { parseServedDaysText } from '../kernel/served-days-text';

/** The most rows of one answer; a record's excerpt is a quarter of a kilobyte, and 1 MB is refused. */
const RECORD_PAGE = 1_000;
/** Volunteers whose records are asked for at once: with a dozen each they fit one answer. */
export const VOLUNTEERS_AT_ONCE = 75;
/** Questions under way together, so that the database works while answers are taken apart. */
export const QUESTIONS_AT_ONCE = 3;

/** Starts of shifts (epoch ms): beyond all that `instantField` lets in. */
const ANY_TIME = { atLeast: 0, below: 2 ** 42 };

type Standing = Excerpt<'volunteerStandings'>;
type ServiceRecord = Excerpt<'serviceRecords'>;

/**
 * A visit that is over (ST22); the confirmed ones among them are records (ST13), what its volunteer disputes
 * is none (AT7.2).
 */
const ENDED_STATES: readonly ServiceRecord['state'][] = ['checkedOut', 'confirmed', 'expired', 'disputed'];

/** The day a visit counts on: when it ended, or when its shift did. */
export const dayOf = ({ checkOut, endsAt }: Pick<ServiceRecord, 'checkOut' | 'endsAt'>): CivilDay =>
  civilDayOf(checkOut?.at ?? endsAt);

/** ST14: a late scan that no organiser has vouched for proves a time, not a person. */
const isStrictPresence = (presence: ServiceRecord['checkIn']): boolean =>
  presence !== null && presence.late !== 'waiting';

/** ST13: a confirmed record of service, on the day it ended. */
function toServiceFact(record: ServiceRecord, serviceDay = dayOf(record)): ServiceFact {
  const { source, confirmedAt } = record;
  const timelyUntil = addDays(serviceDay, TIMELY_DAYS);
  return {
    serviceDay,
    minutes: record.creditedMinutes,
    isStrict: source === 'own' && [record.checkIn, record.checkOut].every(isStrictPresence),
    isSupplemented: source === 'supplemented' || source === 'imported',
    isLate: confirmedAt !== null && civilDayOf(confirmedAt) > timelyUntil,
    projectId: record.projectId,
  };
}

/** AT8: one for each day that minutes were served on; the record itself counts on the last of them. */
function toServiceFacts(record: ServiceRecord): ServiceFact[] {
  if (record.servedDays === undefined) return [toServiceFact(record)];
  const days = parseServedDaysText(record.servedDays);
  return days.map(({ day, minutes }, index): ServiceFact => {
    const fact = { ...toServiceFact(record, day), minutes };
    return index === days.length - 1 ? fact : { ...fact, isLate: false, isPart: true };
  });
}

/** ST22: from the day of the training on, for as many days as it is valid. */
function toTraining(record: ServiceRecord): Span {
  const from = dayOf(record);
  return { from, to: addDays(from, record.trainingValidDays ?? 0) };
}

export function toFacts(volunteer: Standing, records: readonly ServiceRecord[]): VolunteerFacts {
  const { _id, status, registeredDay, leftDay, residences, origin } = volunteer;
  const services = records.filter(({ trainingValidDays }) => trainingValidDays === null);
  const isConfirmed = ({ state }: ServiceRecord): boolean => state === 'confirmed';
  return {
    standing: { volunteerId: _id, status, registeredDay, leftDay, residences },
    records: services.filter(isConfirmed).flatMap(toServiceFacts),
    visits: services
      .filter(({ checkIn }) => checkIn !== null)
      .map((record) => ({ day: dayOf(record), isClosed: record.checkOut !== null })),
    trainings: records
      .filter((record) => record.trainingValidDays !== null && isConfirmed(record))
      .map(toTraining),
    ...(origin === undefined ? {} : { origin: originOfText(origin) }),
  };
}

export interface KnownVolunteer {
  readonly volunteer: StoredDocument<'volunteers'>;
  readonly facts: VolunteerFacts;
}

/** Facts alone, for counting: one round trip for the people, and those of `recordsOf`. */
export async function loadFacts(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<VolunteerFacts[]> {
  const [standings, records] = await Promise.all([
    ports.database.findExcerpts('volunteerStandings', {
      where: { _id: { in: volunteerIds } },
      limit: volunteerIds.length,
    }),
    recordsOf(ports, volunteerIds),
  ]);
  return standings.map((standing) => toFacts(standing, records.get(standing._id) ?? []));
}

/** A batch of volunteers with their facts, in as many round trips. */
export async function loadVolunteers(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<KnownVolunteer[]> {
  const [volunteers, records] = await Promise.all([
    ports.database.getMany('volunteers', volunteerIds),
    recordsOf(ports, volunteerIds),
  ]);
  return volunteers.map((volunteer) => ({
    volunteer,
    facts: toFacts(volunteer, records.get(volunteer._id) ?? []),
  }));
}

/** The same for standings that are at hand, as many as an answer holds. */
export async function factsOf(ports: Ports, standings: readonly Standing[]): Promise<VolunteerFacts[]> {
  const ids = standings.map(({ _id }) => _id);
  const records = await recordsOf(ports, ids);
  return standings.map((standing) => toFacts(standing, records.get(standing._id) ?? []));
}

/** Visits that are over by volunteer: a round trip for every 75 of them, more where records are 1,000. */
async function recordsOf(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<ReadonlyMap<VolunteerId, readonly ServiceRecord[]>> {
  const some = inChunks(volunteerIds, VOLUNTEERS_AT_ONCE);
  const answers = await mapInLanes(some, QUESTIONS_AT_ONCE, (ids) => readRecords(ports, ids));
  const byVolunteer = new Map<VolunteerId, ServiceRecord[]>();
  for (const record of answers.flat()) {
    const own = byVolunteer.get(record.volunteerId);
    if (own === undefined) byVolunteer.set(record.volunteerId, [record]);
    else own.push(record);
  }
  return byVolunteer;
}

/** Without an order, which would cost a sort; who has more than an answer holds is asked for by halves. */
async function readRecords(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
  time = ANY_TIME,
): Promise<ServiceRecord[]> {
  const records = await ports.database.findExcerpts('serviceRecords', {
    where: {
      volunteerId: { in: volunteerIds },
      state: { in: ENDED_STATES },
      ...(time === ANY_TIME ? {} : { startsAt: time }),
    },
    limit: RECORD_PAGE,
  });
  if (records.length < RECORD_PAGE) return records;
  const halves = volunteerIds.length > 1 ? halvesOf(volunteerIds) : null;
  const parts =
    halves === null
      ? halvesOfTime(time).map((half) => readRecords(ports, volunteerIds, half))
      : halves.map((half) => readRecords(ports, half, time));
  return (await Promise.all(parts)).flat();
}

function halvesOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

function halvesOfTime({ atLeast, below }: typeof ANY_TIME): (typeof ANY_TIME)[] {
  const middle = Math.floor((atLeast + below) / 2);
  if (middle === atLeast) throw new RangeError('one person has 1,000 visits of one instant');
  return [
    { atLeast, below: middle },
    { atLeast: middle, below },
  ];
}
