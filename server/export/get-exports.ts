/** My files: how far one is, and the list of all. An office that lost its division lost its files, too. */
import { rejected } from '@domain/kernel/result';
import { pageOf, parseCursor } from '../kernel/cursor';
import { officeDivisions } from '../kernel/actor';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { mayRead } from '../statistics/read-scope';
import { toExportView } from './job';

const PAGE = 10;

/** Round trips: 2, and 1 for the address of a file that is ready. */
export const getExport: Handler<'export.getExport'> = async ({ exportId }, context) => {
  const { database, platform } = context.ports;
  const job = await database.get('exports', exportId);
  if (job === null || job.openId !== requireOpenId(context)) return rejected('export.notFound');
  if (!mayRead(officeDivisions(await context.actor.grants()), job.divisionCode))
    return rejected('actor.forbidden');
  const [fileUrl] = job.fileId === null ? [null] : await platform.fileUrls([job.fileId]);
  return { ...toExportView(job), fileUrl: fileUrl ?? null };
};

/** Newest first, paged by key. Round trips: 2. */
export const listExports: Handler<'export.listExports'> = async (input, context) => {
  const found = await context.ports.database.find('exports', {
    where: { openId: requireOpenId(context) },
    orderBy: [
      ['requestedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (job) => [job.requestedAt, job._id]);
  return { exports: page.rows.map(toExportView), nextCursor: page.nextCursor };
};
