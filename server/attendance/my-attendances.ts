import { RULE_LIMITS } from '@domain/attendance/attendance-rules';
import { RECORDED_STATES } from '@domain/attendance/closing';
import { MINUTE_MS } from '@domain/time/civil-day';
import type { Handler } from '../kernel/procedure';
import { pageOf, parseCursor } from '../kernel/cursor';
import { ownChangeOf } from '../enrolment/own-changes';
import { shiftCopyOf, toSummary } from './attendance-document';
import { serviceTotalsOf } from './service-totals';

const CURRENT_LIMIT = 50;
const PAGE = 20;

/**
 * What a volunteer may still act on: enrolled, waiting or open visits whose check-out has not closed, and
 * which of their shifts are cancelled (AT13.7) or changed (AT14.1). Two round trips.
 */
export const listMyCurrent: Handler<'attendance.listMyCurrent'> = async (_input, context) => {
  const account = await context.actor.account();
  if (account === null) return { attendances: [], cancelled: [], changed: [] };
  const rows = await context.ports.database.find('attendances', {
    where: {
      volunteerId: account.volunteerId,
      state: { in: ['enrolled', 'waiting', 'checkedIn'] },
      endsAt: { above: context.now - RULE_LIMITS.closesAfterMinutes.maximum * MINUTE_MS },
    },
    orderBy: [['endsAt', 'asc']],
    limit: CURRENT_LIMIT,
  });
  const shiftIds = rows.map(({ shiftId }) => shiftId);
  const shifts = shiftIds.length === 0 ? [] : await context.ports.database.getMany('shifts', shiftIds);
  // Copies of a shift that has just changed may be a minute old (AT14.2).
  const fresh = rows.map((row) => {
    const shift = shifts.find(({ _id }) => _id === row.shiftId);
    return shift === undefined || row.state === 'checkedIn' ? row : { ...row, ...shiftCopyOf(shift) };
  });
  return {
    attendances: fresh.map(toSummary).filter((row) => context.now < row.checkOutClosesAt),
    changed: fresh.flatMap((row) => {
      const shift = shifts.find(({ _id }) => _id === row.shiftId);
      const change = shift === undefined ? null : ownChangeOf(shift, row, fresh);
      return change === null ? [] : [{ shiftId: row.shiftId, ...change }];
    }),
    cancelled: shifts
      .filter(({ state }) => state === 'cancelled')
      .map(({ _id, cancelReason }) => ({ shiftId: _id, reason: cancelReason ?? '' })),
  };
};

/** Own records, newest first, paged by key; totals come from one bounded sum over one person's records. */
export const listMyRecords: Handler<'attendance.listMyRecords'> = async (input, context) => {
  const account = await context.actor.account();
  if (account === null) return { totalMinutes: 0, recordCount: 0, records: [], nextCursor: null };
  const { database } = context.ports;
  const { volunteerId } = account;
  const [totals, found] = await Promise.all([
    serviceTotalsOf(context.ports, volunteerId),
    database.find('attendances', {
      where: { volunteerId, state: { in: [...RECORDED_STATES, 'voided'] } },
      orderBy: [
        ['startsAt', 'desc'],
        ['_id', 'asc'],
      ],
      after: parseCursor(input.cursor),
      limit: PAGE + 1,
    }),
  ]);
  const page = pageOf(found, PAGE, (row) => [row.startsAt, row._id]);
  return {
    ...totals,
    records: page.rows.map(toSummary),
    nextCursor: page.nextCursor,
  };
};
