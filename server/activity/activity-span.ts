/** What lists say of an activity: the span of the shifts that take place, the place of the first (AT14.4). */
import { checkInWindowOf } from '@domain/activity/shift';
import type { ShiftId } from '@domain/kernel/identifiers';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Database, Transaction } from '../kernel/ports';

type Activity = StoredDocument<'activities'>;
type Shift = StoredDocument<'shifts'>;

/** Outside the transaction: an activity has the shifts it was made with. One round trip. */
export async function otherShiftsOf(
  database: Database,
  { _id, activityId }: Pick<Shift, '_id' | 'activityId'>,
): Promise<ShiftId[]> {
  const shifts = await database.find('shifts', { where: { activityId }, limit: MAXIMUM_SHIFTS });
  return shifts.map((shift) => shift._id).filter((id) => id !== _id);
}

/** One round trip for each of the others. Who changes a shift stores this too, so that two at once clash. */
export async function withSpan(
  transaction: Transaction,
  activity: Activity,
  changed: Shift,
  others: readonly ShiftId[],
): Promise<Activity> {
  const shifts = [changed];
  for (const id of others) {
    const other = await transaction.get('shifts', id);
    if (other !== null) shifts.push(other);
  }
  return spanning(activity, shifts);
}

/** `shifts`: all of the activity's, as they will be. */
export function spanning(activity: Activity, shifts: readonly Shift[]): Activity {
  const open = shifts.filter(({ state }) => state === 'open').sort((a, b) => a.startsAt - b.startsAt);
  const [first] = open;
  if (first === undefined) return activity;
  return {
    ...activity,
    firstStartsAt: first.startsAt,
    lastEndsAt: Math.max(...open.map(({ endsAt }) => endsAt)),
    placeName: first.place.name,
    divisionName: first.divisionName,
    checkInOpensAt: checkInWindowOf(first).opensAt,
  };
}
