import type { JsonObject } from '@local-cloud/host/json';

/** Times in ms; `p` in 0…1 of the sorted sample. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs every task, `concurrency` at a time. */
export async function runLoad(
  tasks: readonly (() => Promise<unknown>)[],
  concurrency: number,
): Promise<Load> {
  const queue = [...tasks];
  const times: number[] = [];
  const lane = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const startedAt = performance.now();
      await task();
      times.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: tasks.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A text in a stored document; empty when there is none. */
export function textAt(document: JsonObject, field: string): string {
  const value = document[field];
  return typeof value === 'string' ? value : '';
}
