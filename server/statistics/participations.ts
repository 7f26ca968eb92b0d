/** 参与者索引 (ST19): one document for each project and person, found by either. */
import {
  parseProjectId,
  parseVolunteerId,
  type ProjectId,
  type VolunteerId,
} from '@domain/kernel/identifiers';
import type { Participation } from '@domain/statistics/participation';
import { parseCivilDay, yearOf, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readAll, readRange } from '../kernel/read-range';

type Document = StoredDocument<'participations'>;

/** of everybody's: the volunteers asked for are what bounds it */
const ANY_ID = { above: '', below: null };
const DAYS_OF_A_YEAR = 366;

export function participationIdOf(projectId: ProjectId, volunteerId: VolunteerId): string {
  return `${projectId}:${volunteerId}`;
}

/** One round trip for every thousand. */
export function participationsOfPeople(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<Document[]> {
  return readRange(ports, 'participations', { volunteerId: { in: volunteerIds } }, ANY_ID);
}

/** The participations of persons with an id after `after`, up to and with `last` (null: to the end). */
export async function participationsBetween(
  ports: Ports,
  after: string,
  last: string | null,
): Promise<(Participation & { readonly volunteerId: VolunteerId })[]> {
  const volunteerId = { above: after, ...(last === null ? {} : { atMost: last }) };
  const found = await readAll(
    (query) => ports.database.findExcerpts('participationDays', query),
    { volunteerId },
    ANY_ID,
  );
  return found.map(({ _id, firstDay }) => ({ ...parseParticipationId(_id), firstDay }));
}

function parseParticipationId(id: string): {
  readonly projectId: ProjectId;
  readonly volunteerId: VolunteerId;
} {
  const [projectId = '', volunteerId = ''] = id.split(':');
  return { projectId: parseProjectId(projectId), volunteerId: parseVolunteerId(volunteerId) };
}

/**
 * Of how many people a project's count of volunteers is made, by their first day. Round trips: 2, and one for
 * every year between the first and the last of these days: a year's days fit one answer.
 */
export async function firstDaysOfProject(
  { database }: Ports,
  projectId: ProjectId,
): Promise<{ readonly day: CivilDay; readonly count: number }[]> {
  const endOf = async (direction: 'asc' | 'desc') => {
    const orderBy = [['firstDay', direction]] as const;
    const [one] = await database.find('participations', { where: { projectId }, orderBy, limit: 1 });
    return one?.firstDay;
  };
  const [first, last] = await Promise.all([endOf('asc'), endOf('desc')]);
  if (first === undefined || last === undefined) return [];
  const days: { readonly day: CivilDay; readonly count: number }[] = [];
  for (let year = Number(yearOf(first)); year <= Number(yearOf(last)); year += 1) {
    const found = await database.sumBy('participations', {
      where: { projectId, firstDay: { atLeast: `${String(year)}-`, below: `${String(year + 1)}-` } },
      by: 'firstDay',
      field: null,
      limit: DAYS_OF_A_YEAR,
    });
    days.push(...found.map(({ key, count }) => ({ day: parseCivilDay(key), count })));
  }
  return days;
}
