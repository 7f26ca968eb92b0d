import type { ActivityId } from '@domain/kernel/identifiers';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { shiftCopyOf, toSummary } from '../attendance/attendance-document';
import { doersOf, mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';
import { broughtChildren, placeInLine } from '../enrolment/my-place';
import { changedIdsOf, ownChangeAt } from '../enrolment/own-changes';
import { picturesOf, toPictureViews } from '../picture/owner';
import { attachmentViewsOf, toActivityView, toShiftView } from './activity-view';

type Activity = StoredDocument<'activities'>;

async function standingTo({ actor }: RequestContext, { teamId, countyCode }: Activity) {
  const grants = await actor.grants();
  const mayLook = mayOrganise(grants, teamId, countyCode);
  return { mayLook, canManage: mayLook && mayOrganise(doersOf(grants), teamId, countyCode) };
}

/** A draft is there only for those who may publish it. */
export async function visibleActivity(context: RequestContext, activityId: ActivityId) {
  const activity = await context.ports.database.get('activities', activityId);
  if (activity === null) return null;
  const { mayLook, canManage } = await standingTo(context, activity);
  return activity.state === 'draft' && !mayLook ? null : { activity, canManage };
}

async function ownAttendances(context: RequestContext, shifts: readonly StoredDocument<'shifts'>[]) {
  const account = await context.actor.account();
  if (account === null) return [];
  const ids = shifts.map(({ _id }) => attendanceIdOf(_id, account.volunteerId));
  return context.ports.database.getMany('attendances', ids);
}

/** Copies of a shift that has just changed may be a minute old (AT14.2). */
function summaryOf(own: StoredDocument<'attendances'>, shifts: readonly StoredDocument<'shifts'>[]) {
  const shift = shifts.find(({ _id }) => _id === own.shiftId);
  const isOpen = own.state === 'enrolled' || own.state === 'waiting';
  return toSummary(shift !== undefined && isOpen ? { ...own, ...shiftCopyOf(shift) } : own);
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
  const mine = await ownAttendances(context, shifts);
  return {
    activity: toActivityView(visible.activity),
    description: visible.activity.description,
    shifts: shifts.map(toShiftView),
    mine: mine.map((own) => summaryOf(own, shifts)),
    changedIds: changedIdsOf(shifts, mine),
    pictures: await toPictureViews(context.ports, picturesOf(visible.activity)),
    attachments: attachmentViewsOf(visible.activity),
    canManage: visible.canManage,
  };
};

export const getShift: Handler<'activity.getShift'> = async (input, context) => {
  const shift = await context.ports.database.get('shifts', input.shiftId);
  const visible = shift === null ? null : await visibleActivity(context, shift.activityId);
  if (shift === null || visible === null) return rejected('shift.notFound');
  const [[own], brought] = await Promise.all([
    ownAttendances(context, [shift]),
    broughtChildren(context, shift._id),
  ]);
  return {
    shift: toShiftView(shift),
    activity: toActivityView(visible.activity),
    mine: own === undefined ? null : summaryOf(own, [shift]),
    changed: await ownChangeAt(context, shift, own),
    ...(await placeInLine(context, shift, own)),
    brought,
    canManage: visible.canManage,
  };
};
