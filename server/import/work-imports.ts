/** The timer's work on imports, step by step while a run may last; what it leaves, the next one does. */
import { HOUR_MS } from '@domain/time/civil-day';
import type { Ports } from '../kernel/ports';
import { openJobs, runJobs } from '../kernel/run-jobs';
import { sweepParts } from '../kernel/sweep-parts';
import { checkNextChunk, keysBefore } from './check-chunk';
import { checkNextRecords, recordContextOf } from './check-records';
import { clearChunks, takeOldImportsAway } from './clear-import';
import { nextVolunteerMarks } from '../statistics/fold-volunteers';
import { moveOn, workOf, type Job } from './job';
import { readFile } from './read-file';
import { reportFaults } from './report-faults';
import { contextOf } from './roster-context';
import { undoNextChunk } from './undo-chunk';
import { writeNextChunks, type AnyContext } from './write-chunks';

const JOBS_AT_ONCE = 5;
/** A file that was not read by then will not be: the cloud has had hundreds of runs. */
const READING_GIVEN_UP_MS = HOUR_MS;

/**
 * A roster must not stand before everybody else's check-ins: while marks wait longer than this to be folded,
 * nothing more is written, so every figure's as-of stays within some seconds (ST4).
 */
const GIVES_WAY_MS = 10_000;

export interface ImportRun {
  readonly stepCount: number;
}

/** Round trips when there is nothing to do: 3. */
export async function workImports(ports: Ports): Promise<ImportRun> {
  const stepCount = await runJobs(
    ports,
    'importId',
    () => openJobs(ports, 'imports', JOBS_AT_ONCE),
    () => {
      const run = new JobRun(ports);
      return (job) => run.stepOf(job);
    },
  );
  await sweepParts(ports, 'importParts');
  await takeOldImportsAway(ports);
  return { stepCount };
}

/** What a run keeps of a job from step to step. */
class JobRun {
  private context: Promise<AnyContext> | null = null;
  private keys: Promise<Set<string>> | null = null;

  constructor(private readonly ports: Ports) {}

  async stepOf(job: Job): Promise<Job> {
    const next = await this.nextOf(job);
    // Another run goes on with it, and this one has not seen all of its rows.
    return next.step > job.step + 1 ? job : next;
  }

  private async nextOf(job: Job): Promise<Job> {
    const { ports } = this;
    switch (job.phase) {
      case 'reading':
        return this.read(job);
      case 'checking':
        return this.check(job);
      case 'reporting':
        return reportFaults(ports, job);
      case 'writing':
        if (await isFoldBehind(ports)) return job;
        return writeNextChunks(ports, job, await this.contextFor(job));
      case 'undoing':
        return (await isFoldBehind(ports)) ? job : undoNextChunk(ports, job);
      case 'clearing':
        return clearChunks(ports, job);
      case 'uploading':
      case 'columns':
      case 'preview':
      case 'written':
      case 'done':
        return job;
    }
  }

  private async check(job: Job): Promise<Job> {
    const [context, keys] = [await this.contextFor(job), await this.keysFor(job)];
    return context.kind === 'records'
      ? checkNextRecords(this.ports, job, context, keys)
      : checkNextChunk(this.ports, job, context, keys);
  }

  private read(job: Job): Promise<Job> {
    const since = job.readingSince ?? job.requestedAt;
    if (this.ports.now() - since < READING_GIVEN_UP_MS) return readFile(this.ports, job);
    const failed = { outcome: 'failed', failure: 'tookTooLong' } as const;
    return moveOn(this.ports, job, () => ({ ...workOf('clearing'), ...failed }));
  }

  private contextFor(job: Job): Promise<AnyContext> {
    this.context ??=
      job.rowKind === 'records' ? recordContextOf(this.ports, job) : contextOf(this.ports, job);
    return this.context;
  }

  private keysFor(job: Job): Promise<Set<string>> {
    this.keys ??= keysBefore(this.ports, job);
    return this.keys;
  }
}

/** One round trip. */
async function isFoldBehind(ports: Ports): Promise<boolean> {
  const [oldest] = await nextVolunteerMarks(ports, 1);
  return oldest !== undefined && ports.now() - oldest.markedAt > GIVES_WAY_MS;
}
