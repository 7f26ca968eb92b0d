/** What the organiser's screen needs: the seed of the rotating code, and who has come. */
import { checkInWindowOf, checkOutClosesAt } from '@domain/activity/shift';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ShiftId } from '@domain/kernel/identifiers';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';
import { latenessOf } from './attendance-document';
import { refusalOffDuty } from './on-duty';

const RECENT_LIMIT = 8;

/**
 * Only who runs the shift's team, or an office above its place, may ask about it or help on it; otherwise
 * the refusal. One round trip, and one for the roles.
 */
export async function managedShift(
  context: RequestContext,
  shiftId: ShiftId,
): Promise<StoredDocument<'shifts'> | Rejection<'shift.notFound' | 'actor.forbidden'>> {
  const shift = await context.ports.database.get('shifts', shiftId);
  if (shift === null) return rejected('shift.notFound');
  const grants = await context.actor.grants();
  return mayOrganise(grants, shift.teamId, shift.place.divisionCode) ? shift : rejected('actor.forbidden');
}

/**
 * The seed belongs to one shift and is worthless for any other (AT4). Before the check-in opens everybody who
 * runs the shift may have it, for places without a network; then only who is on duty (AT6.1).
 */
export const getCheckInSeed: Handler<'attendance.getCheckInSeed'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const isOpen = context.now >= checkInWindowOf(shift).opensAt;
  const refusal = isOpen ? refusalOffDuty(context, shift) : null;
  if (refusal !== null) return refusal;
  const seed = context.ports.secrets.checkInSeed(input.shiftId);
  const seedHex = Array.from(seed, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { seedHex, validUntil: checkOutClosesAt(shift) };
};

export const listArrivals: Handler<'attendance.listArrivals'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const { database } = context.ports;
  const countIn = (states: readonly string[]): Promise<number> =>
    database.count('attendances', { shiftId: input.shiftId, state: { in: states } });
  const [enrolledCount, presentCount, finishedCount, lateCount, replays, recent] = await Promise.all([
    countIn(['enrolled']),
    countIn(['checkedIn']),
    countIn(['checkedOut', 'confirmed']),
    database.count('visitProofs', { shiftId: input.shiftId, isWaiting: true }),
    database.sum('replayAttempts', { shiftId: input.shiftId }, 'attemptCount'),
    database.find('attendances', {
      where: { shiftId: input.shiftId, state: { in: ['checkedIn', 'checkedOut', 'confirmed'] } },
      orderBy: [['movedAt', 'desc']],
      limit: RECENT_LIMIT,
    }),
  ]);
  return {
    enrolledCount,
    presentCount,
    finishedCount,
    lateCount,
    replayCount: replays.sum,
    recent: recent.map((row) => ({
      maskedName: row.maskedName,
      at: (row.checkOut ?? row.checkIn)?.at ?? row.movedAt,
      kind: row.checkOut === null ? 'checkIn' : 'checkOut',
      isLate: latenessOf(row) !== null,
    })),
  };
};
