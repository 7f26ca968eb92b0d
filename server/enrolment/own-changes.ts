/** What volunteers see of a shift that is not any more what they agreed to (AT14.1). */
import { overlapping, termsLeft, termsOf } from '@domain/activity/change-shift';
import { toShift } from '../attendance/attendance-document';
import type { OwnChange } from '@contract/attendance-view';
import { SHIFT_LIMITS } from '@domain/activity/shift';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';

type Shift = StoredDocument<'shifts'>;
type Attendance = StoredDocument<'attendances'>;

/** More than anybody enrols in within half a day. */
const NEIGHBOUR_LIMIT = 20;

function isComing({ state }: Attendance): boolean {
  return state === 'enrolled' || state === 'waiting';
}

/** When somebody got the seat, or the place in the line. */
export function agreedAtOf({ state, enrolledAt, movedAt }: Attendance): number {
  return state === 'enrolled' ? (enrolledAt ?? movedAt) : movedAt;
}

function termsAgreedTo(shift: Shift, own: Attendance) {
  if (shift.state === 'cancelled' || !isComing(own)) return null;
  const { divisionName, isPublished } = shift;
  const known = { ...toShift(shift), divisionName, isPublished };
  const before = termsLeft(known, agreedAtOf(own));
  return before === null ? null : { before, after: termsOf(known) };
}

/** `mine`: attendances of the same person, by their shifts as they are now. */
export function ownChangeOf(shift: Shift, own: Attendance, mine: readonly Attendance[]): OwnChange | null {
  const terms = termsAgreedTo(shift, own);
  if (terms === null) return null;
  const others = mine.filter((one) => one._id !== own._id && isComing(one));
  const overlaps = overlapping(shift, others).map(({ shiftId, title, startsAt, endsAt }) => ({
    shiftId,
    title,
    startsAt,
    endsAt,
  }));
  return { ...terms, overlaps };
}

/** Which of these shifts are not any more what their people agreed to. */
export function changedIdsOf(shifts: readonly Shift[], mine: readonly Attendance[]): Shift['_id'][] {
  return mine.flatMap((own) => {
    const shift = shifts.find(({ _id }) => _id === own.shiftId);
    return shift !== undefined && termsAgreedTo(shift, own) !== null ? [shift._id] : [];
  });
}

/** One round trip by index, for who is shown a change only. */
export async function ownChangeAt(
  { ports }: Pick<RequestContext, 'ports'>,
  shift: Shift,
  own: Attendance | undefined,
): Promise<OwnChange | null> {
  if (own === undefined || termsAgreedTo(shift, own) === null) return null;
  const mine = await ports.database.find('attendances', {
    where: {
      volunteerId: own.volunteerId,
      startsAt: { above: shift.startsAt - SHIFT_LIMITS.maximumLengthMs, below: shift.endsAt },
    },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: NEIGHBOUR_LIMIT,
  });
  return ownChangeOf(shift, own, mine);
}
