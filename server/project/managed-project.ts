/** A project for who may run it: its team's organiser, or an office whose division contains it. */
import type { ProjectId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';

type Project = StoredDocument<'projects'>;
export interface ManagedProject {
  readonly project: Project;
  /** the masked name of a registered person, else what the grant calls office or team */
  readonly actorName: string;
}

/** Round trips: 2, grants beside account and project. */
export async function managedProject(
  { actor, ports }: RequestContext,
  projectId: ProjectId,
): Promise<ManagedProject | Rejection<'project.notFound' | 'actor.forbidden'>> {
  const [project, grants, account] = await Promise.all([
    ports.database.get('projects', projectId),
    actor.grants(),
    actor.account(),
  ]);
  if (project === null) return rejected('project.notFound');
  const grant = grants.find((one) => mayOrganise([one], project.teamId, project.divisionCode));
  if (grant === undefined) return rejected('actor.forbidden');
  return { project, actorName: account?.maskedName ?? grant.scopeName };
}
