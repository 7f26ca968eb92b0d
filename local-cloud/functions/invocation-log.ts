import { RingBuffer } from '../host/ring-buffer';
import type { InvocationRecord } from './invocation-record';

const KEPT_CALLS = 500;
const KEPT_TIMER_RUNS = 100;

/** The latest invocations. Frequent timers have a place of their own, or they would push out calls. */
export class InvocationLog {
  private readonly calls = new RingBuffer<InvocationRecord>(KEPT_CALLS);
  private readonly timerRuns = new RingBuffer<InvocationRecord>(KEPT_TIMER_RUNS);

  push(record: InvocationRecord): void {
    (record.trigger === 'timer' ? this.timerRuns : this.calls).push(record);
  }

  /** Newest first, at most `limit`. */
  newest(limit: number, matches: (record: InvocationRecord) => boolean = () => true): InvocationRecord[] {
    const found = [...this.calls.newest(limit, matches), ...this.timerRuns.newest(limit, matches)];
    return found.sort((one, other) => other.sequence - one.sequence).slice(0, limit);
  }

  get size(): number {
    return this.calls.size + this.timerRuns.size;
  }

  clear(): void {
    this.calls.clear();
    this.timerRuns.clear();
  }
}
