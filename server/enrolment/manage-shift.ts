/** What an organiser does to a published shift: more or fewer seats, or none at all. */
import { decidePosts } from '@domain/activity/change-posts';
import { seatsOfAll } from '@domain/activity/post';
import type { Shift } from '@domain/activity/shift';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import { otherShiftsOf, withSpan } from '../activity/activity-span';
import { toShiftView } from '../activity/activity-view';
import { toShift } from '../attendance/attendance-document';
import { managedShift } from '../attendance/shift-screen';
import { releaseOrder } from '../demand/order-of-shift';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { coursesOfPosts, wantedOf } from '../activity/plan-posts';
import { loadLine, serveAndStore } from './seats';
import { serveShift } from './serve-lines';

type ShiftDocument = StoredDocument<'shifts'>;
interface Reseated {
  /** the document with what `after` does not say */
  readonly stored: ShiftDocument;
  readonly after: Shift;
}

/** Raised seats go to the line at once, the first of them in the same transaction (AT13.2). */
async function changeSeats(
  { ports, now }: RequestContext,
  shiftId: ShiftDocument['_id'],
  decide: (shift: ShiftDocument) => Reseated | Rejection<ErrorCode>,
) {
  const { database } = ports;
  const refusal = await database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', shiftId);
    if (shift === null) return rejected('shift.notFound');
    if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
    const decision = decide(shift);
    if ('kind' in decision) return decision;
    const line = shift.waitingCount > 0 ? await loadLine(transaction, shift._id) : null;
    await serveAndStore(transaction, { ports, now }, decision.stored, decision.after, line);
    return null;
  });
  if (refusal !== null) return refusal;
  await serveShift(ports, shiftId);
  const shift = await database.get('shifts', shiftId);
  return shift === null ? rejected('shift.notFound') : { shift: toShiftView(shift) };
}

export const changeCapacity: Handler<'activity.changeCapacity'> = async ({ shiftId, capacity }, context) => {
  const managed = await managedShift(context, shiftId);
  if ('kind' in managed) return managed;
  return changeSeats(context, shiftId, (shift) => {
    if (shift.capacity === null) return rejected('activity.capacityUnlimited');
    if (shift.posts !== undefined) return rejected('post.ofShift');
    const { takenCount } = shift;
    if (capacity < takenCount) return rejected('activity.capacityTooLow', { takenCount });
    return { stored: shift, after: { ...toShift(shift), capacity } };
  });
};

/**
 * AT15.4. Of a draft and of a published shift; new seats go to the line at once. Round trips: grants, shift,
 * the content check, courses where one is asked for, then those of `changeCapacity`.
 */
export const changePosts: Handler<'activity.changePosts'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { platform } = context.ports;
  const names = input.posts.map(({ name }) => name).join('\n');
  if ((await platform.checkContent(requireOpenId(context), names)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const known = (managed.posts ?? []).flatMap(({ requiredCourse }) => requiredCourse ?? []);
  const courses = await coursesOfPosts(context.ports, input.posts, known);
  if ('kind' in courses) return courses;
  const wanted = input.posts.map((one) => ({ ...wantedOf(one, courses), postId: one.postId }));
  return changeSeats(context, input.shiftId, (shift) => {
    const decision = decidePosts(toShift(shift), wanted);
    if (decision.kind === 'rejected') return decision;
    const { posts, postCount } = decision;
    const after = { ...toShift(shift), posts, capacity: seatsOfAll(posts) };
    return { stored: { ...shift, postCount }, after };
  });
};

/**
 * What calling a shift off writes besides its activity, one alone or by the dozen (AT13.7, CS11). Round
 * trips: two, and two for an order that the shift was made for.
 */
export async function callOff(
  transaction: Transaction,
  context: RequestContext,
  shift: StoredDocument<'shifts'>,
  cancelReason: string,
): Promise<StoredDocument<'shifts'>> {
  const { cells: _nowhere, ...rest } = shift;
  const ended = { state: 'cancelled', cancelledAt: context.now, owesSeats: false, cancelReason } as const;
  const cancelled = { ...rest, ...ended };
  await transaction.put('shifts', cancelled);
  await releaseOrder(transaction, context, shift, cancelReason);
  // Told by a timer: there may be thousands (ME9).
  await transaction.put('cancellationNotices', { _id: shift._id, doneTo: '', isOpen: true });
  return cancelled;
}

/** AT13.7. The activity counts its cancelled shifts, so two at once clash, and ends with the last of them. */
export const cancelShift: Handler<'activity.cancelShift'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { database, platform } = context.ports;
  if ((await platform.checkContent(requireOpenId(context), input.reason)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const others = await otherShiftsOf(database, managed);
  return database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null) return rejected('shift.notFound');
    if (shift.state === 'cancelled') return { shift: toShiftView(shift) };
    if (context.now >= shift.startsAt) return rejected('activity.shiftStarted');
    const activity = await transaction.get('activities', shift.activityId);
    if (activity === null) return rejected('activity.notFound');
    const cancelledShiftCount = activity.cancelledShiftCount + 1;
    const state = cancelledShiftCount > others.length ? 'cancelled' : activity.state;
    const cancelled = await callOff(transaction, context, shift, input.reason);
    const known = { ...activity, cancelledShiftCount, state } as const;
    await transaction.put('activities', await withSpan(transaction, known, cancelled, others));
    return { shift: toShiftView(cancelled) };
  });
};
