/** 参与者索引 (ST19): one document for each project and person, found by either. */
import type { ProjectId, VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Where } from '../kernel/ports';

type Document = StoredDocument<'participations'>;

const PAGE = 1000;
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
  return all(ports, { volunteerId: { in: volunteerIds } });
}

/** The participations of persons with an id after `after`, up to and with `last` (null: to the end). */
export function participationsBetween(ports: Ports, after: string, last: string | null): Promise<Document[]> {
  const upTo = last === null ? {} : { atMost: last };
  return all(ports, { volunteerId: { above: after, ...upTo } });
}

/** One round trip for every thousand: a project's projectVolunteers. */
export function volunteersOfProject(ports: Ports, projectId: ProjectId): Promise<Document[]> {
  return all(ports, {}, { atLeast: `${projectId}:`, below: `${projectId}:${AFTER_IDS}` });
}

type IdRange = { readonly atLeast: string; readonly below: string };

async function all(ports: Ports, where: Where, range: IdRange | null = null): Promise<Document[]> {
  const found: Document[] = [];
  let after: string | null = null;
  for (;;) {
    const ids = { ...range, ...(after === null ? {} : { above: after }) };
    const page: Document[] = await ports.database.find('participations', {
      where: Object.keys(ids).length === 0 ? where : { ...where, _id: ids },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    found.push(...page);
    const last = page[PAGE - 1];
    if (last === undefined) return found;
    after = last._id;
  }
}
