/** 查看记录 (TL4). Round trips: roles, the person one filters by, entries, accounts, once a minute the city. */
import type { ParsedInputOf } from '@contract/procedures';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Where } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { keyOf } from './keys';
import { actorsOf, NEWEST_FIRST, readableOffices, subjectIdsOf, TRAIL_PAGE, within } from './read-trail';

/** Who is named of a list of people; the rest is a number. */
const NAMED_PEOPLE = 60;

export const listLooks: Handler<'trail.listLooks'> = async (input, context) => {
  const offices = await readableOffices(context);
  const found = await context.ports.database.find('accessLog', {
    where: { ...(await whereOf(offices, input.filter, context)), ...within(input.fromDay, input.toDay) },
    orderBy: NEWEST_FIRST,
    after: parseCursor(input.cursor),
    limit: TRAIL_PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, TRAIL_PAGE, ({ at, _id }) => [at, _id]);
  const actorOf = await actorsOf(context, rows);
  const { cityCode } = await cityOf(context.ports);
  return {
    looks: rows.map((look) => ({
      ...actorOf(look),
      ...{ lookId: look._id, measure: look.measure, personCount: look.volunteerIds.length },
      personNumbers: look.volunteerIds.slice(0, NAMED_PEOPLE).map((id) => `${cityCode}-${id}`),
    })),
    nextCursor,
  };
};

/** Of one person by the index of persons, which holds few looks each. */
async function whereOf(
  offices: readonly DivisionCode[],
  filter: ParsedInputOf<'trail.listLooks'>['filter'],
  context: RequestContext,
): Promise<Where> {
  if (filter.by === 'subject') {
    const ids = await subjectIdsOf(context, filter.value);
    return { volunteerIds: { in: ids }, keys: { in: [...offices] } };
  }
  return { keys: { in: offices.map((office) => keyOf(office, filter)) } };
}
