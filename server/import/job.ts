/** One import on its way (IM2): a job, its chunks, and what an office sees of it. */
import type { ImportView } from '@contract/import.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { moveJob } from '../kernel/run-jobs';

export type Job = StoredDocument<'imports'>;
export type Chunk = StoredDocument<'importChunks'>;
export type Counts = Job['counts'];
export type Phase = Job['phase'];

export const NO_COUNTS: Counts = { newCount: 0, knownCount: 0, completedCount: 0, refusedCount: 0 };

/** See `moveJob`. */
export function moveOn(
  ports: Ports,
  from: Job,
  work: (transaction: Transaction) => Promise<Partial<Job>> | Partial<Job>,
): Promise<Job> {
  return moveJob(ports, 'imports', from, work);
}

/** The beginning of a phase in which the timer works. */
export function workOf(phase: Phase): Pick<Job, 'phase' | 'hasWork' | 'doneCount'> {
  return { phase, hasWork: true, doneCount: 0 };
}

/** Five digits, so that the ids of an import stand in the order of their numbers. */
export function chunkIdOf({ _id }: Pick<Job, '_id'>, number: number): string {
  return `${_id}:${String(number).padStart(5, '0')}`;
}

/** All ids of parts, chunks or faults of an import. */
export function idsOf({ _id }: Pick<Job, '_id'>): { readonly atLeast: string; readonly below: string } {
  return { atLeast: `${_id}:`, below: `${_id};` };
}

export function stateOf({ phase, outcome }: Job): ImportView['state'] {
  if (phase === 'undoing') return 'undoing';
  if (outcome !== null) return outcome;
  switch (phase) {
    case 'reporting':
      return 'checking';
    case 'written':
      return 'imported';
    case 'clearing':
    case 'done':
      return 'cancelled';
    default:
      return phase;
  }
}

function totalOf({ phase, partCount, chunkCount }: Job): number | null {
  if (phase === 'uploading') return partCount;
  return phase === 'reading' ? null : chunkCount;
}

export function toImportView(job: Job, openId: string): ImportView {
  const { _id, rowKind, divisionCode, divisionName, fileName, officeName, requestedAt, failure } = job;
  const { doneCount, rowCount, counts, addedCount, undoneCount, keptCount } = job;
  return {
    ...{ importId: _id, rowKind, divisionCode, divisionName, fileName, officeName, requestedAt, failure },
    ...{ doneCount, rowCount, counts, addedCount, undoneCount, keptCount },
    isMine: job.openId === openId,
    state: stateOf(job),
    totalCount: totalOf(job),
  };
}
