import { civilDayOf } from '@domain/time/civil-day';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler } from '../kernel/procedure';
import { toCards } from './project-view';

const PAGE = 20;

export const listBrandProjects: Handler<'project.listBrandProjects'> = async (input, context) => {
  const found = await context.ports.database.find('projects', {
    where: { brandRank: { atLeast: 0 } },
    orderBy: [
      ['brandRank', 'asc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (project) => [project.brandRank ?? 0, project._id]);
  const projects = await toCards(context.ports, page.rows, civilDayOf(context.now));
  return { projects, nextCursor: page.nextCursor };
};
