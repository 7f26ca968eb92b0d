/** What an organiser does to a published shift: more or fewer seats, or none at all. */
import { rejected } from '@domain/kernel/result';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { toShiftView } from '../activity/activity-view';
import { toShift } from '../attendance/attendance-document';
import { managedShift } from '../attendance/shift-screen';
import { requireOpenId, type Handler } from '../kernel/procedure';
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

/** AT13.7. The activity ends with its last shift; it is written every time, so that two at once clash. */
export const cancelShift: Handler<'activity.cancelShift'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { database, platform } = context.ports;
  if ((await platform.checkContent(requireOpenId(context), input.reason)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const siblings = await database.find('shifts', {
    where: { activityId: managed.activityId },
    limit: MAXIMUM_SHIFTS,
  });
  return database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', input.shiftId);
    if (shift === null) return rejected('shift.notFound');
    if (shift.state === 'cancelled') return { shift: toShiftView(shift) };
    if (context.now >= shift.startsAt) return rejected('activity.shiftStarted');
    let hasOthers = false;
    for (const { _id } of siblings) {
      if (_id === shift._id || hasOthers) continue;
      hasOthers = (await transaction.get('shifts', _id))?.state === 'open';
    }
    const activity = await transaction.get('activities', shift.activityId);
    if (activity === null) return rejected('activity.notFound');
    await transaction.put('activities', hasOthers ? activity : { ...activity, state: 'cancelled' });
    const cancelled = { ...shift, state: 'cancelled' as const, owesSeats: false, cancelReason: input.reason };
    await transaction.put('shifts', cancelled);
    return { shift: toShiftView(cancelled) };
  });
};
