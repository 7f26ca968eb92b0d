/** 差异记录, newest first, paged by key. Round trips: 2. */
import type { IncidentView } from '@contract/audit.contract';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { cityOfficeOf } from './city-office';

const PAGE = 5;

export const listIncidents: Handler<'audit.listIncidents'> = async (input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  const found = await context.ports.database.find('incidents', {
    where: {},
    orderBy: [
      ['foundAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.foundAt, row._id]);
  return { incidents: page.rows.map(toIncidentView), nextCursor: page.nextCursor };
};

function toIncidentView(incident: StoredDocument<'incidents'>): IncidentView {
  const { _id, foundAt, state, differenceCount, isTruncated, volunteers, shifts, cells, repair } = incident;
  return {
    incidentId: _id,
    foundAt,
    state,
    differenceCount,
    isTruncated,
    volunteerCount: volunteers.length,
    shiftCount: shifts.length,
    cellCount: cells.length,
    repair: repair === null ? null : { at: repair.at, actorName: repair.actor.name, reason: repair.reason },
  };
}
