/** After a recount: yesterday's snapshot, then restatements of days that late facts changed (ST42). */
import { addDays, civilDayOf, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import { BusyError } from '../kernel/busy-error';
import type { Ports } from '../kernel/ports';
import { moveOn, type Progress } from './progress';
import { appendPublication, getHead, publicationIdOf, type NewPublication } from './publication-chain';
import { changesBetween, figuresOn, publishedOn } from './published-figures';

const LATE_AT_ONCE = 200;
const REASONS_SHOWN = 8;

function publicationOf(
  progress: Progress,
  now: number,
  day: CivilDay,
  content: Pick<NewPublication, 'kind' | 'figures' | 'changes' | 'reasons'>,
): NewPublication {
  const recount = { runId: progress.runId, outcome: progress.outcome ?? 'unsettled' };
  return { ...content, day, publishedAt: now, recount };
}

/**
 * One step: the next unpublished day up to yesterday, or on to the restatements. The first snapshot ever is
 * yesterday's. Days that a dead timer left out are published in order.
 */
export async function publishNextDay(ports: Ports, progress: Progress): Promise<Progress> {
  const now = ports.now();
  const yesterday = addDays(civilDayOf(now), -1);
  const head = await getHead(ports);
  const day = head === null ? yesterday : addDays(head.day, 1);
  if (day > yesterday) return moveOn(ports, progress, { ...progress, phase: 'restatements', cursor: '' });
  const figures = await figuresOn(ports, day);
  const snapshot = publicationOf(progress, now, day, { kind: 'snapshot', figures, changes: [], reasons: [] });
  return moveOn(ports, progress, progress, async (transaction) => {
    await appendPublication(transaction, head, snapshot);
  });
}

/**
 * One step: begins with the earliest late change, compares one published day after the other with what the
 * tallies say now, and takes the late changes away when all days are done.
 */
export async function restateNextDay(ports: Ports, progress: Progress): Promise<Progress> {
  if (progress.cursor === '') return beginRestatements(ports, progress);
  const head = await getHead(ports);
  const day = parseCivilDay(progress.cursor);
  if (head === null || day > head.day) return endRestatements(ports, progress);
  const published = await publishedOn(ports, day);
  const changes = published === null ? [] : changesBetween(published, await figuresOn(ports, day));
  const cursor = addDays(day, 1);
  const restatement = publicationOf(progress, ports.now(), day, {
    kind: 'restatement',
    figures: {},
    changes,
    reasons: progress.lateReasons,
  });
  return moveOn(ports, progress, { ...progress, cursor }, async (transaction) => {
    if (changes.length === 0) return;
    if (!(await appendPublication(transaction, head, restatement))) throw new BusyError('the chain moved on');
  });
}

async function beginRestatements(ports: Ports, progress: Progress): Promise<Progress> {
  const late = await ports.database.find('lateChanges', {
    where: {},
    orderBy: [
      ['fromDay', 'asc'],
      ['_id', 'asc'],
    ],
    limit: LATE_AT_ONCE,
  });
  const [first] = late;
  const chainStart = await ports.database.get('publications', publicationIdOf(1));
  if (first === undefined || chainStart === null) {
    return moveOn(ports, progress, { ...progress, phase: 'done' });
  }
  const reasons = new Map(
    late.map(({ reason }) => [`${reason.cause}|${reason.actor}|${reason.text}`, reason]),
  );
  return moveOn(ports, progress, {
    ...progress,
    cursor: first.fromDay > chainStart.day ? first.fromDay : chainStart.day,
    lateIds: late.map(({ _id }) => _id),
    lateReasons: [...reasons.values()].slice(0, REASONS_SHOWN),
  });
}

/** Late changes that came meanwhile, or beyond the first 200, begin another round. */
function endRestatements(ports: Ports, progress: Progress): Promise<Progress> {
  const next = { ...progress, cursor: '', lateIds: [], lateReasons: [] };
  return moveOn(ports, progress, next, async (transaction) => {
    for (const id of progress.lateIds) await transaction.remove('lateChanges', id);
  });
}
