/** What an instance keeps for a minute, by a key: the oldest of too many makes room. */
import { MINUTE_MS } from '@domain/time/civil-day';
import type { Ports } from '../kernel/ports';

export const KEPT_MS = MINUTE_MS;
/** some 20 KB each */
const KEPT_VALUES = 200;

interface Kept<Value> {
  readonly value: Value;
  readonly readAt: number;
}

export class KeptForAMinute<Value> {
  private readonly kept = new WeakMap<Ports['database'], Map<string, Kept<Value>>>();

  /** Null: nothing, or nothing that new. */
  get({ database, now }: Ports, key: string): Value | null {
    const known = this.kept.get(database)?.get(key);
    return known !== undefined && Math.abs(now() - known.readAt) < KEPT_MS ? known.value : null;
  }

  put({ database, now }: Ports, key: string, value: Value): void {
    const values = this.kept.get(database) ?? new Map<string, Kept<Value>>();
    this.kept.set(database, values);
    values.delete(key);
    values.set(key, { value, readAt: now() });
    const [oldest] = values.keys();
    if (values.size > KEPT_VALUES && oldest !== undefined) values.delete(oldest);
  }
}
