/**
 * All stations of a county as one file (PO3): a document moved on by transactions that look at its `step`. Of
 * two runs the slower finds another step, writes nothing and goes on from where the other is.
 */
import type { PosterLook } from './prepare-poster';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

export type CountyJob = StoredDocument<'posterJobs'>;

export function countyJobIdOf(countyCode: string, { form, code, number }: PosterLook): string {
  return `${countyCode}:${form}:${code}:${String(number)}`;
}

/** Answers what is stored now. */
export function moveCountyJob(
  ports: Ports,
  from: CountyJob,
  changes: Partial<CountyJob>,
): Promise<CountyJob> {
  const moved: CountyJob = { ...from, ...changes, step: from.step + 1 };
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('posterJobs', from._id);
    if (current === null) throw new Error('invariant broken: a job is never deleted');
    if (current.step !== from.step) return current;
    await transaction.put('posterJobs', moved);
    return moved;
  });
}

export function stateOfCountyJob({ outcome }: CountyJob): 'making' | 'ready' | 'failed' {
  return outcome ?? 'making';
}
