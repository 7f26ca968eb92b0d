/** Jobs that a timer moves on step by step while its run may last; what it leaves, the next run does. */
import type { Ports } from './ports';

/** With the longest step after it, below the function's 60 s. */
const RUN_MS = 35_000;

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
