import type { StoredDocument } from '../kernel/documents';
import { pageOf, parseCursor, type PageKey } from '../kernel/cursor';
import type { Where } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { toActivityView, toPlaceView } from './activity-view';

const PAGE = 20;

/** Published activities that are not over, soonest to end first: one round trip, by index. */
export function findUpcoming(
  context: RequestContext,
  where: Where,
  after: PageKey | null,
  limit: number,
): Promise<StoredDocument<'activities'>[]> {
  return context.ports.database.find('activities', {
    where: { ...where, state: 'published', lastEndsAt: { above: context.now } },
    orderBy: [
      ['lastEndsAt', 'asc'],
      ['_id', 'asc'],
    ],
    after,
    limit,
  });
}

export const listUpcomingActivities: Handler<'activity.listUpcomingActivities'> = async (input, context) => {
  const where: Where = {
    ...(input.countyCode === null ? {} : { countyCode: input.countyCode }),
    ...(input.projectId === null ? {} : { projectId: input.projectId }),
  };
  const found = await findUpcoming(context, where, parseCursor(input.cursor), PAGE + 1);
  const page = pageOf(found, PAGE, (activity) => [activity.lastEndsAt, activity._id]);
  return { activities: page.rows.map(toActivityView), nextCursor: page.nextCursor };
};

export const listOrganisedActivities: Handler<'activity.listOrganisedActivities'> = async (
  input,
  context,
) => {
  const grants = await context.actor.grants();
  const teamIds = grants.flatMap((grant) => (grant.scope.kind === 'team' ? [grant.scope.teamId] : []));
  const found = await context.ports.database.find('activities', {
    where: teamIds.length > 0 ? { teamId: { in: teamIds } } : { createdBy: requireOpenId(context) },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (activity) => [activity.createdAt, activity._id]);
  return { activities: page.rows.map(toActivityView), nextCursor: page.nextCursor };
};

/** The widest office runs no more projects than this from one form. */
const PROJECT_LIMIT = 100;

export const listOrganisedProjects: Handler<'activity.listOrganisedProjects'> = async (_input, context) => {
  const grants = await context.actor.grants();
  const teamIds = grants.flatMap((grant) => (grant.scope.kind === 'team' ? [grant.scope.teamId] : []));
  const codes = grants.flatMap((grant) =>
    grant.scope.kind === 'division' && grant.role !== 'auditor' ? [grant.scope.divisionCode] : [],
  );
  const find = (where: Where) => context.ports.database.find('projects', { where, limit: PROJECT_LIMIT });
  const lists = await Promise.all([
    ...(teamIds.length > 0 ? [find({ teamId: { in: teamIds } })] : []),
    ...codes.map((code) => find({ divisionCode: { atLeast: code, below: `${code}~` } })),
  ]);
  const projects = new Map(lists.flat().map((project) => [project._id, project]));
  return {
    projects: [...projects.values()].map(
      ({ _id, title, teamId, teamName, divisionCode, divisionName, usualPlace }) => ({
        projectId: _id,
        ...{ title, teamId, teamName },
        divisionCode,
        divisionName,
        usualPlace: usualPlace === null ? null : toPlaceView(usualPlace),
      }),
    ),
  };
};
