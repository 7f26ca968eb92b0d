/**
 * A count under way: kept on the device at every tap, so that neither a restart nor a dead battery loses
 * it.
 */
import { outcomeWordFields } from '@contract/outcome.contract';
import type { InputOf } from '@contract/procedures';
import { MAXIMUM_COUNT, SAMPLE_MS } from '@domain/project/outcome';
import { MINUTE_MS } from '@domain/time/civil-day';
import * as z from 'zod';
import '@contract/zod-config';

/** BP2: a count at the wrong point may be dropped at once; later it is sent, whatever it says. */
export const DROPPABLE_MS = MINUTE_MS;
export type Tap = 'done' | 'missed';

export const countingSchema = z.object({
  requestId: z.string(),
  projectId: z.string(),
  pointId: z.string(),
  pointName: z.string(),
  words: z.object(outcomeWordFields),
  /** epoch ms, the server's clock */
  startedAt: z.number().int(),
  /** in the order they were made, a letter each: the last can be taken back */
  taps: z
    .string()
    .regex(/^[dm]*$/)
    .max(2 * MAXIMUM_COUNT),
});
export type Counting = z.output<typeof countingSchema>;
const LETTERS: Readonly<Record<Tap, string>> = { done: 'd', missed: 'm' };

export function countOf({ taps }: Counting, tap: Tap): number {
  return taps.split(LETTERS[tap]).length - 1;
}

export function endOf({ startedAt }: Counting): number {
  return startedAt + SAMPLE_MS;
}

/** The same when the ten minutes are over, or nobody could have tapped so often. */
export function tapped(counting: Counting, tap: Tap, now: number): Counting {
  if (now >= endOf(counting) || countOf(counting, tap) >= MAXIMUM_COUNT) return counting;
  return { ...counting, taps: counting.taps + LETTERS[tap] };
}

export function undone(counting: Counting): Counting {
  return { ...counting, taps: counting.taps.slice(0, -1) };
}

export function mayDrop(counting: Counting, now: number): boolean {
  return now < counting.startedAt + DROPPABLE_MS;
}

/** The sample as it is now; what is over ended after ten minutes, however late it is sent. */
export function sampleOf(counting: Counting, now: number): InputOf<'outcome.countSample'> {
  const { requestId, projectId, pointId, startedAt } = counting;
  return {
    requestId,
    projectId,
    pointId,
    startedAt,
    endedAt: Math.max(startedAt + 1, Math.min(now, endOf(counting))),
    doneCount: countOf(counting, 'done'),
    missedCount: countOf(counting, 'missed'),
  };
}

/** `9:59`, `0:00` at the end. */
export function formatRemaining(counting: Counting, now: number): string {
  const seconds = Math.ceil(Math.max(0, Math.min(SAMPLE_MS, endOf(counting) - now)) / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
