/** The newest `capacity` items, oldest first. Keeps observation from growing with uptime. */
export class RingBuffer<Item> {
  private items: Item[] = [];

  constructor(private readonly capacity: number) {}

  push(item: Item): void {
    this.items.push(item);
    if (this.items.length > this.capacity) this.items.splice(0, this.items.length - this.capacity);
  }

  /** Newest first, at most `limit`. */
  newest(limit: number, matches: (item: Item) => boolean = () => true): Item[] {
    const found: Item[] = [];
    for (let index = this.items.length - 1; index >= 0 && found.length < limit; index -= 1) {
      const item = this.items[index];
      if (item !== undefined && matches(item)) found.push(item);
    }
    return found;
  }

  get size(): number {
    return this.items.length;
  }

  clear(): void {
    this.items = [];
  }
}
