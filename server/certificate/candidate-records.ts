/** Records with the project and the organisation they belong to: one round trip. */
import type { TeamId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { dayOf } from '../statistics/volunteer-facts';
import type { CivilDay } from '@domain/time/civil-day';

type Attendance = StoredDocument<'attendances'>;

export interface CandidateRecord {
  readonly attendance: Attendance;
  readonly day: CivilDay;
  readonly projectTitle: string;
  readonly team: { readonly teamId: TeamId; readonly name: string } | null;
}

export async function withProjects(
  ports: Ports,
  attendances: readonly Attendance[],
): Promise<CandidateRecord[]> {
  const ids = [...new Set(attendances.map(({ projectId }) => projectId))];
  const projects = new Map((await ports.database.getMany('projects', ids)).map((one) => [one._id, one]));
  return attendances.map((attendance) => {
    const project = projects.get(attendance.projectId);
    return {
      attendance,
      day: dayOf(attendance),
      projectTitle: project?.title ?? '',
      team: project === undefined ? null : { teamId: project.teamId, name: project.teamName },
    };
  });
}
