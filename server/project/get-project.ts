import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { toActivityView } from '../activity/activity-view';
import { findUpcoming } from '../activity/list-activities';
import type { Handler } from '../kernel/procedure';
import { toCards } from './project-view';

const SHOWN_ACTIVITIES = 6;

/** The story page, readable by anybody. */
export const getProject: Handler<'project.getProject'> = async (input, context) => {
  const { ports, now } = context;
  const { projectId } = input;
  const [project, upcoming] = await Promise.all([
    ports.database.get('projects', projectId),
    findUpcoming(context, { projectId }, null, SHOWN_ACTIVITIES + 1),
  ]);
  if (project === null) return rejected('project.notFound');
  const [card] = await toCards(ports, [project], civilDayOf(now));
  if (card === undefined) throw new Error('invariant broken: one project has one card');
  return {
    project: card,
    teamName: project.teamName,
    story: project.story,
    outcomeName: project.outcomeName,
    accreditation: project.accreditation,
    activities: upcoming.slice(0, SHOWN_ACTIVITIES).map(toActivityView),
    activityCount: upcoming.length,
  };
};
