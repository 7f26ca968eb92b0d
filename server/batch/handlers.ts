/** 批量办理 (CS9–CS11): one thing after the other, so that two of one batch never clash with each other. */
import type { BatchDeed, BatchResult } from '@contract/batch.contract';
import { rejected } from '@domain/kernel/result';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Handler } from '../kernel/procedure';
import { toRefusal, type BatchHandler } from './batch-deed';
import { cancelActivities } from './cancel-activities';
import { acceptReviews, voidReviews } from './decide-reviews';
import { revokeGrants } from './revoke-grants';

const DEEDS: Readonly<Record<BatchDeed, BatchHandler>> = {
  acceptReviews,
  voidReviews,
  revokeGrants,
  cancelActivities,
};
/** Whoever waits gives up after 12 s; what is not begun by then is told so, and done by asking again. */
const BUDGET_MS = 8_000;
/** Reads only: some at once. */
const LANES = 5;

/** Round trips: two to four for each, five at a time. */
const getPreview: Handler<'batch.getPreview'> = async ({ deed, keys }, context) => {
  const { effectOf } = DEEDS[deed];
  const effects = await mapInLanes([...new Set(keys)], LANES, async (key) => ({
    key,
    ...(await effectOf(context, key)),
  }));
  return { effects };
};

/** Round trips: those of the single deed for each. A refusal of one is no harm to the others. */
const run: Handler<'batch.run'> = async ({ deed, items, requestId, reason }, context) => {
  const refusal = await DEEDS[deed].refusalOf(context, reason);
  if (refusal !== null) return refusal;
  const { now } = context.ports;
  const results: BatchResult[] = [];
  const distinct = new Map(items.map((item) => [item.key, item]));
  for (const { key, seen } of distinct.values()) {
    const isLate = now() - context.now > BUDGET_MS;
    const done = isLate
      ? rejected('batch.notReached')
      : await DEEDS[deed].run(context, { key, seen, requestId, reason });
    const isDone = 'outcome' in done;
    results.push({
      key,
      outcome: isDone ? done.outcome : 'refused',
      refusal: isDone ? null : toRefusal(done),
    });
  }
  return { results };
};

export const batchHandlers = { 'batch.getPreview': getPreview, 'batch.run': run } as const;
