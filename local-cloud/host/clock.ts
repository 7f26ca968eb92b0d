/** The clock of the whole local cloud: real time plus an offset that tests and the inspector may move. */
export class VirtualClock {
  private offset = 0;
  private readonly listeners = new Set<() => void>();

  /** Epoch milliseconds UTC as every function, timer and server date sees them. */
  now(): number {
    return Date.now() + this.offset;
  }

  get offsetMs(): number {
    return this.offset;
  }

  /** Moves the clock to real time + `offsetMs`. Throws `RangeError` beyond what a date can hold. */
  setOffset(offsetMs: number): void {
    if (!Number.isFinite(offsetMs) || Number.isNaN(new Date(Date.now() + offsetMs).getTime())) {
      throw new RangeError('offsetMs must lead to a valid date');
    }
    this.offset = Math.trunc(offsetMs);
    for (const listener of this.listeners) listener();
  }

  setNow(nowAt: number): void {
    this.setOffset(nowAt - Date.now());
  }

  advance(milliseconds: number): void {
    this.setOffset(this.offset + milliseconds);
  }

  /** Calls `listener` after every change; returns the function that stops it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
