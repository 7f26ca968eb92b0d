/** 场次名单: who is enrolled or has come. Ids of attendances begin with the shift's, so a page is a range. */
import { RECORDED_STATES } from '@domain/attendance/closing';
import type { ShiftId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { managedShift } from './shift-screen';

/** A multiple of what a sheet of cards holds, and more than most shifts have. */
const ROSTER_PAGE = 50;
const LISTED = ['enrolled', ...RECORDED_STATES];

export interface RosterPage {
  readonly rows: readonly StoredDocument<'attendances'>[];
  readonly nextCursor: string | null;
}

/** One round trip. A cursor that is not of this shift reads as the first page. */
export async function readRosterPage(
  { database }: Ports,
  shiftId: ShiftId,
  cursor: string | null,
): Promise<RosterPage> {
  const above = cursor?.startsWith(`${shiftId}:`) === true ? cursor : `${shiftId}:`;
  const found = await database.find('attendances', {
    // ';' is what follows ':'.
    where: { _id: { above, below: `${shiftId};` }, state: { in: LISTED } },
    orderBy: [['_id', 'asc']],
    limit: ROSTER_PAGE + 1,
  });
  const rows = found.slice(0, ROSTER_PAGE);
  return { rows, nextCursor: found.length > ROSTER_PAGE ? (rows[rows.length - 1]?._id ?? null) : null };
}

/** Round trips: roles, shift, page. */
export const listRoster: Handler<'attendance.listRoster'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const { rows, nextCursor } = await readRosterPage(context.ports, input.shiftId, input.cursor);
  return {
    people: rows.map(({ volunteerId, maskedName, state }) => ({ volunteerId, maskedName, state })),
    nextCursor,
  };
};
