/**
 * One file on its way (EX3): a document that is moved on by transactions which look at its `step`. Of two
 * runs on one job the slower finds another step, writes nothing and goes on from where the other is.
 */
import type { ExportView } from '@contract/export.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

export type Job = StoredDocument<'exports'>;
export type Chunk = StoredDocument<'exportChunks'>;
export type ExportRow = Chunk['rows'][number];
export type ExportTrend = StoredDocument<'exportTrends'>;

/** Stores the changes, and what `also` writes, unless somebody else moved on. Answers what is stored now. */
export function moveOn(
  ports: Ports,
  from: Job,
  changes: Partial<Job>,
  also: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<Job> {
  const moved: Job = { ...from, ...changes, step: from.step + 1 };
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('exports', from._id);
    if (current === null) throw new Error('invariant broken: a job is never deleted');
    if (current.step !== from.step) return current;
    await also(transaction);
    await transaction.put('exports', moved);
    return moved;
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
