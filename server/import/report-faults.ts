/** The file of errors, when all rows are checked; then a person looks at the preview. */
import type { Ports } from '../kernel/ports';
import { ErrorFile } from './error-file';
import { idsOf, moveOn, type Job } from './job';

/** 100 faults of 310 bytes at most each: an answer of the cloud holds 1 MB. */
const CHUNKS_AT_ONCE = 20;

/** Written twice, it is the same file in its place. Round trips: 1 for every 20 chunks with faults, and 6. */
export async function reportFaults(ports: Ports, job: Job): Promise<Job> {
  const errorFileId = job.counts.refusedCount === 0 ? null : await storeErrors(ports, job);
  return moveOn(ports, job, () => ({ phase: 'preview', hasWork: false, errorFileId }));
}

async function storeErrors(ports: Ports, job: Job): Promise<string> {
  const file = new ErrorFile();
  const { atLeast, below } = idsOf(job);
  for (let above: string = atLeast; ;) {
    const page = await ports.database.find('importFaults', {
      where: { _id: { above, below } },
      orderBy: [['_id', 'asc']],
      limit: CHUNKS_AT_ONCE,
    });
    for (const { faults } of page) file.add(faults);
    const last = page[page.length - 1];
    if (last === undefined || page.length < CHUNKS_AT_ONCE) break;
    above = last._id;
  }
  return ports.platform.storeFile(`imports/${job._id}/errors.xlsx`, file.end());
}
