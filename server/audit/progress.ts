/**
 * How far the recount is: one document, moved on by transactions that look at its `step`. Two runs at once
 * clash there, and the loser goes on from where the winner is; a run that died is gone on with by the next.
 */
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

export type Progress = StoredDocument<'recountProgress'>;
export const PROGRESS_ID = 'current';
export const NIGHTLY_ACTOR = 'nightly';

/** while these go on, a repair sends the run back to its beginning */
const COMPARING: readonly Progress['phase'][] = ['volunteers', 'shifts', 'divisions', 'projects'];

export function loadProgress(ports: Ports): Promise<Progress | null> {
  return ports.database.get('recountProgress', PROGRESS_ID);
}

function blankProgress(runId: string, actor: string, startedAt: number, step: number): Progress {
  return {
    _id: PROGRESS_ID,
    runId,
    actor,
    startedAt,
    step,
    phase: 'volunteers',
    cursor: '',
    counts: {
      volunteerCount: 0,
      shiftCount: 0,
      divisionCount: 0,
      projectCount: 0,
      skippedCount: 0,
      unsettledCount: 0,
      differenceCount: 0,
    },
    outcome: null,
    wrongVolunteers: [],
    wrongShifts: [],
    cellDifferences: [],
    isTruncated: false,
    lateIds: [],
    lateReasons: [],
  };
}

/** Begins a run unless one is under way, which is then answered. */
export function beginRun(ports: Ports, actor: string): Promise<Progress> {
  const startedAt = ports.now();
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('recountProgress', PROGRESS_ID);
    if (known !== null && known.phase !== 'done') return known;
    const begun = blankProgress(runIdOf(startedAt), actor, startedAt, (known?.step ?? 0) + 1);
    await transaction.put('recountProgress', begun);
    return begun;
  });
}

/** Sorts by time; two runs never begin in the same millisecond, for one must be done first. */
function runIdOf(startedAt: number): string {
  return String(startedAt).padStart(14, '0');
}

/**
 * Stores the next state if nobody else moved on meanwhile; `also` joins the same transaction. Answers what
 * is stored now.
 */
export function moveOn(
  ports: Ports,
  from: Progress,
  next: Omit<Progress, '_id' | 'step'>,
  also: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<Progress> {
  const moved: Progress = { ...next, _id: PROGRESS_ID, step: from.step + 1 };
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('recountProgress', PROGRESS_ID);
    if (current === null || current.step !== from.step) return current ?? moved;
    await also(transaction);
    await transaction.put('recountProgress', moved);
    return moved;
  });
}

/** A repair makes what a running recount has found so far untrue: it begins again. Part of the repair. */
export async function restartRunningRecount(transaction: Transaction): Promise<void> {
  const current = await transaction.get('recountProgress', PROGRESS_ID);
  if (current === null || !COMPARING.includes(current.phase)) return;
  const { runId, actor, startedAt, step } = current;
  await transaction.put('recountProgress', blankProgress(runId, actor, startedAt, step + 1));
}
