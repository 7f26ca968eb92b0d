import { Answer, CardSkeleton } from '@/lib/answer';
import type { OutputOf } from '@contract/procedures';
import { outcomeShareOf, sumOfSums } from '@domain/project/outcome';
import { formatRatio } from '@domain/statistics/ratio';
import { openRoute } from '@/lib/open-route';
import { projectsRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { useShare } from '@/platform/share';

import { ProjectStory } from './project-story';

/** What a message shows before it is opened: the project, and its number where there is one (BP4). */
function shareTitleOf({ project, outcome, outcomeName }: OutputOf<'project.getProject'>): string {
  const share = outcomeShareOf(sumOfSums((outcome?.points ?? []).map(({ after }) => after)));
  return share.kind === 'none'
    ? `${project.title}：${project.goal}`
    : `${project.title}：${outcomeName} ${formatRatio(share.ratio)}`;
}

export function ProjectPanel({ projectId }: { projectId: string }) {
  const story = useProcedure('project.getProject', { projectId });
  const { data } = story;
  useShare(
    data && {
      title: shareTitleOf(data),
      path: '/pages/project/index',
      params: { id: data.project.projectId },
      imageUrl: data.project.pictureUrl,
    },
  );
  const wayOn = { text: '看看其他项目', onPress: () => openRoute(projectsRoute) };
  return (
    <Answer of={story} wayOn={wayOn} skeleton={<CardSkeleton hasPicture lines={6} />}>
      {(found) => <ProjectStory story={found} />}
    </Answer>
  );
}
