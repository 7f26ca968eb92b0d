import { isBrandProject } from '@domain/project/project';
import type { CivilDay } from '@domain/time/civil-day';
import type { ProjectCard } from '@contract/project.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type ProjectDocument = StoredDocument<'projects'>;

/** Cards with loadable pictures: one round trip for all the addresses. */
export async function toCards(
  ports: Ports,
  projects: readonly ProjectDocument[],
  today: CivilDay,
): Promise<ProjectCard[]> {
  const urls = await ports.platform.fileUrls(projects.map((project) => project.pictureFileId));
  return projects.map((project, index) => ({
    projectId: project._id,
    title: project.title,
    goal: project.goal,
    field: project.field,
    stage: project.stage,
    isBrand: isBrandProject(project, today),
    divisionCode: project.divisionCode,
    divisionName: project.divisionName,
    pictureUrl: urls[index] ?? '',
  }));
}
