/** What every transaction does that adds to the sums of channels (VI3, VI5). */
import { mergeIncrements, type ChannelIncrement } from '@domain/link/channel-sums';
import type { Transaction } from '../kernel/ports';

/** One round trip for each division and month touched, two for a new document. */
export async function addToChannelSums(
  transaction: Transaction,
  increments: readonly ChannelIncrement[],
): Promise<void> {
  const bySums = new Map<string, Record<string, number>>();
  for (const { sumsId, cell, passage, amount } of mergeIncrements(increments)) {
    const amounts = bySums.get(sumsId) ?? {};
    amounts[`cells.${cell}.${passage}`] = amount;
    bySums.set(sumsId, amounts);
  }
  for (const [sumsId, amounts] of bySums) await transaction.increment('channelSums', sumsId, amounts);
}
