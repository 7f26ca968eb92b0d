/**
 * What the timer does: the oldest open files, step by step, until its time is over. Any run may die between
 * two steps, or run beside another; the next goes on (EX3). Then old files are taken away (EX6).
 */
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { EXPORT_KEPT_DAYS } from '@contract/export.contract';
import type { Ports } from '../kernel/ports';
import { openJobs, runJobs } from '../kernel/run-jobs';
import { chunkIdOf, loadChunks, moveOn, type Job } from './job';
import { readNextChunk } from './read-chunks';
import { settle } from './settle';
import { sheetsOf } from './sheet-model';
import { toWorkbook } from './workbook';

const JOBS_AT_ONCE = 10;
/** Whatever keeps a file from being made for so long will not mend itself. */
const GIVEN_UP_AFTER_MS = HOUR_MS;
const CHUNKS_REMOVED_AT_ONCE = 20;
const OLD_FILES_AT_ONCE = 5;

export interface ExportRun {
  readonly stepCount: number;
}

/** Round trips when there is nothing to do: 2. */
export async function workExports(ports: Ports): Promise<ExportRun> {
  const stepCount = await runJobs(
    ports,
    'exportId',
    () => openJobs(ports, 'exports', JOBS_AT_ONCE),
    () => (job) => stepOf(ports, job),
  );
  await takeOldFilesAway(ports);
  return { stepCount };
}

function stepOf(ports: Ports, job: Job): Promise<Job> {
  if (job.outcome === null && ports.now() - job.requestedAt > GIVEN_UP_AFTER_MS)
    return moveOn(ports, job, { phase: 'clearing', outcome: 'failed' });
  switch (job.phase) {
    case 'reading':
      return readNextChunk(ports, job);
    case 'settling':
      return settle(ports, job);
    case 'writing':
      return writeFile(ports, job);
    case 'clearing':
      return clearChunks(ports, job);
    case 'done':
      return Promise.resolve(job);
  }
}

/** Written twice, it is the same file in the same place. */
async function writeFile(ports: Ports, job: Job): Promise<Job> {
  const chunks = await loadChunks(ports, job);
  const trend = await ports.database.get('exportTrends', job._id);
  if (chunks.length < job.chunkCount || trend === null || job.asOf === null)
    throw new Error('parts of a settled export are missing');
  const rows = chunks.flatMap((chunk) => chunk.rows);
  const content = await toWorkbook(sheetsOf({ job, asOf: job.asOf, rows, trend }));
  const days = `${job.fromDay}-${job.toDay}`;
  const path = `exports/${job._id}/xiangfeng-${job.divisionCode}-${days}.xlsx`;
  const fileId = await ports.platform.storeFile(path, content);
  const keptUntil = ports.now() + EXPORT_KEPT_DAYS * DAY_MS;
  const written = { fileId, fileBytes: content.length, keptUntil };
  return moveOn(ports, job, { phase: 'clearing', outcome: 'ready', ...written });
}

/** What the file was made of is not needed any more. */
function clearChunks(ports: Ports, job: Job): Promise<Job> {
  const rest = Math.max(0, job.chunkCount - CHUNKS_REMOVED_AT_ONCE);
  const isLast = rest === 0;
  const moved = { chunkCount: rest, ...(isLast ? { phase: 'done' as const, hasWork: false } : {}) };
  return moveOn(ports, job, moved, async (transaction) => {
    for (let number = rest; number < job.chunkCount; number += 1)
      await transaction.remove('exportChunks', chunkIdOf(job, number));
    if (isLast) await transaction.remove('exportTrends', job._id);
  });
}

async function takeOldFilesAway(ports: Ports): Promise<void> {
  const old = await ports.database.find('exports', {
    where: { keptUntil: { below: ports.now() } },
    orderBy: [
      ['keptUntil', 'asc'],
      ['_id', 'asc'],
    ],
    limit: OLD_FILES_AT_ONCE,
  });
  for (const job of old) {
    if (job.fileId !== null) await ports.platform.removeFile(job.fileId);
    await moveOn(ports, job, { outcome: 'expired', fileId: null, fileBytes: null, keptUntil: null });
  }
}
