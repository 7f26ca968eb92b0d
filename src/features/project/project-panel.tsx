import { Answer, CardSkeleton } from '@/lib/answer';
import { openRoute } from '@/lib/open-route';
import { projectsRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { useShare } from '@/platform/share';

import { ProjectStory } from './project-story';

export function ProjectPanel({ projectId }: { projectId: string }) {
  const story = useProcedure('project.getProject', { projectId });
  const project = story.data?.project;
  useShare(
    project && {
      title: project.title,
      path: '/pages/project/index',
      params: { id: project.projectId },
      imageUrl: project.pictureUrl,
    },
  );
  const wayOn = { text: '看看其他项目', onPress: () => openRoute(projectsRoute) };
  return (
    <Answer of={story} wayOn={wayOn} skeleton={<CardSkeleton hasPicture lines={6} />}>
      {(data) => <ProjectStory story={data} />}
    </Answer>
  );
}
