/** What a person decides between the steps: columns, confirmation, giving up, undoing. */
import { contains } from '@domain/geography/division';
import { isMappingWhole } from '@domain/import/columns';
import { rejected } from '@domain/kernel/result';
import { mayGovern } from '../kernel/actor';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { ownJob } from './arrive';
import { moveOn, NO_COUNTS, toImportView, workOf, type Job } from './job';

/** Which mapping is remembered: that of this division for a sheet with just these titles. */
export function mappingIdOf(
  { secrets }: Ports,
  { rowKind, divisionCode, titles }: Pick<Job, 'rowKind' | 'divisionCode' | 'titles'>,
) {
  const sheet = [divisionCode, titles];
  return secrets.shortId(
    'import-mapping',
    JSON.stringify(rowKind === 'roster' ? sheet : [rowKind, ...sheet]),
  );
}

/** Also again from the preview. Round trips: 2, 1 for the community, 5 that store the choice. */
export const chooseColumns: Handler<'import.chooseColumns'> = async (input, context) => {
  const { ports, now } = context;
  const job = await ownJob(context, input.importId);
  if ('kind' in job) return job;
  const { mapping, usualCommunityCode } = input;
  if (!isMappingWhole(job.rowKind, mapping)) return rejected('import.columnsMissing');
  if (usualCommunityCode !== null) {
    const division = await ports.database.get('divisions', usualCommunityCode);
    if (division === null || !contains(job.divisionCode, division._id)) return rejected('division.notFound');
  }
  if (job.phase !== 'columns' && job.phase !== 'preview')
    return answerWhenBegun(job, ['checking', 'reporting']);
  const moved = await moveOn(ports, job, async (transaction) => {
    await transaction.put('importMappings', { _id: mappingIdOf(ports, job), mapping, chosenAt: now });
    return { ...workOf('checking'), mapping, usualCommunityCode, counts: NO_COUNTS, people: [], records: [] };
  });
  return toImportView(moved, job.openId);
};

/** Only now anybody is written (IM5). Round trips: 6. */
export const confirmImport: Handler<'import.confirmImport'> = async (input, context) => {
  const job = await ownJob(context, input.importId);
  if ('kind' in job) return job;
  if (job.phase !== 'preview') return answerWhenBegun(job, ['writing', 'written']);
  const moved = await moveOn(context.ports, job, () => ({ ...workOf('writing'), confirmedAt: context.now }));
  // Not what was looked at: the columns were chosen anew meanwhile.
  return answerWhenBegun(moved, ['writing', 'written']);
};

/** Also while the timer works on it: its next step finds another one than it read. Round trips: 6. */
export const cancelImport: Handler<'import.cancelImport'> = async (input, context) => {
  const own = await ownJob(context, input.importId);
  if ('kind' in own) return own;
  return context.ports.database.transaction(async (transaction) => {
    const job = (await transaction.get('imports', own._id)) ?? own;
    if (job.outcome === 'cancelled') return toImportView(job, job.openId);
    if (job.confirmedAt !== null || job.outcome !== null) return rejected('import.notReady');
    const cancelled: Job = { ...job, ...workOf('clearing'), outcome: 'cancelled', step: job.step + 1 };
    await transaction.put('imports', cancelled);
    return toImportView(cancelled, job.openId);
  });
};

/** By any office above the division (IM7). Round trips: 6. */
export const undoImport: Handler<'import.undoImport'> = async (input, context) => {
  const { ports } = context;
  const openId = requireOpenId(context);
  const job = await ports.database.get('imports', input.importId);
  if (job === null || !mayGovern(await context.actor.grants(), job.divisionCode))
    return rejected('import.notFound');
  if (job.phase !== 'written') {
    const isUndone = job.phase === 'undoing' || job.outcome === 'undone';
    return isUndone ? toImportView(job, openId) : rejected('import.notReady');
  }
  const moved = await moveOn(ports, job, () => ({
    ...workOf('undoing'),
    undoneBy: openId,
    undoReason: input.reason,
  }));
  return toImportView(moved, openId);
};

/** The same deed again, or one that comes too late. */
function answerWhenBegun(job: Job, phases: readonly Job['phase'][]) {
  return phases.includes(job.phase) ? toImportView(job, job.openId) : rejected('import.notReady');
}
