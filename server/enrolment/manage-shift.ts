/** What an organiser does to a published shift: more or fewer seats, or none at all. */
import { decidePosts } from '@domain/activity/change-posts';
import { seatsOfAll } from '@domain/activity/post';
import { rejected } from '@domain/kernel/result';
import { otherShiftsOf, withSpan } from '../activity/activity-span';
import { toShiftView } from '../activity/activity-view';
import { toShift } from '../attendance/attendance-document';
import { managedShift } from '../attendance/shift-screen';
import { releaseOrder } from '../demand/order-of-shift';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { coursesOfPosts, wantedOf } from '../activity/plan-posts';
import { loadLine, serveAndStore } from './seats';
import { serveShift } from './serve-lines';

/** Raised seats go to the line at once, the first of them in the same transaction (AT13.2). */
export const changeCapacity: Handler<'activity.changeCapacity'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { database } = context.ports;
  const refusal = await database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null) return rejected('shift.notFound');
    if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
    if (shift.capacity === null) return rejected('activity.capacityUnlimited');
    if (shift.posts !== undefined) return rejected('post.ofShift');
    const { takenCount } = shift;
    if (input.capacity < takenCount) return rejected('activity.capacityTooLow', { takenCount });
    const line = shift.waitingCount > 0 ? await loadLine(transaction, shift._id) : null;
    const after = { ...toShift(shift), capacity: input.capacity };
    await serveAndStore(transaction, context, shift, after, line);
    return null;
  });
  if (refusal !== null) return refusal;
  await serveShift(context.ports, input.shiftId);
  const shift = await database.get('shifts', input.shiftId);
  return shift === null ? rejected('shift.notFound') : { shift: toShiftView(shift) };
};

/** As it is stored when it is called off. */
export function cancelledOf(shift: StoredDocument<'shifts'>, cancelReason: string, cancelledAt: number) {
  const { cells: _nowhere, ...rest } = shift;
  return { ...rest, state: 'cancelled' as const, cancelledAt, owesSeats: false, cancelReason };
}
/**
 * AT15.4. Of a draft and of a published shift; new seats go to the line at once. Round trips: grants, shift,
 * the content check, courses where one is asked for, then those of `changeCapacity`.
 */
export const changePosts: Handler<'activity.changePosts'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { database, platform } = context.ports;
  const names = input.posts.map(({ name }) => name).join('\n');
  if ((await platform.checkContent(requireOpenId(context), names)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const known = (managed.posts ?? []).flatMap(({ requiredCourse }) => requiredCourse ?? []);
  const courses = await coursesOfPosts(context.ports, input.posts, known);
  if ('kind' in courses) return courses;
  const refusal = await database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null) return rejected('shift.notFound');
    if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
    const wanted = input.posts.map((one) => ({
      ...wantedOf(one, courses),
      postId: one.postId,
    }));
    const decision = decidePosts(toShift(shift), wanted);
    if (decision.kind === 'rejected') return decision;
    const { posts, postCount } = decision;
    const line = shift.waitingCount > 0 ? await loadLine(transaction, shift._id) : null;
    const after = { ...toShift(shift), posts, capacity: seatsOfAll(posts) };
    await serveAndStore(transaction, context, { ...shift, postCount }, after, line);
    return null;
  });
  if (refusal !== null) return refusal;
  await serveShift(context.ports, input.shiftId);
  const shift = await database.get('shifts', input.shiftId);
  return shift === null ? rejected('shift.notFound') : { shift: toShiftView(shift) };
};

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
    const cancelled = cancelledOf(shift, input.reason, context.now);
    await transaction.put('shifts', cancelled);
    const known = { ...activity, cancelledShiftCount, state } as const;
    await transaction.put('activities', await withSpan(transaction, known, cancelled, others));
    await releaseOrder(transaction, context, shift, input.reason);
    // Told by a timer: there may be thousands (ME9).
    await transaction.put('cancellationNotices', { _id: shift._id, doneTo: '', isOpen: true });
    return { shift: toShiftView(cancelled) };
  });
};
