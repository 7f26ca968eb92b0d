/**
 * 夜间核对 (ST41–ST43): recount, publish, restate, as steps that each leave a stored state behind. Any call may
 * die between two steps, or run beside another; the next one goes on.
 */
import { civilDayOf } from '@domain/time/civil-day';
import { wrongCellsOf, type CellDifference } from '@domain/statistics/recount';
import type { Ports, Transaction } from '../kernel/ports';
import { checkDivisionParts } from './check-divisions';
import { checkNextProject } from './check-projects';
import { checkShiftPage } from './check-shifts';
import { checkVolunteerPages } from './check-volunteers';
import { beginRun, loadProgress, moveOn, NIGHTLY_ACTOR, type Progress } from './progress';
import { publishNextDay, restateNextDay } from './publish';
import { verifyChain } from './verify-chain';

/** An incident shows and repairs this many at once; the next recount finds the rest. */
const MAXIMUM_VOLUNTEERS_LISTED = 100;
const MAXIMUM_SHIFTS_LISTED = 100;
const MAXIMUM_CELLS_LISTED = 400;
/** Incidents open at one time: each new one supersedes them. */
const MAXIMUM_OPEN = 20;
/** shorter codes are above the townships: their excess is known only when every part below was listed */
const TOWNSHIP_LENGTH = 9;
/**
 * A million people take some ten minutes. The function may run for fifteen (config.json); the last step,
 * and a
 * slow minute, must fit into what is left.
 */
const NIGHTLY_BUDGET_MS = 12 * 60_000;

export interface RecountReport {
  readonly isFinished: boolean;
  readonly phase: Progress['phase'];
}

/** The timer's run: goes on with what is unfinished, else begins once a day; then verifies the chain. */
export async function runNightly(ports: Ports): Promise<RecountReport> {
  const deadlineAt = ports.now() + NIGHTLY_BUDGET_MS;
  const known = await loadProgress(ports);
  const isOfToday = known !== null && civilDayOf(known.startedAt) === civilDayOf(ports.now());
  if (known?.phase === 'done' && isOfToday) return { isFinished: true, phase: 'done' };
  const progress = await workOn(ports, await beginRun(ports, NIGHTLY_ACTOR), deadlineAt);
  if (progress.phase === 'done') await verifyChain(ports, deadlineAt);
  return { isFinished: progress.phase === 'done', phase: progress.phase };
}

/** Steps until the run is done or the time is over; at least one. */
export async function workOn(ports: Ports, begun: Progress, deadlineAt: number): Promise<Progress> {
  let progress = begun;
  do progress = await step(ports, progress);
  while (progress.phase !== 'done' && ports.now() < deadlineAt);
  return progress;
}

function step(ports: Ports, progress: Progress): Promise<Progress> {
  switch (progress.phase) {
    case 'volunteers':
      return stepVolunteers(ports, progress);
    case 'shifts':
      return stepShifts(ports, progress);
    case 'divisions':
      return stepDivisions(ports, progress);
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

async function stepVolunteers(ports: Ports, progress: Progress): Promise<Progress> {
  const page = await checkVolunteerPages(ports, progress.cursor);
  const { counts } = progress;
  const wrong = [...progress.wrongVolunteers, ...page.wrong];
  return moveOn(ports, progress, {
    ...progress,
    phase: page.nextCursor === null ? 'shifts' : 'volunteers',
    cursor: page.nextCursor ?? '',
    counts: {
      ...counts,
      volunteerCount: counts.volunteerCount + page.volunteerCount,
      skippedCount: counts.skippedCount + page.skippedCount,
      unsettledCount: counts.unsettledCount + (page.isSettled ? 0 : 1),
      differenceCount: counts.differenceCount + page.wrong.length,
    },
    wrongVolunteers: wrong.slice(0, MAXIMUM_VOLUNTEERS_LISTED),
    isTruncated: progress.isTruncated || wrong.length > MAXIMUM_VOLUNTEERS_LISTED,
  });
}

async function stepShifts(ports: Ports, progress: Progress): Promise<Progress> {
  const page = await checkShiftPage(ports, progress.cursor);
  const { counts } = progress;
  const wrong = [...progress.wrongShifts, ...page.wrong];
  return moveOn(ports, progress, {
    ...progress,
    phase: page.nextCursor === null ? 'divisions' : 'shifts',
    cursor: page.nextCursor ?? '',
    counts: {
      ...counts,
      shiftCount: counts.shiftCount + page.shiftCount,
      unsettledCount: counts.unsettledCount + (page.isSettled ? 0 : 1),
      differenceCount: counts.differenceCount + page.wrong.length,
    },
    wrongShifts: wrong.slice(0, MAXIMUM_SHIFTS_LISTED),
    isTruncated: progress.isTruncated || wrong.length > MAXIMUM_SHIFTS_LISTED,
  });
}

async function stepDivisions(ports: Ports, progress: Progress): Promise<Progress> {
  const part = await checkDivisionParts(ports, progress.cursor);
  const { divisionCount } = progress.counts;
  const counts = { divisionCount: divisionCount + part.divisionCount };
  if (part.nextCursor !== null)
    return moveOn(ports, progress, withPart(progress, part, part.nextCursor, counts));
  return moveOn(ports, progress, { ...progress, phase: 'projects', cursor: '' });
}

async function stepProjects(ports: Ports, progress: Progress): Promise<Progress> {
  const part = await checkNextProject(ports, progress.cursor);
  if (part.nextCursor === null) return finishRecount(ports, progress);
  const counts = { projectCount: progress.counts.projectCount + part.projectCount };
  return moveOn(ports, progress, withPart(progress, part, part.nextCursor, counts));
}

function withPart(
  progress: Progress,
  part: { readonly isSettled: boolean; readonly differences: readonly CellDifference[] },
  cursor: string,
  counted: Partial<Progress['counts']>,
): Progress {
  const { counts, cellDifferences, isTruncated } = progress;
  const isListed = cellDifferences.length + part.differences.length <= MAXIMUM_CELLS_LISTED;
  return {
    ...progress,
    cursor,
    counts: {
      ...counts,
      ...counted,
      unsettledCount: counts.unsettledCount + (part.isSettled ? 0 : 1),
      differenceCount: counts.differenceCount + part.differences.length,
    },
    // All of a part or nothing: the causes in a township follow only from all its differences.
    cellDifferences: isListed ? [...cellDifferences, ...part.differences] : cellDifferences,
    isTruncated: isTruncated || !isListed,
  };
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
