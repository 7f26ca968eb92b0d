/** What a volunteer sees of the own place in a line, and of the children brought to a shift. */
import { peopleAhead } from '@domain/enrolment/line';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import type { ViewOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';

type Shift = StoredDocument<'shifts'>;
type PlaceInLine = Pick<ViewOf<'activity.getShift'>, 'aheadCount' | 'waitingFor'>;
const NOT_IN_LINE: PlaceInLine = { aheadCount: null };

/** One round trip: the line is one document. */
export async function placeInLine(
  context: RequestContext,
  shift: Shift,
  own: StoredDocument<'attendances'> | undefined,
): Promise<PlaceInLine> {
  if (own?.state !== 'waiting') return NOT_IN_LINE;
  const line = await context.ports.database.get('lines', shift._id);
  if (line === null) return NOT_IN_LINE;
  const aheadCount = peopleAhead({ ...line, shiftId: shift._id }, own.volunteerId);
  const party = line.parties.find(({ volunteerIds }) => volunteerIds.includes(own.volunteerId));
  const names = namesOf(shift, party?.postIds);
  return names === undefined ? { aheadCount } : { aheadCount, waitingFor: names };
}

/** Of posts, in the order somebody would take them; undefined: there are none. */
export function namesOf(
  { posts = [] }: Pick<Shift, 'posts'>,
  postIds: readonly string[] | undefined,
): string[] | undefined {
  return postIds?.flatMap((id) => posts.find(({ postId }) => postId === id)?.name ?? []);
}

type Brought = ViewOf<'activity.getShift'>['brought'];

/** One round trip for who acts for nobody, else two. */
export async function broughtChildren(context: RequestContext, shiftId: Shift['_id']): Promise<Brought> {
  const account = await context.actor.account();
  if (account === null) return [];
  const { database } = context.ports;
  const childIds = (await database.get('guardians', account.volunteerId))?.childIds ?? [];
  if (childIds.length === 0) return [];
  const ids = childIds.map((childId) => attendanceIdOf(shiftId, childId));
  const [attendances, children] = await Promise.all([
    database.getMany('attendances', ids),
    database.getMany('volunteers', childIds),
  ]);
  return attendances
    .filter(({ enrolment }) => enrolment?.guardianId === account.volunteerId)
    .map(({ volunteerId, state }) => ({
      volunteerId,
      name: children.find(({ _id }) => _id === volunteerId)?.name ?? '',
      state,
    }));
}
