/** What an import wrote, for offices; and one's own imported record, which one may object to (IM15). */
import { contains } from '@domain/geography/division';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import { toSummary } from '../attendance/attendance-document';
import { voidImported } from '../attendance/void-imported';
import { officeDivisions } from '../kernel/actor';
import { requireAccount, requireOpenId, type Handler } from '../kernel/procedure';
import { logPeople } from '../person/office-scope';
import { idsOf } from './job';

/** Fifty records each. */
const CHUNKS_OF_A_PAGE = 1;

/** A chunk is a page. Round trips: grants, job, chunk, its records; the access log. */
export const listImportedRecords: Handler<'import.listImportedRecords'> = async (input, context) => {
  const { database } = context.ports;
  const job = await database.get('imports', input.importId);
  const own = officeDivisions(await context.actor.grants());
  if (job === null || !own.some((code) => contains(code, job.divisionCode)))
    return rejected('import.notFound');
  const { atLeast, below } = idsOf(job);
  const chunks = await database.find('importChunks', {
    where: { _id: { above: isOf(input.cursor, atLeast) ? input.cursor : atLeast, below } },
    orderBy: [['_id', 'asc']],
    limit: CHUNKS_OF_A_PAGE,
  });
  const [chunk] = chunks;
  if (chunk === undefined) return { records: [], nextCursor: null };
  const found = chunk.recordIds.length === 0 ? [] : await database.getMany('attendances', chunk.recordIds);
  const ids = [...new Set(found.map((one) => one.volunteerId))];
  await logPeople(context, 'import.listImportedRecords', ids, [job.divisionCode]);
  return {
    records: found.flatMap(({ _id, maskedName, title, creditedMinutes, state, imported }) =>
      imported === undefined
        ? []
        : [
            {
              ...{ attendanceId: _id, maskedName, title, creditedMinutes, state },
              ...{ organisation: imported.organisation, day: imported.day },
            },
          ],
    ),
    nextCursor: chunk._id,
  };
};

/** A cursor is the id of a chunk of the same import. */
function isOf(cursor: string | null, atLeast: string): cursor is string {
  return cursor?.startsWith(atLeast) === true;
}

/** Round trips: account, record, job. */
export const getImportedRecord: Handler<'import.getImportedRecord'> = async ({ shiftId }, context) => {
  const { volunteerId } = await requireAccount(context);
  const { database } = context.ports;
  const document = await database.get('attendances', attendanceIdOf(shiftId, volunteerId));
  if (document?.imported === undefined) return rejected('record.notFound');
  const { importId, statedMinutes } = document.imported;
  const job = await database.get('imports', importId);
  if (job === null) throw new Error('invariant broken: a job is never deleted');
  return {
    record: toSummary(document),
    statedMinutes,
    officeName: job.officeName,
    importedAt: job.confirmedAt ?? job.requestedAt,
  };
};

/**
 * Taken at one's word: nobody is credited for what they say they did not do. Round trips: account, 2, a
 * void's.
 */
export const objectToRecord: Handler<'import.objectToRecord'> = async (input, context) => {
  const { volunteerId } = await requireAccount(context);
  const { shiftId, requestId, reason } = input;
  const id = attendanceIdOf(shiftId, volunteerId);
  type Answer = ViewOf<'import.objectToRecord'> | Rejection<ErrorCode>;
  return context.ports.database.transaction(async (transaction): Promise<Answer> => {
    const document = await transaction.get('attendances', id);
    if (document?.imported === undefined) return rejected('record.notFound');
    const entry = await transaction.get('ledger', `${id}:${String(document.seq)}`);
    if (entry?.requestId === requestId) return { record: toSummary(document), outcome: 'already' };
    const cause = { source: 'objection', requestId, reason, actor: requireOpenId(context) } as const;
    const result = await voidImported(transaction, context, document, cause);
    if ('kind' in result) return result;
    const stored = await transaction.get('attendances', id);
    return { record: toSummary(stored ?? document), outcome: 'voided' };
  });
};
