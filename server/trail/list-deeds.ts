/** 操作记录 (TL3). Round trips: roles, the person one filters by, entries, accounts, once a minute the city. */
import type { ParsedInputOf } from '@contract/procedures';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler, RequestContext } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { keyOf, type TrailFilter } from './keys';
import { actorsOf, NEWEST_FIRST, readableOffices, subjectIdsOf, TRAIL_PAGE, within } from './read-trail';

export const listDeeds: Handler<'trail.listDeeds'> = async (input, context) => {
  const offices = await readableOffices(context);
  const filters = await filtersOf(input.filter, context);
  const found = await context.ports.database.find('deeds', {
    where: {
      keys: { in: offices.flatMap((office) => filters.map((filter) => keyOf(office, filter))) },
      ...within(input.fromDay, input.toDay),
    },
    orderBy: NEWEST_FIRST,
    after: parseCursor(input.cursor),
    limit: TRAIL_PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, TRAIL_PAGE, ({ at, _id }) => [at, _id]);
  const actorOf = await actorsOf(context, rows);
  const { cityCode } = await cityOf(context.ports);
  return {
    deeds: rows.map((deed) => ({
      ...actorOf(deed),
      ...{ deedId: deed._id, requestId: deed.requestId, role: deed.role, scopeName: deed.scopeName },
      ...{ kind: deed.kind, objectId: deed.objectId, title: deed.title, changes: deed.changes },
      ...{ isCut: deed.isCut, divisionCode: deed.divisionCode },
      subjectNumber: deed.subjectId === null ? null : `${cityCode}-${deed.subjectId}`,
    })),
    nextCursor,
  };
};

async function filtersOf(
  filter: ParsedInputOf<'trail.listDeeds'>['filter'],
  context: RequestContext,
): Promise<readonly TrailFilter[]> {
  if (filter.by !== 'subject') return [filter];
  return (await subjectIdsOf(context, filter.value)).map((value) => ({ by: 'subject', value }));
}
