/** Lineage of projects (BP9). */
import { parseProjectId, type DivisionCode, type ProjectId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type Project = StoredDocument<'projects'>;

/** A city has fewer counties. */
const MAXIMUM_CLONES = 50;

/** One round trip. */
export function clonesOf(ports: Ports, projectId: ProjectId): Promise<Project[]> {
  return ports.database.find('projects', {
    where: { 'clonedFrom.projectId': projectId },
    orderBy: [['_id', 'asc']],
    limit: MAXIMUM_CLONES,
  });
}

export function toOrigin({ _id, title, divisionName }: Project): NonNullable<Project['clonedFrom']> {
  return { projectId: _id, title, divisionName };
}

/** One for each project and county, so that copying twice is copying once. */
export function cloneIdOf(ports: Ports, projectId: ProjectId, countyCode: DivisionCode): ProjectId {
  return parseProjectId(ports.secrets.shortId('clone', `${projectId}:${countyCode}`));
}
