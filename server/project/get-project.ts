import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { toActivityView } from '../activity/activity-view';
import { findUpcoming } from '../activity/list-activities';
import type { Handler } from '../kernel/procedure';
import { picturesOf, toPictureViews } from '../picture/owner';
import { clonesOf, toOrigin } from './clones';
import { toOutcomeView } from './outcome';
import { publicFiguresOf } from './project-figures';
import { toCards } from './project-view';

const SHOWN_ACTIVITIES = 6;

/**
 * The story page, readable by anybody. Round trips: 5 at once, and one for the address of the picture, one
 * for those of the story.
 */
export const getProject: Handler<'project.getProject'> = async (input, context) => {
  const { ports, now } = context;
  const { projectId } = input;
  const today = civilDayOf(now);
  const [project, upcoming, outcome, clones, figures] = await Promise.all([
    ports.database.get('projects', projectId),
    findUpcoming(context, { projectId }, null, SHOWN_ACTIVITIES + 1),
    ports.database.get('outcomes', projectId),
    clonesOf(ports, projectId),
    publicFiguresOf(ports, projectId, today),
  ]);
  if (project === null) return rejected('project.notFound');
  const [card] = await toCards(ports, [project], today);
  if (card === undefined) throw new Error('invariant broken: one project has one card');
  return {
    project: card,
    teamName: project.teamName,
    story: project.story,
    pictures: await toPictureViews(ports, picturesOf(project)),
    safeguards: project.safeguards,
    figures,
    clonedFrom: project.clonedFrom,
    clones: clones.map(toOrigin),
    outcomeName: project.outcomeName,
    outcome: outcome === null ? null : toOutcomeView(outcome),
    accreditation: project.accreditation,
    activities: upcoming.slice(0, SHOWN_ACTIVITIES).map(toActivityView),
    activityCount: upcoming.length,
  };
};
