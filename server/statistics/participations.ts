/** 参与者索引 (ST19): one document for each project and person, found by either. */
import type { ProjectId, VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';

type Document = StoredDocument<'participations'>;

/** of everybody's: the volunteers asked for are what bounds it */
const ANY_ID = { above: '', below: null };
/** sorts after the colon and every character of an id */
const AFTER_IDS = '~';

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
export function participationsBetween(ports: Ports, after: string, last: string | null): Promise<Document[]> {
  const upTo = last === null ? {} : { atMost: last };
  return readRange(ports, 'participations', { volunteerId: { above: after, ...upTo } }, ANY_ID);
}

/** One round trip for every thousand: whom a project's count of volunteers is made of. */
export function volunteersOfProject(ports: Ports, projectId: ProjectId): Promise<Document[]> {
  const range = { above: `${projectId}:`, below: `${projectId}:${AFTER_IDS}` };
  return readRange(ports, 'participations', {}, range);
}
