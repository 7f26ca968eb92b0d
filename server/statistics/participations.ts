/** 参与者索引 (ST19): one document for each project and person, found by either. */
import { parseVolunteerId, type ProjectId, type VolunteerId } from '@domain/kernel/identifiers';
import type { Participation } from '@domain/statistics/participation';
import { parseCivilDay, yearOf, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import { inChunks, mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { LARGEST_PAGE, readAll, readRange } from '../kernel/read-range';
import { QUESTIONS_AT_ONCE, VOLUNTEERS_AT_ONCE } from './volunteer-facts';

type Document = StoredDocument<'participations'>;
type ParticipationDay = Excerpt<'participationDays'>;

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

/** Everybody with an id after one, up to and with another; null: to the end. */
interface PeopleRange {
  readonly after: string;
  readonly last: string | null;
}

/**
 * The participations of all persons of a range, as a text for each that is equal when they are. Who is known
 * to be in it says how to divide it: a round trip for every 75 of them, more where participations are 1,000.
 */
export async function participationTextsBetween(
  ports: Ports,
  { after, last }: PeopleRange,
  knownIds: readonly VolunteerId[],
): Promise<ReadonlyMap<VolunteerId, string>> {
  const ends = inChunks(knownIds, VOLUNTEERS_AT_ONCE).flatMap((ids) => ids[VOLUNTEERS_AT_ONCE - 1] ?? []);
  const parts = [after, ...ends].map((from, place) => ({ after: from, last: ends[place] ?? last }));
  const found = await mapInLanes(parts, QUESTIONS_AT_ONCE, (part) => readPart(ports, part));
  const texts = new Map<string, string>();
  for (const { _id, firstDay, secondDay } of found.flat()) {
    const [projectId = '', volunteerId = ''] = _id.split(':');
    texts.set(volunteerId, (texts.get(volunteerId) ?? '') + entryOf(projectId, firstDay, secondDay));
  }
  return new Map([...texts].map(([volunteerId, text]) => [parseVolunteerId(volunteerId), text]));
}

/** `participations` in the order of project ids. */
export function participationTextOf(participations: readonly Participation[]): string {
  return participations
    .map((one) => entryOf(one.projectId, one.firstDay, toStoredDays(one).secondDay))
    .join('');
}

const entryOf = (projectId: string, firstDay: string, secondDay: string): string =>
  `${projectId} ${firstDay} ${secondDay} `;

/** As they lie in a document: no second day is an empty text, because an index holds texts. */
export function toStoredDays({ projectId, firstDay, secondDay }: Participation) {
  return { projectId, firstDay, secondDay: secondDay ?? ('' as const) };
}

/** A stored one, as the domain knows it. */
export function toParticipation({ projectId, firstDay, secondDay }: Document): Participation {
  return { projectId, firstDay, secondDay: secondDay === '' ? null : secondDay };
}

/** In the order of ids, which begin with the project's; the database would sort a whole range for a page. */
async function readPart({ database }: Ports, { after, last }: PeopleRange): Promise<ParticipationDay[]> {
  const where = { volunteerId: { above: after, ...(last === null ? {} : { atMost: last }) } };
  const some = await database.findExcerpts('participationDays', { where, limit: LARGEST_PAGE });
  if (some.length === LARGEST_PAGE)
    return readAll((query) => database.findExcerpts('participationDays', query), where, ANY_ID);
  return some.sort((one, other) => (one._id < other._id ? -1 : 1));
}

/**
 * Of how many people a project's count of volunteers, or of those who came again, is made, by the day.
 * Round trips: 2, and one for every year between the first and the last of these days: a year's days fit one
 * answer.
 */
export async function daysOfProject(
  { database }: Ports,
  projectId: ProjectId,
  field: 'firstDay' | 'secondDay',
): Promise<{ readonly day: CivilDay; readonly count: number }[]> {
  const endOf = async (direction: 'asc' | 'desc') => {
    const where = { projectId, [field]: { above: '' } };
    const orderBy = [[field, direction]] as const;
    const [one] = await database.find('participations', { where, orderBy, limit: 1 });
    return one === undefined ? null : toParticipation(one)[field];
  };
  const [first, last] = await Promise.all([endOf('asc'), endOf('desc')]);
  if (first === null || last === null) return [];
  const days: { readonly day: CivilDay; readonly count: number }[] = [];
  for (let year = Number(yearOf(first)); year <= Number(yearOf(last)); year += 1) {
    const found = await database.sumBy('participations', {
      where: { projectId, [field]: { atLeast: `${String(year)}-`, below: `${String(year + 1)}-` } },
      by: field,
      field: null,
      limit: DAYS_OF_A_YEAR,
    });
    days.push(...found.map(({ key, count }) => ({ day: parseCivilDay(key), count })));
  }
  return days;
}
