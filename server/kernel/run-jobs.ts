/**
 * Jobs that a timer moves on step by step while its run may last; what it leaves, the next run does. A job is
 * a document that is moved on by transactions which look at its `step`: of two runs on one job the slower
 * finds another step, writes nothing and goes on from where the other is.
 */
import type { StoredDocument } from './documents';
import type { Ports, Transaction } from './ports';

type JobName = 'exports' | 'imports' | 'posterJobs';

/** With the longest step after it, below the function's 60 s. */
const RUN_MS = 35_000;

/** With work left, the oldest first. One round trip. */
export function openJobs<Name extends JobName>(
  { database }: Pick<Ports, 'database'>,
  name: Name,
  limit: number,
): Promise<StoredDocument<Name>[]> {
  return database.find(name, {
    where: { hasWork: true },
    orderBy: [
      ['requestedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}

/**
 * Stores what `work` changes, with all that it writes, unless somebody else moved on. Answers what is stored
 * now. Two round trips, begin and commit, and those of `work`.
 */
export function moveJob<Name extends JobName>(
  { database }: Pick<Ports, 'database'>,
  name: Name,
  from: StoredDocument<Name>,
  work: (transaction: Transaction) => Promise<Partial<StoredDocument<Name>>> | Partial<StoredDocument<Name>>,
): Promise<StoredDocument<Name>> {
  return database.transaction(async (transaction) => {
    const current = await transaction.get(name, from._id);
    if (current === null) throw new Error('invariant broken: a job is never deleted');
    if (current.step !== from.step) return current;
    const moved = { ...from, ...(await work(transaction)), step: from.step + 1 };
    await transaction.put(name, moved);
    return moved;
  });
}

interface Steps {
  readonly _id: string;
  readonly phase: string;
  readonly step: number;
  readonly hasWork: boolean;
}
/** Answers the job as it is afterwards; with the same `step` it is left for the next run. */
type StepOf<Job> = (job: Job) => Promise<Job>;

/**
 * One after another, oldest first; returns how many steps were made. An error leaves its job where it is, for
 * the next run, and the other jobs their turn; `idName` names the job in the log. `stepperOf` is asked once
 * for each job, so it may keep something from step to step.
 */
export async function runJobs<Job extends Steps>(
  ports: Ports,
  idName: 'exportId' | 'importId' | 'posterJobId',
  findJobs: () => Promise<readonly Job[]>,
  stepperOf: () => StepOf<Job>,
): Promise<number> {
  const deadlineAt = ports.now() + RUN_MS;
  let stepCount = 0;
  for (const begun of await findJobs()) {
    const stepOf = stepperOf();
    let job = begun;
    try {
      while (job.hasWork && ports.now() < deadlineAt) {
        const next = await stepOf(job);
        if (next.step === job.step) break;
        job = next;
        stepCount += 1;
      }
    } catch (error) {
      const text = error instanceof Error ? error.message : 'not an Error';
      ports.log({ [idName]: job._id, phase: job.phase, error: text.slice(0, 300) });
    }
  }
  return stepCount;
}
