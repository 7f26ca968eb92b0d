/**
 * Timer (VI3): openings are added to the sums of their division and month, a hundred at a time, in the
 * transaction that marks them as counted; a day later they go. A run that dies leaves a batch counted or not;
 * of two runs at once one finds the other's marks.
 */
import { incrementsOfOpening, type ChannelIncrement } from '@domain/link/channel-sums';
import { originOfText } from '@domain/link/referral';
import { DAY_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { addToChannelSums } from './channel-sums';

type Opening = StoredDocument<'openings'>;

/** Read and written one by one: far below a transaction's 30 s. */
const BATCH = 100;
/** The timer's function has a minute, and other work. */
const RUN_MS = 10_000;
/** So long a request that is repeated finds what it did. */
const KEPT_MS = DAY_MS;

/** Returns how many it has counted. Round trips when there is nothing to do: 2. */
export async function countOpenings(ports: Ports): Promise<number> {
  const until = ports.now() + RUN_MS;
  let counted = 0;
  for (;;) {
    const some = await oldestOpenings(ports, false, BATCH);
    if (some.length > 0) counted += await countBatchOf(ports, some);
    const old = await oldestOpenings(ports, true, BATCH);
    const gone = old.filter(({ storedAt }) => storedAt < ports.now() - KEPT_MS);
    if (gone.length > 0) await takeAway(ports, gone);
    const isDone = some.length < BATCH && gone.length < BATCH;
    if (isDone || ports.now() >= until) return counted;
  }
}

/** Every opening stored before it is in the sums. One round trip. */
export async function openingsCountedUntil(ports: Ports): Promise<number> {
  const readAt = ports.now();
  const [oldest] = await oldestOpenings(ports, false, 1);
  return Math.min(readAt, oldest?.storedAt ?? readAt);
}

function oldestOpenings({ database }: Ports, isCounted: boolean, limit: number): Promise<Opening[]> {
  return database.find('openings', {
    where: { isCounted },
    orderBy: [
      ['storedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}

function countBatchOf({ database }: Ports, openings: readonly Opening[]): Promise<number> {
  return database.transaction(async (transaction) => {
    const increments: ChannelIncrement[] = [];
    let counted = 0;
    for (const { _id } of openings) {
      const current = await transaction.get('openings', _id);
      if (current === null || current.isCounted) continue;
      const origin = originOfText(current.origin);
      if (origin !== null) increments.push(...incrementsOfOpening(origin, current.day));
      await transaction.put('openings', { ...current, isCounted: true });
      counted += 1;
    }
    await addToChannelSums(transaction, increments);
    return counted;
  });
}

async function takeAway({ database }: Ports, openings: readonly Opening[]): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const { _id } of openings) await transaction.remove('openings', _id);
  });
}
