/** 变更 of a published shift, and of an activity's text (AT14). */
import { decideShiftChange } from '@domain/activity/change-shift';
import { closingDueAt } from '@domain/attendance/closing';
import type { ShiftId } from '@domain/kernel/identifiers';
import { cellsOf } from '@domain/geography/cells';
import { rejected } from '@domain/kernel/result';
import type { ParsedInputOf } from '@contract/procedures';
import { toShift } from '../attendance/attendance-document';
import { managedShift } from '../attendance/shift-screen';
import { serveShift } from '../enrolment/serve-lines';
import { pathNameOf } from '../geography/division-lookup';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { markShift } from '../statistics/fold-volunteers';
import { otherShiftsOf, withSpan } from './activity-span';
import { toActivityView, toShiftView } from './activity-view';

type Shift = StoredDocument<'shifts'>;
type Division = StoredDocument<'divisions'>;
type Input = ParsedInputOf<'activity.changeShift'>;

export const changeShift: Handler<'activity.changeShift'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const { database, platform } = context.ports;
  const division = await database.get('divisions', input.place.communityCode);
  if (division === null) return rejected('division.notFound');
  if (!mayOrganise(await context.actor.grants(), managed.teamId, division._id)) {
    return rejected('actor.forbidden');
  }
  const text = [input.place.name, input.meetingPoint].join('\n');
  if ((await platform.checkContent(requireOpenId(context), text)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const others = await otherShiftsOf(database, managed);
  const outcome = await database.transaction((transaction) =>
    changeInTransaction(transaction, context, { input, division, others }),
  );
  if (outcome.kind === 'rejected') return outcome;
  await serveShift(context.ports, input.shiftId);
  const shift = await database.get('shifts', input.shiftId);
  return shift === null ? rejected('shift.notFound') : { shift: toShiftView(shift) };
};

interface Change {
  readonly input: Input;
  readonly division: Division;
  readonly others: readonly ShiftId[];
}

/** Shift, activity and the other shifts by id, then at most five writes; two changes at once clash. */
async function changeInTransaction(
  transaction: Transaction,
  context: RequestContext,
  { input, division, others }: Change,
) {
  const shift = await transaction.get('shifts', input.shiftId);
  if (shift === null) return rejected('shift.notFound');
  const { place: wanted, startsAt, endsAt, meetingPoint, requestId } = input;
  const { name, radiusMeters, latitude, longitude } = wanted;
  const place = { name, divisionCode: division._id, position: { latitude, longitude }, radiusMeters };
  const divisionName = pathNameOf(division);
  const terms = { startsAt, endsAt, place, divisionName, meetingPoint };
  const known = { ...toShift(shift), divisionName: shift.divisionName, isPublished: shift.isPublished };
  const decision = decideShiftChange(known, terms, { requestId, now: context.now });
  if (decision.kind !== 'accepted') return decision;
  const activity = await transaction.get('activities', shift.activityId);
  if (activity === null) return rejected('activity.notFound');
  const { rules, changes } = decision;
  const next: Shift = {
    ...shift,
    ...terms,
    urbanRuralCode: division.urbanRuralCode,
    rules: { ...rules, breaks: [...rules.breaks] },
    changes: [...changes],
    ...(shift.isPublished ? { cells: cellsOf(place.position) } : {}),
    closingDueAt: closingDueAt({ endsAt, rules }),
    // The line may be open again: who serves it finds out.
    owesSeats: shift.waitingCount > 0,
  };
  await transaction.put('shifts', next);
  await transaction.put('activities', await withSpan(transaction, activity, next, others));
  if (shift.isPublished) {
    const notice = { _id: shift._id, changedAt: context.now, beganAt: null, doneTo: '', isOpen: true };
    await transaction.put('changeNotices', notice);
  }
  if (decision.isPlaceChanged) await markShift(transaction, context.ports, shift._id, context.now);
  return decision;
}

/** Nobody is told: it says nothing of when and where. The title stays: records and certificates name it. */
export const changeText: Handler<'activity.changeText'> = async (input, context) => {
  const { database, platform } = context.ports;
  const { summary, description } = input;
  const known = await database.get('activities', input.activityId);
  if (known === null) return rejected('activity.notFound');
  if (!mayOrganise(await context.actor.grants(), known.teamId, known.countyCode)) {
    return rejected('actor.forbidden');
  }
  const text = [summary, description].join('\n');
  if ((await platform.checkContent(requireOpenId(context), text)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  return database.transaction(async (transaction) => {
    const activity = await transaction.get('activities', input.activityId);
    if (activity === null) return rejected('activity.notFound');
    const next = { ...activity, summary, description };
    if (activity.summary !== summary || activity.description !== description) {
      await transaction.put('activities', next);
    }
    return { activity: toActivityView(next) };
  });
};
