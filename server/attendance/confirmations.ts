/**
 * 等组织者确认 (AT3.2): a printed code without a position is only a wish; the presence begins when somebody who
 * runs the shift confirms it.
 */
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { decideConfirmation } from '@domain/attendance/decide-presence';
import { isSamePlace } from '@domain/activity/place';
import { attendanceIdOf, type ShiftId, type VolunteerId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { loadSelf } from '../enrolment/people';
import { requireAccount, requireOpenId, type Handler } from '../kernel/procedure';
import { toAttendance, toShift } from './attendance-document';
import { changeInTransaction } from './change-attendance';
import { readPlaceCode } from './place-code';
import { codeKeysOf, readDays, toChange } from './prove-presence';
import { refusalOffDuty } from './on-duty';
import { managedShift } from './shift-screen';

/** One screen of an organiser; who is answered makes room for the next. */
const WAITING_LIMIT = 50;

function confirmationIdOf(shiftId: ShiftId, volunteerId: VolunteerId, deed: PresenceDeed): string {
  return `${attendanceIdOf(shiftId, volunteerId)}:${deed}`;
}

/**
 * Refused like the check-in itself, so nobody waits in vain. Round trips: account, code, begin, three reads,
 * write, commit; one or two more for the days of a check-out.
 */
export const requestConfirmation: Handler<'attendance.requestConfirmation'> = async (input, context) => {
  const { shiftId, deed, requestId } = input;
  const { ports, now } = context;
  const account = await requireAccount(context);
  const { volunteerId, maskedName } = account;
  const code = await readPlaceCode(ports, input.scene);
  if (code.kind === 'rejected') return code;
  const confirmationId = confirmationIdOf(shiftId, volunteerId, deed);
  return ports.database.transaction(async (transaction) => {
    const shift = await transaction.get('shifts', shiftId);
    if (shift === null || !shift.isPublished) return rejected('shift.notFound');
    if (!isSamePlace(shift.place, code.document.place)) return rejected('placeCode.elsewhere');
    const visit = await transaction.get('attendances', attendanceIdOf(shiftId, volunteerId));
    const attendance = visit === null ? null : toAttendance(visit);
    const keys = codeKeysOf(ports, shiftId);
    const { person } = await loadSelf(transaction, ports, account, shift);
    const facts = { volunteerId, shift: toShift(shift), attendance, person, transaction };
    const days = await readDays(deed, facts, now);
    const decision = decideConfirmation(deed, { ...facts, keys, requestId, now, days }, now);
    if (decision.kind === 'rejected') return decision;
    if (decision.kind === 'already') return { outcome: 'already' as const, askedAt: null };
    const known = await transaction.get('confirmations', confirmationId);
    if (known?.state === 'waiting') return { outcome: 'waiting' as const, askedAt: known.askedAt };
    await transaction.put('confirmations', {
      _id: confirmationId,
      ...{ shiftId, volunteerId, maskedName, deed, requestId },
      placeId: code.document._id,
      askedAt: now,
      state: 'waiting',
      answeredAt: null,
      answeredBy: null,
    });
    return { outcome: 'waiting' as const, askedAt: now };
  });
};

/** Round trips: account, request. */
export const getConfirmation: Handler<'attendance.getConfirmation'> = async (input, context) => {
  const { volunteerId } = await requireAccount(context);
  const id = confirmationIdOf(input.shiftId, volunteerId, input.deed);
  const asked = await context.ports.database.get('confirmations', id);
  return { state: asked?.state ?? null, askedAt: asked?.askedAt ?? null };
};

/** Round trips: roles, shift, and one page by index. */
export const listConfirmations: Handler<'attendance.listConfirmations'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const found = await context.ports.database.find('confirmations', {
    where: { shiftId: input.shiftId, state: 'waiting' },
    orderBy: [
      ['askedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: WAITING_LIMIT + 1,
  });
  return {
    waiting: found.slice(0, WAITING_LIMIT).map(({ volunteerId, maskedName, deed, askedAt }) => ({
      ...{ volunteerId, maskedName, deed, askedAt },
    })),
    hasMore: found.length > WAITING_LIMIT,
  };
};

/**
 * The answer and the visit are one transaction; two organisers, or one tap twice, make one visit. Round
 * trips: roles, shift, and those of a check-in with two reads and one write more.
 */
export const answerConfirmation: Handler<'attendance.answerConfirmation'> = async (input, context) => {
  const { shiftId, volunteerId, deed, requestId, isHere } = input;
  const { ports, now } = context;
  const managed = await managedShift(context, shiftId);
  if ('kind' in managed) return managed;
  const offDuty = isHere ? refusalOffDuty(context, managed) : null;
  if (offDuty !== null) return offDuty;
  const answeredBy = requireOpenId(context);
  const helper = await context.actor.account();
  if (helper?.volunteerId === volunteerId) return rejected('assist.self');
  const id = confirmationIdOf(shiftId, volunteerId, deed);
  return ports.database.transaction(async (transaction) => {
    const asked = await transaction.get('confirmations', id);
    if (asked === null) return rejected('confirmation.notFound');
    if (asked.state !== 'waiting') return { state: asked.state };
    const state = isHere ? ('confirmed' as const) : ('declined' as const);
    if (isHere) {
      const request = { shiftId, requestId, childIds: [], source: 'confirmation' };
      const keys = codeKeysOf(ports, shiftId);
      const result = await changeInTransaction(transaction, context, request, asked, async (facts) => {
        const days = await readDays(deed, facts, asked.askedAt);
        return toChange(decideConfirmation(deed, { ...facts, keys, requestId, now, days }, asked.askedAt));
      });
      if (result.kind === 'rejected') return result;
    }
    await transaction.put('confirmations', { ...asked, state, answeredAt: now, answeredBy });
    return { state };
  });
};
