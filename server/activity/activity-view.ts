import { checkInWindowOf, checkOutClosesAt, rulesOf } from '@domain/activity/shift';
import type { ActivityView, ShiftView } from '@contract/activity.contract';
import type { AttachmentView } from '@contract/attachment.contract';
import type { StoredDocument } from '../kernel/documents';

export function toActivityView(activity: StoredDocument<'activities'>): ActivityView {
  const { _id, firstStartsAt: startsAt, pictures: _pictures, attachments: _attachments, ...rest } = activity;
  const { opensAt } = checkInWindowOf({ startsAt, endsAt: rest.lastEndsAt });
  return {
    ...rest,
    activityId: _id,
    firstStartsAt: startsAt,
    checkInOpensAt: activity.checkInOpensAt ?? opensAt,
  };
}

/** PT5 */
export function attachmentViewsOf({ attachments = [] }: StoredDocument<'activities'>): AttachmentView[] {
  return attachments.map(({ fileId: _fileId, ...view }) => view);
}

type UsualPlace = NonNullable<StoredDocument<'projects'>['usualPlace']>;

export function toPlaceView({ position, ...place }: UsualPlace): ShiftView['place'] {
  return { ...place, ...position };
}

export function toShiftView(shift: StoredDocument<'shifts'>): ShiftView {
  return {
    shiftId: shift._id,
    activityId: shift.activityId,
    projectId: shift.projectId,
    title: shift.title,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    checkInOpensAt: checkInWindowOf(shift).opensAt,
    checkOutClosesAt: checkOutClosesAt(shift),
    place: toPlaceView({ ...shift.place, divisionName: shift.divisionName }),
    capacity: shift.capacity,
    takenCount: shift.takenCount,
    waitingCount: shift.waitingCount,
    riskLevel: shift.riskLevel,
    state: shift.state,
    rules: { ...rulesOf(shift), breaks: [...rulesOf(shift).breaks] },
    cancelReason: shift.cancelReason,
    meetingPoint: shift.meetingPoint ?? '',
    changedAt: shift.changes?.at(-1)?.at ?? null,
    closedAt: shift.closing?.closedAt ?? null,
    ...(shift.posts === undefined ? {} : { posts: shift.posts }),
    ...(shift.field === undefined ? {} : { field: shift.field }),
  };
}
