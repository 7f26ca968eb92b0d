/** What a volunteer sees of the own place in a line, and of the children brought to a shift. */
import { peopleAhead } from '@domain/enrolment/line';
import { attendanceIdOf, type ShiftId } from '@domain/kernel/identifiers';
import type { ViewOf } from '@contract/procedures';
import type { RequestContext } from '../kernel/procedure';

/** One round trip: the line is one document. Null: not in it. */
export async function placeInLine(context: RequestContext, shiftId: ShiftId): Promise<number | null> {
  const account = await context.actor.account();
  if (account === null) return null;
  const line = await context.ports.database.get('lines', shiftId);
  return line === null ? null : peopleAhead({ ...line, shiftId }, account.volunteerId);
}

type Brought = ViewOf<'activity.getShift'>['brought'];

/** One round trip for who acts for nobody, else two. */
export async function broughtChildren(context: RequestContext, shiftId: ShiftId): Promise<Brought> {
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
