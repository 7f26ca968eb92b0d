/** Brand projects as pictures. */
import type { ProjectCard } from '@contract/project.contract';
import { openRoute } from '@/lib/open-route';
import { projectRoute } from '@/lib/routes';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { Grid, Row, Tag } from '@/ui/layout';
import { PictureCard } from '@/ui/list';

import { STAGE_WORDS } from './project-words';

export function ProjectCards({ projects }: { projects: readonly ProjectCard[] }) {
  return (
    <Grid minWidthPx={260}>
      {projects.map((project) => (
        <PictureCard
          key={project.projectId}
          headingLevel={2}
          picture={project.pictureUrl}
          pictureText={`${project.title}的服务场景`}
          title={project.title}
          detail={project.goal}
          onPress={() => openRoute(projectRoute(project.projectId))}
        >
          <ProjectTags project={project} />
        </PictureCard>
      ))}
    </Grid>
  );
}

export function ProjectTags({ project }: { project: ProjectCard }) {
  return (
    <Row>
      {project.isBrand ? (
        <Tag tone="gold">★ {STAGE_WORDS[project.stage]}</Tag>
      ) : (
        <Tag>{STAGE_WORDS[project.stage]}</Tag>
      )}
      <Tag>{FIELD_WORDS[project.field]}</Tag>
      <Tag>{project.divisionName}</Tag>
    </Row>
  );
}
