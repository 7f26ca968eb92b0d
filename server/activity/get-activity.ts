import type { ActivityId, ShiftId } from '@domain/kernel/identifiers';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { toSummary } from '../attendance/attendance-document';
import { doersOf, mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';
import { broughtChildren, placeInLine } from '../enrolment/my-place';
import { toActivityView, toShiftView } from './activity-view';

type Activity = StoredDocument<'activities'>;

async function standingTo({ actor }: RequestContext, { teamId, countyCode }: Activity) {
  const grants = await actor.grants();
  const mayLook = mayOrganise(grants, teamId, countyCode);
  return { mayLook, canManage: mayLook && mayOrganise(doersOf(grants), teamId, countyCode) };
}

/** A draft is there only for those who may publish it. */
async function visibleActivity(context: RequestContext, activityId: ActivityId) {
  const activity = await context.ports.database.get('activities', activityId);
  if (activity === null) return null;
  const { mayLook, canManage } = await standingTo(context, activity);
  return activity.state === 'draft' && !mayLook ? null : { activity, canManage };
}

async function ownAttendances(context: RequestContext, shiftIds: readonly ShiftId[]) {
  const account = await context.actor.account();
  if (account === null) return [];
  const ids = shiftIds.map((shiftId) => attendanceIdOf(shiftId, account.volunteerId));
  return (await context.ports.database.getMany('attendances', ids)).map(toSummary);
}

export const getActivity: Handler<'activity.getActivity'> = async (input, context) => {
  const visible = await visibleActivity(context, input.activityId);
  if (visible === null) return rejected('activity.notFound');
  const shifts = await context.ports.database.find('shifts', {
    where: { activityId: input.activityId },
    orderBy: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_SHIFTS,
  });
  const mine = await ownAttendances(
    context,
    shifts.map((shift) => shift._id),
  );
  return {
    activity: toActivityView(visible.activity),
    description: visible.activity.description,
    shifts: shifts.map(toShiftView),
    mine,
    canManage: visible.canManage,
  };
};

export const getShift: Handler<'activity.getShift'> = async (input, context) => {
  const shift = await context.ports.database.get('shifts', input.shiftId);
  const visible = shift === null ? null : await visibleActivity(context, shift.activityId);
  if (shift === null || visible === null) return rejected('shift.notFound');
  const [[mine], brought] = await Promise.all([
    ownAttendances(context, [shift._id]),
    broughtChildren(context, shift._id),
  ]);
  return {
    shift: toShiftView(shift),
    activity: toActivityView(visible.activity),
    mine: mine ?? null,
    aheadCount: mine?.state === 'waiting' ? await placeInLine(context, shift._id) : null,
    brought,
    canManage: visible.canManage,
  };
};
