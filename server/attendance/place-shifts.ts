/** What the code on the wall opens: the shifts that go on there now (AT3.2). */
import { SHIFT_LIMITS } from '@domain/activity/shift';
import { isGoingOnAt } from '@domain/activity/place';
import { RULE_LIMITS } from '@domain/attendance/attendance-rules';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import { toShiftView } from '../activity/activity-view';
import type { Handler } from '../kernel/procedure';
import { toShift, toSummary } from './attendance-document';
import { readPlaceCode } from './place-code';

/** Shifts of one community that can be going on at one moment; more would not fit its day. */
const SHIFT_LIMIT = 100;
/** The widest windows a shift may have been made with (AT2); each is then asked for its own. */
const OPENS_BEFORE_MS = RULE_LIMITS.opensBeforeMinutes.maximum * MINUTE_MS;
const CLOSES_AFTER_MS = RULE_LIMITS.closesAfterMinutes.maximum * MINUTE_MS;

/** Round trips: code, shifts by index, account and own attendances. */
export const listPlaceShifts: Handler<'attendance.listPlaceShifts'> = async (input, context) => {
  const { ports, now } = context;
  const code = await readPlaceCode(ports, input.scene);
  if (code.kind === 'rejected') return code;
  const { place, divisionName } = code.document;
  const latestEnd = now + OPENS_BEFORE_MS + SHIFT_LIMITS.maximumLengthMs;
  const found = await ports.database.find('shifts', {
    where: {
      'place.divisionCode': place.divisionCode,
      endsAt: { above: now - CLOSES_AFTER_MS, atMost: latestEnd },
    },
    orderBy: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHIFT_LIMIT,
  });
  const shifts = found.filter((shift) => shift.isPublished && isGoingOnAt(toShift(shift), place, now));
  const account = await context.actor.account();
  const ids = account === null ? [] : shifts.map(({ _id }) => attendanceIdOf(_id, account.volunteerId));
  const mine = await ports.database.getMany('attendances', ids);
  return {
    placeName: place.name,
    divisionName,
    shifts: shifts.map(toShiftView),
    mine: mine.map(toSummary),
  };
};
