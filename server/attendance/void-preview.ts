/** What a void would do (AT8), before somebody does it: decided by the same rule, written by nobody. */
import { decideVoid } from '@domain/attendance/decide-approval';
import { holdsSeat } from '@domain/attendance/attendance';
import { rejected } from '@domain/kernel/result';
import { mayInspect } from '../kernel/actor';
import type { Handler } from '../kernel/procedure';
import { toAttendance, toShift } from './attendance-document';
import { readDaysOf, readServiceDays } from './service-days';

/** Round trips: grants, record, shift, one or two days, and the records that regain, in one. */
export const getVoidPreview: Handler<'attendance.getVoidPreview'> = async (input, context) => {
  const { database } = context.ports;
  const grants = await context.actor.grants();
  const document = await database.get('attendances', input.attendanceId);
  if (document === null) return rejected('record.notFound');
  const { imported, volunteerId } = document;
  const shift = await database.get('shifts', document.shiftId);
  const divisionCode = shift?.place.divisionCode ?? imported?.divisionCode;
  if (divisionCode === undefined) return rejected('shift.notFound');
  if (!mayInspect(grants, divisionCode)) return rejected('actor.forbidden');
  const attendance = toAttendance(document);
  const checkOutAt = document.checkOut?.at ?? document.endsAt;
  const days =
    shift === null
      ? await readDaysOf(database, volunteerId, imported === undefined ? [] : [imported.day])
      : await readServiceDays(database, toShift(shift), attendance, checkOutAt);
  const decision = decideVoid(attendance, days);
  if (decision.kind === 'rejected') return decision;
  const minutesOf = (all: typeof days) =>
    all.flatMap(({ visits }) => visits).reduce((sum, visit) => sum + visit.minutes, 0);
  const touched = days.filter(({ day }) => decision.days.some((one) => one.day === day));
  const lost = touched
    .flatMap(({ visits }) => visits)
    .filter(({ attendanceId }) => attendanceId === attendance.attendanceId)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    maskedName: document.maskedName,
    title: document.title,
    countedMinutes: document.state === 'confirmed' ? document.creditedMinutes : 0,
    regainedMinutes: minutesOf([...decision.days]) - (minutesOf(touched) - lost),
    regainingCount: decision.recredited.length,
    freesSeat: shift !== null && shift.capacity !== null && holdsSeat(attendance),
  };
};
