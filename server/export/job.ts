/** One file on its way (EX3): a job, its chunks, and what an office sees of it. */
import type { ExportView } from '@contract/export.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { moveJob } from '../kernel/run-jobs';

export type Job = StoredDocument<'exports'>;
export type Chunk = StoredDocument<'exportChunks'>;
export type ExportRow = Chunk['rows'][number];
export type ExportTrend = StoredDocument<'exportTrends'>;

/** Stores the changes, and what `also` writes; see `moveJob`. */
export function moveOn(
  ports: Ports,
  from: Job,
  changes: Partial<Job>,
  also: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<Job> {
  return moveJob(ports, 'exports', from, async (transaction) => {
    await also(transaction);
    return changes;
  });
}

export function chunkIdOf(job: Job, number: number): string {
  return `${job._id}:${String(number)}`;
}

/** Chunks of 30 divisions, up to 100 KB each: an answer of the cloud holds 1 MB. */
const CHUNKS_AT_ONCE = 8;

/** In order. One round trip for every 8. */
export async function loadChunks(ports: Ports, job: Job): Promise<Chunk[]> {
  const ids = Array.from({ length: job.chunkCount }, (_none, number) => chunkIdOf(job, number));
  const found = new Map<string, Chunk>();
  for (let from = 0; from < ids.length; from += CHUNKS_AT_ONCE) {
    const chunks = await ports.database.getMany('exportChunks', ids.slice(from, from + CHUNKS_AT_ONCE));
    for (const chunk of chunks) found.set(chunk._id, chunk);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

const SHOWN_PHASES = {
  reading: 'reading',
  settling: 'settling',
  writing: 'writing',
  // what is left to do is nothing the person waits for
  clearing: 'ready',
  done: 'ready',
} as const satisfies Record<Job['phase'], ExportView['state']>;

function stateOf({ outcome, phase, step }: Job): ExportView['state'] {
  if (outcome !== null) return outcome;
  return step === 0 ? 'queued' : SHOWN_PHASES[phase];
}

export function toExportView(job: Job): ExportView {
  const { _id, divisionCode, divisionName, fromDay, toDay, requestedAt } = job;
  const { doneCount, totalCount, asOf, fileBytes, keptUntil } = job;
  const shown = { exportId: _id, divisionCode, divisionName, fromDay, toDay, requestedAt };
  return { ...shown, state: stateOf(job), doneCount, totalCount, asOf, fileBytes, keptUntil };
}
