/** What serves for hours only – parts of files, counts of calls, tickets of computers – goes after a day. */
import { DAY_MS } from '@domain/time/civil-day';
import type { Ports } from './ports';

/** Each with the instant it was stored at; indexed by it. */
type PartCollection = 'evidenceParts' | 'importParts' | 'pictureParts' | 'callCounts' | 'consoleTickets';

/** Who uploads is done within the hour, who came in at a computer is out after eight (CS4). */
const PART_KEPT_MS = DAY_MS;
const SWEPT_AT_ONCE = 100;

/** A timer runs it; returns how many are gone. Round trips when there is nothing to do: 1. */
export async function sweepParts({ database, now }: Ports, collection: PartCollection): Promise<number> {
  const old = await database.find(collection, {
    where: { storedAt: { below: now() - PART_KEPT_MS } },
    orderBy: [
      ['storedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SWEPT_AT_ONCE,
  });
  if (old.length === 0) return 0;
  await database.transaction(async (transaction) => {
    for (const { _id } of old) await transaction.remove(collection, _id);
  });
  return old.length;
}
