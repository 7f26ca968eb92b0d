/** 推广 of a project or an activity: its title and picture first, then what is pasted. */
import type { ActivityId, ProjectId } from '@domain/kernel/identifiers';

import { Answer, CardSkeleton } from '@/lib/answer';
import { useProcedure } from '@/lib/use-procedure';

import { SpreadPanel } from './spread-panel';

export function SpreadOfProject({ projectId }: { projectId: ProjectId }) {
  const answer = useProcedure('project.getProject', { projectId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ project: { title, pictureUrl } }) => (
        <SpreadPanel target={{ kind: 'project', projectId }} title={title} pictureUrl={pictureUrl} />
      )}
    </Answer>
  );
}

/** An activity has no picture of its own. */
export function SpreadOfActivity({ activityId }: { activityId: ActivityId }) {
  const answer = useProcedure('activity.getActivity', { activityId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ activity: { title } }) => (
        <SpreadPanel target={{ kind: 'activity', activityId }} title={title} pictureUrl="" />
      )}
    </Answer>
  );
}
