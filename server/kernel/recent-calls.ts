/**
 * What one instance remembers of the last minute: a client that runs wild is refused before it costs a read
 * (SE1). Each instance counts for itself, so the bound is rough; what must be exact is in call-limits.ts.
 */
import { MINUTE_MS } from '@domain/time/civil-day';

/** Ten a second: no screen and no upload of what was kept without a network asks as often. */
export const CALLS_A_MINUTE = 600;
/** Some 100 bytes each; above it nobody more is counted, and nobody is refused for it. */
const CALLERS_REMEMBERED = 50_000;

export class RecentCalls {
  private minute = 0;
  private readonly counts = new Map<string, number>();

  /** Counts this call; false when the caller has used up the minute. `now` in epoch ms. */
  allows(caller: string, procedure: string, now: number): boolean {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute) this.counts.clear();
    this.minute = minute;
    const key = `${caller} ${procedure}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    if (count > 1 || this.counts.size < CALLERS_REMEMBERED) this.counts.set(key, count);
    return count <= CALLS_A_MINUTE;
  }
}
