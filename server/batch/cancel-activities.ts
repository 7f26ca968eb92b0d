/**
 * Several activities called off at once (CS11): all of their shifts that have not begun, in one transaction
 * each, by the rule of a single shift (AT13.7). Who was to come is told by a timer, as always.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { parseActivityId } from '@domain/kernel/identifiers';
import { activityIdField } from '@contract/fields';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { spanning } from '../activity/activity-span';
import { callOff } from '../enrolment/manage-shift';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import {
  effectOfRefusal,
  refusalWithoutReason,
  seenOf,
  toRefusal,
  type BatchHandler,
  type BatchItem,
} from './batch-deed';

type Activity = StoredDocument<'activities'>;
type Shift = StoredDocument<'shifts'>;
interface Loaded {
  readonly activity: Activity;
  readonly shifts: readonly Shift[];
  /** by shift: where seats are not counted, those who are enrolled */
  readonly enrolled: ReadonlyMap<string, number>;
}

/**
 * The activity and all of its shifts, for whoever runs it. Round trips: two, and a count for each shift ahead
 * whose seats have no end: nobody keeps the number of its people.
 */
async function load(context: RequestContext, key: string): Promise<Loaded | null> {
  if (!activityIdField.safeParse(key).success) return null;
  const { database } = context.ports;
  const [grants, activity, shifts] = await Promise.all([
    context.actor.grants(),
    database.get('activities', key),
    database.find('shifts', { where: { activityId: parseActivityId(key) }, limit: MAXIMUM_SHIFTS }),
  ]);
  const mayAll = shifts.every(({ teamId, place }) => mayOrganise(grants, teamId, place.divisionCode));
  if (activity === null || shifts.length === 0 || !mayAll) return null;
  const uncounted = shifts.filter((shift) => shift.capacity === null && isAhead(context, shift));
  const counts = await Promise.all(
    uncounted.map(({ _id }) => database.count('attendances', { shiftId: _id, state: 'enrolled' })),
  );
  const enrolled = new Map(uncounted.map(({ _id }, place) => [String(_id), counts[place] ?? 0]));
  return { activity, shifts, enrolled };
}

function isAhead({ now }: RequestContext, { state, startsAt }: Shift): boolean {
  return state === 'open' && now < startsAt;
}

function peopleOf({ _id, takenCount, waitingCount }: Shift, { enrolled }: Pick<Loaded, 'enrolled'>): number {
  return enrolled.get(_id) ?? takenCount + waitingCount;
}

function seenOfActivity(context: RequestContext, loaded: Loaded): string {
  const { activity, shifts } = loaded;
  const facts = [...shifts]
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .map((shift) => [shift._id, isAhead(context, shift), shift.startsAt, peopleOf(shift, loaded)]);
  return seenOf(context.ports, [activity.state, facts]);
}

export const cancelActivities: BatchHandler = {
  async refusalOf(context, reason) {
    const missing = refusalWithoutReason(reason);
    if (missing !== null) return missing;
    const verdict = await context.ports.platform.checkContent(requireOpenId(context), reason);
    return verdict === 'pass' ? null : rejected('activity.contentRefused');
  },
  async effectOf(context, key) {
    const loaded = await load(context, key);
    if (loaded === null) return effectOfRefusal(context.ports, rejected('activity.notFound'));
    const ahead = loaded.shifts.filter((shift) => isAhead(context, shift));
    return {
      ...{
        who: '',
        peopleCount: ahead.reduce((sum, shift) => sum + peopleOf(shift, loaded), 0),
        minutes: 0,
        seen: seenOfActivity(context, loaded),
      },
      refusal: canBegin(loaded.activity, ahead) ? null : toRefusal(rejected('batch.nothingToDo')),
    };
  },
  async run(context, item) {
    const loaded = await load(context, item.key);
    if (loaded === null) return rejected('activity.notFound');
    return context.ports.database.transaction((transaction) => cancel(transaction, context, loaded, item));
  },
};

/** Nobody enrols in a draft: there is nothing to call off. */
function canBegin({ state }: Activity, ahead: readonly Shift[]): boolean {
  return state === 'published' && ahead.length > 0;
}

async function cancel(
  transaction: Transaction,
  context: RequestContext,
  { activity: { _id: activityId }, shifts: known, enrolled }: Loaded,
  { seen, reason }: BatchItem,
): Promise<{ outcome: 'done' | 'already' } | Rejection<'batch.changedMeanwhile' | 'batch.nothingToDo'>> {
  const activity = await transaction.get('activities', activityId);
  const shifts: Shift[] = [];
  for (const { _id } of known) {
    const shift = await transaction.get('shifts', _id);
    if (shift !== null) shifts.push(shift);
  }
  if (activity === null) return rejected('batch.nothingToDo');
  const ahead = shifts.filter((shift) => isAhead(context, shift));
  const isDone = ahead.length === 0 && shifts.some(({ cancelReason }) => cancelReason === reason);
  if (activity.state === 'cancelled' || isDone) return { outcome: 'already' };
  if (seenOfActivity(context, { activity, shifts, enrolled }) !== seen)
    return rejected('batch.changedMeanwhile');
  if (!canBegin(activity, ahead)) return rejected('batch.nothingToDo');
  const after: Shift[] = [];
  for (const shift of shifts) {
    after.push(ahead.includes(shift) ? await callOff(transaction, context, shift, reason) : shift);
  }
  const cancelledShiftCount = after.filter(({ state }) => state === 'cancelled').length;
  const state = cancelledShiftCount === after.length ? ('cancelled' as const) : activity.state;
  await transaction.put('activities', spanning({ ...activity, cancelledShiftCount, state }, after));
  return { outcome: 'done' };
}
