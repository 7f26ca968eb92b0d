/** How far an import is, its preview and its errors; and the imports of my division. */
import { contains } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import { IMPORT_SHOWN_FAULTS } from '@contract/import.contract';
import { officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { idsOf, toImportView } from './job';

const PAGE = 10;

/** Round trips: 3, and 1 for the address of the errors. Rows and errors are shown to who imports only. */
export const getImport: Handler<'import.getImport'> = async ({ importId }, context) => {
  const { database, platform } = context.ports;
  const openId = requireOpenId(context);
  const job = await database.get('imports', importId);
  const own = officeDivisions(await context.actor.grants());
  if (job === null || !own.some((code) => contains(code, job.divisionCode)))
    return rejected('import.notFound');
  const isMine = job.openId === openId;
  const found = isMine
    ? await database.find('importFaults', {
        where: { _id: idsOf(job) },
        orderBy: [['_id', 'asc']],
        // Each has one fault at least.
        limit: IMPORT_SHOWN_FAULTS,
      })
    : [];
  const [errorFileUrl] = isMine && job.errorFileId !== null ? await platform.fileUrls([job.errorFileId]) : [];
  const { titles, mapping, isRemembered, usualCommunityCode, sheetName, otherSheetCount } = job;
  return {
    ...toImportView(job, openId),
    ...{ titles, mapping, isRemembered, usualCommunityCode, sheetName, otherSheetCount },
    samples: isMine ? job.samples : [],
    people: isMine ? job.people : [],
    records: isMine ? job.records : [],
    faults: found.flatMap(({ faults }) => faults).slice(0, IMPORT_SHOWN_FAULTS),
    errorFileUrl: errorFileUrl ?? null,
    undoReason: job.undoReason,
    keptUntil: job.keptUntil,
  };
};

/** Newest first, paged by key. Round trips: 2. */
export const listImports: Handler<'import.listImports'> = async (input, context) => {
  const openId = requireOpenId(context);
  const divisions = officeDivisions(await context.actor.grants());
  const found = await context.ports.database.find('imports', {
    where: { officeKeys: { in: divisions } },
    orderBy: [
      ['requestedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (job) => [job.requestedAt, job._id]);
  return { imports: page.rows.map((job) => toImportView(job, openId)), nextCursor: page.nextCursor };
};
