import { Answer, CardSkeleton } from '@/lib/answer';
import type { OutputOf } from '@contract/procedures';
import { outcomeShareOf, sumOfSums } from '@domain/project/outcome';
import { formatRatio } from '@domain/statistics/ratio';
import { openRoute } from '@/lib/open-route';
import { projectsRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { useShareLink } from '@/lib/use-share-link';

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
  useShareLink(
    data && {
      link: { kind: 'project', projectId: data.project.projectId },
      title: shareTitleOf(data),
      pictureUrl: data.project.pictureUrl,
    },
  );
  const wayOn = { text: '看看其他项目', onPress: () => openRoute(projectsRoute) };
  return (
    <Answer of={story} wayOn={wayOn} skeleton={<CardSkeleton hasPicture lines={6} />}>
      {(found) => <ProjectStory story={found} />}
    </Answer>
  );
}
