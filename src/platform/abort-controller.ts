/**
 * `AbortController` for engines without one: WeChat's has none, and the cache of answers makes one for every
 * question. The WeChat build puts it wherever the name is used (config/index.ts).
 */
type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown = undefined;
  private readonly listeners = new Set<Listener>();

  addEventListener(_name: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_name: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.listeners]) listener();
  }
}

export class AbortController {
  readonly signal = new Signal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.abort(reason);
  }
}
