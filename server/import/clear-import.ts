/** What is needed no more: rows, errors, their file. The job stays: who imported what, and when (IM9). */
import type { Ports } from '../kernel/ports';
import { chunkIdOf, moveOn, workOf, type Job } from './job';

const CHUNKS_AT_ONCE = 50;
const OLD_AT_ONCE = 5;

/** Round trips: 2 a chunk, and 4; at the end 1 for the file. */
export async function clearChunks(ports: Ports, job: Job): Promise<Job> {
  const end = Math.min(job.chunkCount, job.doneCount + CHUNKS_AT_ONCE);
  const isLast = end === job.chunkCount;
  if (isLast && job.errorFileId !== null) await ports.platform.removeFile(job.errorFileId);
  return moveOn(ports, job, async (transaction) => {
    for (let number = job.doneCount; number < end; number += 1) {
      await transaction.remove('importChunks', chunkIdOf(job, number));
      await transaction.remove('importFaults', chunkIdOf(job, number));
    }
    if (!isLast) return { doneCount: end };
    const shown = { samples: [], people: [], records: [], errorFileId: null, keptUntil: null };
    return { ...shown, doneCount: end, phase: 'done', hasWork: false };
  });
}

/** Imports that can be undone no longer, and those that nobody finished. */
export async function takeOldImportsAway(ports: Ports): Promise<void> {
  const old = await ports.database.find('imports', {
    where: { keptUntil: { below: ports.now() } },
    orderBy: [
      ['keptUntil', 'asc'],
      ['_id', 'asc'],
    ],
    limit: OLD_AT_ONCE,
  });
  for (const job of old) {
    // What is being written or undone is finished first.
    if (job.hasWork) continue;
    await moveOn(ports, job, () => ({
      ...workOf('clearing'),
      outcome: job.outcome ?? 'cancelled',
      keptUntil: null,
    }));
  }
}
