/** The facts of volunteers, in the shape the domain counts from. */
import { civilDayOf } from '@domain/time/civil-day';
import type { ServiceFact, VolunteerFacts } from '@domain/statistics/contribution';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

/** A record is nearly 1 KB, and the cloud refuses answers above 1 MB. */
const RECORD_PAGE = 500;

/** ST13: a confirmed record, on the day its service ended. */
export function toServiceFact(record: StoredDocument<'attendances'>): ServiceFact {
  return {
    serviceDay: civilDayOf(record.checkOut?.at ?? record.endsAt),
    minutes: record.creditedMinutes,
    isStrict: record.checkIn !== null && record.checkOut !== null,
    projectId: record.projectId,
  };
}

export function toFacts(
  volunteer: StoredDocument<'volunteers'>,
  records: readonly StoredDocument<'attendances'>[],
): VolunteerFacts {
  const { _id, status, registeredDay, leftDay, residences } = volunteer;
  return {
    standing: { volunteerId: _id, status, registeredDay, leftDay, residences },
    records: records.map(toServiceFact),
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
 * A batch of volunteers with their facts: one round trip for the people, one per thousand of their confirmed
 * records.
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
  records: readonly StoredDocument<'attendances'>[],
): KnownVolunteer[] {
  const byVolunteer = new Map<string, StoredDocument<'attendances'>[]>();
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
): Promise<StoredDocument<'attendances'>[]> {
  const records: StoredDocument<'attendances'>[] = [];
  let after: readonly [number, string] | null = null;
  for (;;) {
    const page: StoredDocument<'attendances'>[] = await ports.database.find('attendances', {
      where: { volunteerId: { in: volunteerIds }, state: 'confirmed' },
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
