/**
 * 夜间核对 (ST41–ST43): recount, publish, restate, as steps that each leave a stored state behind. Any call may
 * die between two steps, or run beside another; the next one goes on.
 */
import { civilDayOf } from '@domain/time/civil-day';
import { wrongCellsOf } from '@domain/statistics/recount';
import type { Ports, Transaction } from '../kernel/ports';
import { inChunks } from '../kernel/map-in-lanes';
import { cursorAfter, nextDivisions } from './check-divisions';
import { checkNextProject } from './check-projects';
import { SHIFT_STRETCH } from './check-shifts';
import { VOLUNTEER_STRETCH } from './check-volunteers';
import {
  MAXIMUM_CELLS_LISTED,
  MAXIMUM_SHIFTS_LISTED,
  MAXIMUM_VOLUNTEERS_LISTED,
  type Findings,
} from './findings';
import { PARTS_AT_ONCE, runPartWith, type RunPart } from './parts';
import { beginRun, loadProgress, moveOn, NIGHTLY_ACTOR, type Progress } from './progress';
import { publishNextDay, restateNextDay } from './publish';
import { nextStretches } from './stretches';
import { verifyChain } from './verify-chain';

/** Of one part, together: few enough to be read between two batches of the fold. */
const STRETCHES_OF_A_PART = 4;
const DIVISIONS_OF_A_PART = 6;
/** Incidents open at one time: each new one supersedes them. */
const MAXIMUM_OPEN = 20;
/** shorter codes are above the townships: their excess is known only when every part below was listed */
const TOWNSHIP_LENGTH = 9;
/**
 * A million people take some ten minutes. The function may run for fifteen (config.json); the last step, and
 * a slow minute, must fit into what is left.
 */
const NIGHTLY_BUDGET_MS = 12 * 60_000;

export interface RecountReport {
  readonly isFinished: boolean;
  readonly phase: Progress['phase'];
}

/** The timer's run: goes on with what is unfinished, else begins once a day; then verifies the chain. */
export async function runNightly(ports: Ports, runPart = runPartWith(ports)): Promise<RecountReport> {
  const deadlineAt = ports.now() + NIGHTLY_BUDGET_MS;
  const known = await loadProgress(ports);
  const isOfToday = known !== null && civilDayOf(known.startedAt) === civilDayOf(ports.now());
  if (known?.phase === 'done' && isOfToday) return { isFinished: true, phase: 'done' };
  const progress = await workOn(ports, await beginRun(ports, NIGHTLY_ACTOR), deadlineAt, runPart);
  if (progress.phase === 'done') await verifyChain(ports, deadlineAt);
  return { isFinished: progress.phase === 'done', phase: progress.phase };
}

/** Steps until the run is done or the time is over; at least one. */
export async function workOn(
  ports: Ports,
  begun: Progress,
  deadlineAt: number,
  runPart = runPartWith(ports),
): Promise<Progress> {
  let progress = begun;
  do progress = await step(ports, progress, runPart);
  while (progress.phase !== 'done' && ports.now() < deadlineAt);
  return progress;
}

function step(ports: Ports, progress: Progress, runPart: RunPart): Promise<Progress> {
  switch (progress.phase) {
    case 'volunteers':
    case 'shifts':
      return stepStretches(ports, progress, runPart, progress.phase);
    case 'divisions':
      return stepDivisions(ports, progress, runPart);
    case 'projects':
      return stepProjects(ports, progress);
    case 'snapshots':
      return publishNextDay(ports, progress);
    case 'restatements':
      return restateNextDay(ports, progress);
    case 'done':
      return Promise.resolve(progress);
  }
}

/** What is looked at in stretches of ids: how many in each, under which count, and what comes next. */
const STRETCHED = {
  volunteers: { ids: 'volunteerIds', size: VOLUNTEER_STRETCH, counted: 'volunteerCount', next: 'shifts' },
  shifts: { ids: 'shiftIds', size: SHIFT_STRETCH, counted: 'shiftCount', next: 'divisions' },
} as const;

async function stepStretches(
  ports: Ports,
  progress: Progress,
  runPart: RunPart,
  kind: keyof typeof STRETCHED,
): Promise<Progress> {
  const { ids, size, counted, next } = STRETCHED[kind];
  const count = STRETCHES_OF_A_PART * PARTS_AT_ONCE;
  const stretches = await nextStretches(ports, ids, size, progress.cursor, count);
  const findings = await runParts(stretches, STRETCHES_OF_A_PART, (some) =>
    runPart({ kind, stretches: some }),
  );
  const cursor = stretches[stretches.length - 1]?.last ?? null;
  return moveOn(ports, progress, {
    ...withFindings(progress, counted, findings),
    ...(cursor === null ? { phase: next, cursor: '' } : { cursor }),
  });
}

/** All parts that these make, beside each other. */
function runParts<Item>(
  items: readonly Item[],
  size: number,
  run: (some: Item[]) => Promise<Findings>,
): Promise<Findings[]> {
  return Promise.all(inChunks(items, size).map((some) => run([...some])));
}

async function stepDivisions(ports: Ports, progress: Progress, runPart: RunPart): Promise<Progress> {
  const divisions = await nextDivisions(ports, progress.cursor, DIVISIONS_OF_A_PART * PARTS_AT_ONCE);
  const last = divisions[divisions.length - 1];
  if (last === undefined) return moveOn(ports, progress, { ...progress, phase: 'projects', cursor: '' });
  const findings = await runParts(divisions, DIVISIONS_OF_A_PART, (some) =>
    runPart({ kind: 'divisions', divisionCodes: some.map(({ _id }) => _id) }),
  );
  const cursor = cursorAfter(last);
  return moveOn(ports, progress, { ...withFindings(progress, 'divisionCount', findings), cursor });
}

async function stepProjects(ports: Ports, progress: Progress): Promise<Progress> {
  const { findings, nextCursor } = await checkNextProject(ports, progress.cursor);
  if (nextCursor === null) return finishRecount(ports, progress);
  return moveOn(ports, progress, {
    ...withFindings(progress, 'projectCount', [findings]),
    cursor: nextCursor,
  });
}

type Counted = 'volunteerCount' | 'shiftCount' | 'divisionCount' | 'projectCount';

function withFindings(progress: Progress, counted: Counted, findings: readonly Findings[]): Progress {
  return findings.reduce((before, one) => {
    const counts = {
      ...before.counts,
      [counted]: before.counts[counted] + one.count,
      skippedCount: before.counts.skippedCount + one.skippedCount,
      unsettledCount: before.counts.unsettledCount + (one.isSettled ? 0 : 1),
      differenceCount: before.counts.differenceCount + one.differenceCount,
    };
    const { wrongVolunteers, wrongShifts, cellDifferences, ...rest } = before;
    const volunteers = [...wrongVolunteers, ...one.wrongVolunteers].slice(0, MAXIMUM_VOLUNTEERS_LISTED);
    const shifts = [...wrongShifts, ...one.wrongShifts].slice(0, MAXIMUM_SHIFTS_LISTED);
    // All cells of a part or none: the causes in a township follow only from all its differences.
    const cells = [...cellDifferences, ...one.cellDifferences];
    const listed = cells.length <= MAXIMUM_CELLS_LISTED ? cells : cellDifferences;
    const isWhole = counts.differenceCount === volunteers.length + shifts.length + listed.length;
    return {
      ...rest,
      counts,
      wrongVolunteers: volunteers,
      wrongShifts: shifts,
      cellDifferences: listed,
      isTruncated: !isWhole,
    };
  }, progress);
}

/** Stores the result, and an incident when something differs; open incidents of before are superseded. */
async function finishRecount(ports: Ports, progress: Progress): Promise<Progress> {
  const finishedAt = ports.now();
  const { runId: _id, actor, startedAt, counts } = progress;
  const outcome = counts.differenceCount > 0 ? 'differs' : counts.unsettledCount > 0 ? 'unsettled' : 'clean';
  const open = await ports.database.find('incidents', { where: { state: 'open' }, limit: MAXIMUM_OPEN });
  const next = { ...progress, phase: 'snapshots' as const, cursor: '', outcome } as const;
  return moveOn(ports, progress, next, async (transaction) => {
    await transaction.put('recounts', { _id, actor, startedAt, finishedAt, outcome, counts });
    if (outcome === 'unsettled') return;
    for (const incident of open) await supersede(transaction, incident._id);
    if (outcome === 'differs') await addIncident(transaction, progress, finishedAt);
  });
}

/** A later recount knows better: of two lists of the same fault only one may be repaired. */
async function supersede(transaction: Transaction, incidentId: string): Promise<void> {
  const incident = await transaction.get('incidents', incidentId);
  if (incident?.state === 'open') await transaction.put('incidents', { ...incident, state: 'superseded' });
}

async function addIncident(transaction: Transaction, progress: Progress, foundAt: number): Promise<void> {
  const hasAllCells = progress.counts.unsettledCount === 0 && !progress.isTruncated;
  const cells = wrongCellsOf(progress.cellDifferences).filter(
    ({ book }) => hasAllCells || book.length >= TOWNSHIP_LENGTH,
  );
  await transaction.put('incidents', {
    _id: progress.runId,
    foundAt,
    state: 'open',
    differenceCount: progress.counts.differenceCount,
    isTruncated: !hasAllCells,
    volunteers: progress.wrongVolunteers.map((one) => ({ ...one, isRepaired: false })),
    shifts: progress.wrongShifts.map((one) => ({ ...one, isRepaired: false })),
    cells: cells.map((one) => ({ ...one, isRepaired: false })),
    repair: null,
  });
}
