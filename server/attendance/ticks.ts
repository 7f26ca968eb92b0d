/** 离线点名: who is expected and who has come, for an organiser's phone; and the ticks it sends (AT5). */
import { attendanceIdOf, type VolunteerId } from '@domain/kernel/identifiers';
import { LATE_LIMIT_MS } from '@domain/attendance/late-scan';
import { rejected } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { postOf } from './attendance-document';
import { addProof, proveVisit } from './prove-visit';
import { managedShift } from './shift-screen';

const PAGE = 100;
/** Two phones' clocks differ by this much without anybody having meant it. */
const CLOCK_ALLOWANCE_MS = MINUTE_MS;

type AttendanceDocument = StoredDocument<'attendances'>;

/** The numbers of these people; one round trip for a page of them. */
export async function numberTailsOf(
  ports: Ports,
  volunteerIds: readonly VolunteerId[],
): Promise<ReadonlyMap<VolunteerId, string>> {
  const volunteers =
    volunteerIds.length === 0 ? [] : await ports.database.getMany('volunteers', volunteerIds);
  return new Map(volunteers.map(({ _id, volunteerNumber }) => [_id, volunteerNumber.slice(-4)]));
}

export function toPerson(row: AttendanceDocument, tails: ReadonlyMap<VolunteerId, string>) {
  return {
    volunteerId: row.volunteerId,
    maskedName: row.maskedName,
    numberTail: tails.get(row.volunteerId) ?? '',
    state: row.state,
    checkedInAt: row.checkIn?.at ?? null,
    checkedOutAt: row.checkOut?.at ?? null,
    ...postOf(row),
  };
}

/** Paged by id, which begins with the shift's. Round trips: the shift, the roles, a page, its numbers. */
export const listTickRoster: Handler<'attendance.listTickRoster'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const above = input.cursor ?? `${input.shiftId}:`;
  const found = await context.ports.database.find('attendances', {
    // ";" is the character after ":".
    where: { _id: { above, below: `${input.shiftId};` } },
    orderBy: [['_id', 'asc']],
    limit: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const tails = await numberTailsOf(
    context.ports,
    rows.map(({ volunteerId }) => volunteerId),
  );
  const people = rows
    .filter(({ state }) => state !== 'enrolmentCancelled' && state !== 'waiting')
    .map((row) => toPerson(row, tails));
  return { people, nextCursor: found.length > PAGE ? (rows[PAGE - 1]?._id ?? null) : null };
};

/** Nobody vouches for herself. */
export async function isOwn(context: RequestContext, volunteerId: VolunteerId): Promise<boolean> {
  return (await context.actor.account())?.volunteerId === volunteerId;
}

/** A tick counts at the organiser's word, at most a day later; sent again it changes nothing. */
export const tick: Handler<'attendance.tick'> = async (input, context) => {
  const { shiftId, volunteerId, requestId, deed, tickedAt } = input;
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  if (await isOwn(context, volunteerId)) return rejected('attendance.ownRecord');
  const at = Math.min(tickedAt, context.now);
  if (tickedAt > context.now + CLOCK_ALLOWANCE_MS) {
    return rejected('attendance.lateUnproven', { codeAt: context.now, scannedAt: tickedAt });
  }
  if (context.now - at >= LATE_LIMIT_MS) return rejected('attendance.lateTooOld', { codeAt: at });
  const actor = requireOpenId(context);
  const request = { shiftId, requestId, childIds: [], source: 'roster' };
  const presence = {
    at,
    method: 'roster' as const,
    distanceMeters: null,
    accuracyMeters: null,
    timeStep: null,
  };
  const result = await proveVisit(context, request, volunteerId, (facts) =>
    addProof(facts, { ...presence, requestId, deed, isLate: false, vouchedBy: actor, isRefused: false }),
  );
  if (result.kind === 'rejected') return result;
  const tails = await numberTailsOf(context.ports, [volunteerId]);
  return { person: toPerson(result.document, tails), outcome: result.isChanged ? 'ticked' : 'already' };
};

/** The visits of these people to a shift; one round trip. */
export async function visitsOf(
  ports: Ports,
  shiftId: AttendanceDocument['shiftId'],
  volunteerIds: readonly VolunteerId[],
): Promise<AttendanceDocument[]> {
  if (volunteerIds.length === 0) return [];
  return ports.database.getMany(
    'attendances',
    volunteerIds.map((volunteerId) => attendanceIdOf(shiftId, volunteerId)),
  );
}
