/**
 * Second stretch of a file (EX3): brings all rows to one moment. What batches of the fold have changed since
 * the first row was read is read again – few divisions, quickly – and so on, until no batch came between.
 * Then every row is as of that batch, and so are the trend and the as-of instant read with it.
 */
import { contains, levelOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { beforeDayOf, tallyIdsOn } from '@domain/statistics/period';
import type { Ports } from '../kernel/ports';
import { batchCountOf, changedBetween } from '../statistics/fold-batches';
import { readTallyIds } from '../statistics/read-tallies';
import { loadChunks, moveOn, type Chunk, type ExportRow, type ExportTrend, type Job } from './job';
import { figuresOn, trendPointsOf, trendTallyIds } from './period-figures';
import { readRowsOf } from './read-chunks';

/** Each takes some 10 ms and sees fewer changes than the one before; the next run goes on. */
const MAXIMUM_READINGS = 20;

type FreshRows = ReadonlyMap<DivisionCode, ExportRow>;

/** Round trips: 4 for each reading and 2 for every 30 changed divisions, then the transaction's. */
export async function settle(ports: Ports, job: Job): Promise<Job> {
  const fresh = new Map<DivisionCode, ExportRow>();
  let since = job.batch ?? 0;
  for (let reading = 1; reading <= MAXIMUM_READINGS; reading += 1) {
    const until = await batchCountOf(ports);
    const changed = until === since ? new Set<DivisionCode>() : await changedBetween(ports, since, until);
    if (changed === null) return startOver(ports, job);
    for (const row of await readRowsOf(ports, partOf(job, changed), job)) fresh.set(row.divisionCode, row);
    const { trend, asOf } = await readTrend(ports, job);
    if ((await batchCountOf(ports)) === until) return store(ports, job, fresh, trend, asOf);
    since = until;
  }
  return job;
}

/** The journal does not reach back to the first row: so much has changed that all is read anew. */
function startOver(ports: Ports, job: Job): Promise<Job> {
  const blank = { doneCount: 0, chunkCount: 0, cursor: '', batch: null };
  return moveOn(ports, job, { ...blank, phase: 'reading' });
}

function partOf({ divisionCode, levels }: Job, changed: ReadonlySet<DivisionCode>): DivisionCode[] {
  return [...changed].filter((code) => contains(divisionCode, code) && levels.includes(levelOf(code)));
}

async function readTrend(ports: Ports, job: Job): Promise<{ trend: ExportTrend; asOf: number }> {
  const division = await ports.database.get('divisions', job.divisionCode);
  if (division === null) throw new Error('the division of an export is gone');
  const beforeDay = beforeDayOf(job);
  const ids = [...trendTallyIds(division._id, job), ...tallyIdsOn(division._id, [beforeDay])];
  const { tallies, asOf } = await readTallyIds(ports, ids);
  const before = figuresOn(division, tallies, beforeDay);
  return { trend: { _id: job._id, before, points: trendPointsOf(division, tallies, job) }, asOf };
}

async function store(
  ports: Ports,
  job: Job,
  fresh: FreshRows,
  trend: ExportTrend,
  asOf: number,
): Promise<Job> {
  const chunks = fresh.size === 0 ? [] : await loadChunks(ports, job);
  const renewed = chunks.filter(({ rows }) => rows.some(({ divisionCode }) => fresh.has(divisionCode)));
  return moveOn(ports, job, { phase: 'writing', asOf }, async (transaction) => {
    await transaction.put('exportTrends', trend);
    for (const chunk of renewed) await transaction.put('exportChunks', withFresh(chunk, fresh));
  });
}

function withFresh(chunk: Chunk, fresh: FreshRows): Chunk {
  return { ...chunk, rows: chunk.rows.map((row) => fresh.get(row.divisionCode) ?? row) };
}
