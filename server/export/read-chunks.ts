/** First stretch of a file: the divisions in the order of their codes, a bounded number at a time. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Period } from '@domain/statistics/period';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { batchCountOf } from '../statistics/fold-batches';
import { readTallyIds } from '../statistics/read-tallies';
import { chunkIdOf, moveOn, type ExportRow, type Job } from './job';
import { periodFiguresOf, periodTallyIds } from './period-figures';

/** At most 180 tally documents, 3 KB each: an answer of the cloud holds 1 MB. */
export const DIVISIONS_AT_ONCE = 30;
/** sorts after every digit */
const AFTER_DIGITS = '~';

/** Round trips: 8, the first time 9; when all are read, 7. */
export async function readNextChunk(ports: Ports, job: Job): Promise<Job> {
  const below = `${job.divisionCode}${AFTER_DIGITS}`;
  const level = { in: job.levels };
  // Before the rows: what later batches change is read again (EX3).
  const batch = job.batch ?? (await batchCountOf(ports));
  const totalCount =
    job.totalCount ??
    (await ports.database.count('divisions', { level, _id: { atLeast: job.divisionCode, below } }));
  const divisions = await ports.database.find('divisions', {
    where: {
      level,
      _id: job.cursor === '' ? { atLeast: job.divisionCode, below } : { above: job.cursor, below },
    },
    orderBy: [['_id', 'asc']],
    limit: DIVISIONS_AT_ONCE,
  });
  const last = divisions[divisions.length - 1];
  if (last === undefined) return moveOn(ports, job, { phase: 'settling' });
  const rows = await readRows(ports, divisions, job);
  const moved = {
    batch,
    totalCount,
    doneCount: job.doneCount + divisions.length,
    chunkCount: job.chunkCount + 1,
    cursor: last._id,
  };
  return moveOn(ports, job, moved, async (transaction) => {
    await transaction.put('exportChunks', { _id: chunkIdOf(job, job.chunkCount), rows });
  });
}

/** One round trip; at most DIVISIONS_AT_ONCE divisions. */
export async function readRows(
  ports: Ports,
  divisions: readonly StoredDocument<'divisions'>[],
  period: Period,
): Promise<ExportRow[]> {
  const { tallies } = await readTallyIds(
    ports,
    divisions.flatMap(({ _id }) => periodTallyIds(_id, period)),
  );
  return divisions.map((division) => {
    const { now, before } = periodFiguresOf(division, tallies, period);
    const numeratorsBefore = before.map(({ numerator }) => numerator);
    return { divisionCode: division._id, name: division.name, figures: now, numeratorsBefore };
  });
}

/** Two round trips for every DIVISIONS_AT_ONCE divisions. Codes that are no division are left out. */
export async function readRowsOf(
  ports: Ports,
  divisionCodes: readonly DivisionCode[],
  period: Period,
): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  for (let from = 0; from < divisionCodes.length; from += DIVISIONS_AT_ONCE) {
    const codes = divisionCodes.slice(from, from + DIVISIONS_AT_ONCE);
    const divisions = await ports.database.getMany('divisions', codes);
    rows.push(...(await readRows(ports, divisions, period)));
  }
  return rows;
}
