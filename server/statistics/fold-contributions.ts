/**
 * 汇总折算: brings the tallies up to the facts. Marked projects mark their shifts. Marked volunteers first, whose
 * batches mark the shifts they served in; then those shifts. Folding twice changes nothing; a crash leaves
 * either all of a batch or none of it; overlapping timers clash and one of them finds nothing to do.
 */
import type { Ports } from '../kernel/ports';
import { markShiftsOf, nextProjectMark } from './fold-projects';
import { foldShiftBatch, nextShiftMarks } from './fold-shifts';
import { foldVolunteerBatch, nextVolunteerMarks } from './fold-volunteers';
import { FOLD_STATE_ID } from './read-tallies';

/** One run ends before the function's time does; the next run goes on. */
const RUN_MS = 40_000;
/**
 * Volunteers in a transaction: more of them share the writes to the upper divisions, fewer stay far below the
 * transaction's 30 s at a bad moment. It grows while batches are quick and shrinks when one was slow.
 */
const SMALLEST_BATCH = 25;
const LARGEST_BATCH = 400;
const QUICK_MS = 2_500;
const SLOW_MS = 5_000;

function nextSize(size: number, took: number): number {
  if (took < QUICK_MS) return Math.min(LARGEST_BATCH, 2 * size);
  return took > SLOW_MS ? Math.max(SMALLEST_BATCH, Math.floor(size / 2)) : size;
}

export interface FoldReport {
  /** volunteers and shifts */
  readonly foldedCount: number;
  readonly isDrained: boolean;
}

/**
 * While volunteers wait, a shift waits too, so that many records of it are counted at once; but no longer
 * than this.
 */
const SHIFT_WAITS_MS = 2_000;

/**
 * A fact is in the tallies when no mark older than it is left, of a volunteer or of a shift: that is the
 * as-of. Marks of shifts are read last: what has just become one is then seen as one or the other.
 */
export async function foldContributions(ports: Ports): Promise<FoldReport> {
  const startedAt = ports.now();
  let foldedCount = 0;
  let size = SMALLEST_BATCH;
  for (;;) {
    const readAt = ports.now();
    const [volunteers, project] = await Promise.all([
      nextVolunteerMarks(ports, size),
      nextProjectMark(ports),
    ]);
    const shifts = await nextShiftMarks(ports);
    const isDrained = volunteers.length + shifts.length === 0 && project === null;
    const shiftsFrom = shifts[0]?.markedAt ?? readAt;
    const peopleFrom = volunteers[0]?.markedAt ?? readAt;
    const asOf = Math.min(readAt, peopleFrom, shiftsFrom, project?.markedAt ?? readAt);
    await ports.database.put('tallies', { _id: FOLD_STATE_ID, cells: {}, asOf });
    if (isDrained) return { foldedCount, isDrained };
    if (project !== null) await markShiftsOf(ports, project);
    if (volunteers.length > 0) {
      const from = ports.now();
      foldedCount += await foldVolunteerBatch(ports, volunteers);
      size = nextSize(size, ports.now() - from);
    }
    if (shifts.length > 0 && (volunteers.length === 0 || readAt - shiftsFrom > SHIFT_WAITS_MS))
      foldedCount += await foldShiftBatch(ports, shifts);
    if (ports.now() - startedAt > RUN_MS) return { foldedCount, isDrained: false };
  }
}
