/** The facts of volunteers, in the shape the domain counts from. */
import { addDays, civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { ServiceFact, VolunteerFacts } from '@domain/statistics/contribution';
import { TIMELY_DAYS } from '@domain/statistics/measure';
import type { Span } from '@domain/statistics/span';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

/** A record is nearly 1 KB, and the cloud refuses answers above 1 MB. */
const RECORD_PAGE = 500;

type AttendanceDocument = StoredDocument<'attendances'>;
/** A visit that is over (ST22); the confirmed ones among them are records (ST13). */
const ENDED_STATES: readonly AttendanceDocument['state'][] = ['checkedOut', 'confirmed', 'expired'];

/** The day a visit counts on: when it ended, or when its shift did. */
export const dayOf = ({ checkOut, endsAt }: AttendanceDocument): CivilDay =>
  civilDayOf(checkOut?.at ?? endsAt);

/** ST13: a confirmed record of service, on the day it ended. */
function toServiceFact(record: AttendanceDocument): ServiceFact {
  const serviceDay = dayOf(record);
  const { source, confirmedAt } = record;
  const timelyUntil = addDays(serviceDay, TIMELY_DAYS);
  return {
    serviceDay,
    minutes: record.creditedMinutes,
    isStrict: source === 'own' && record.checkIn !== null && record.checkOut !== null,
    isSupplemented: source === 'supplemented' || source === 'imported',
    isLate: confirmedAt !== null && civilDayOf(confirmedAt) > timelyUntil,
    projectId: record.projectId,
  };
}

/** ST22: from the day of the training on, for as many days as it is valid. */
function toTraining(record: AttendanceDocument): Span {
  const from = dayOf(record);
  return { from, to: addDays(from, record.trainingValidDays ?? 0) };
}

export function toFacts(
  volunteer: StoredDocument<'volunteers'>,
  records: readonly AttendanceDocument[],
): VolunteerFacts {
  const { _id, status, registeredDay, leftDay, residences } = volunteer;
  const services = records.filter(({ trainingValidDays }) => trainingValidDays === null);
  const isConfirmed = ({ state }: AttendanceDocument): boolean => state === 'confirmed';
  return {
    standing: { volunteerId: _id, status, registeredDay, leftDay, residences },
    records: services.filter(isConfirmed).map(toServiceFact),
    visits: services
      .filter(({ checkIn }) => checkIn !== null)
      .map((record) => ({ day: dayOf(record), isClosed: record.state !== 'expired' })),
    trainings: records
      .filter((record) => record.trainingValidDays !== null && isConfirmed(record))
      .map(toTraining),
  };
}

export interface KnownVolunteer {
  readonly volunteer: StoredDocument<'volunteers'>;
  readonly facts: VolunteerFacts;
}

/** Facts alone, for counting. */
export async function loadFacts(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<VolunteerFacts[]> {
  return (await loadVolunteers(ports, volunteerIds)).map(({ facts }) => facts);
}

/**
 * A batch of volunteers with their facts: one round trip for the people, one per 500 of their ended visits.
 */
export async function loadVolunteers(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<KnownVolunteer[]> {
  const [volunteers, records] = await Promise.all([
    ports.database.getMany('volunteers', volunteerIds),
    loadRecords(ports, volunteerIds),
  ]);
  return joinFacts(volunteers, records);
}

/** The same for volunteers that are at hand. */
export async function factsOf(
  ports: Ports,
  volunteers: readonly StoredDocument<'volunteers'>[],
): Promise<VolunteerFacts[]> {
  if (volunteers.length === 0) return [];
  const ids = volunteers.map(({ _id }) => _id);
  return joinFacts(volunteers, await loadRecords(ports, ids)).map(({ facts }) => facts);
}

function joinFacts(
  volunteers: readonly StoredDocument<'volunteers'>[],
  records: readonly AttendanceDocument[],
): KnownVolunteer[] {
  const byVolunteer = new Map<string, AttendanceDocument[]>();
  for (const record of records) {
    const list = byVolunteer.get(record.volunteerId);
    if (list === undefined) byVolunteer.set(record.volunteerId, [record]);
    else list.push(record);
  }
  return volunteers.map((volunteer) => ({
    volunteer,
    facts: toFacts(volunteer, byVolunteer.get(volunteer._id) ?? []),
  }));
}

async function loadRecords(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<AttendanceDocument[]> {
  const records: AttendanceDocument[] = [];
  let after: readonly [number, string] | null = null;
  for (;;) {
    const page: AttendanceDocument[] = await ports.database.find('attendances', {
      where: { volunteerId: { in: volunteerIds }, state: { in: ENDED_STATES } },
      orderBy: [
        ['startsAt', 'asc'],
        ['_id', 'asc'],
      ],
      after,
      limit: RECORD_PAGE,
    });
    records.push(...page);
    const last = page[page.length - 1];
    if (page.length < RECORD_PAGE || last === undefined) return records;
    after = [last.startsAt, last._id];
  }
}
