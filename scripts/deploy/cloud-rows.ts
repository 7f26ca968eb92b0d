/**
 * The first documents, through the same SDK as the product's: no other client of the database is trusted
 * with them.
 */
import type { StoredRow } from './model';

/** Ids asked for, and documents added, at once: well below 1 MB an answer. */
const BATCH = 200;

/** The part of wx-server-sdk that is used here. */
export interface RowsSdk {
  readonly command: { in(values: readonly string[]): object };
  collection(name: string): {
    where(condition: object): {
      field(fields: Readonly<Record<string, boolean>>): {
        limit(count: number): { get(): Promise<{ data: readonly { readonly _id: string }[] }> };
      };
    };
    add(options: { data: readonly StoredRow[] }): Promise<unknown>;
  };
}

export class CloudRows {
  constructor(private readonly sdk: RowsSdk) {}

  /** Which of these ids exist. */
  async present(collection: string, ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const some of batchesOf(ids)) {
      const condition = { _id: this.sdk.command.in(some) };
      const asked = this.sdk.collection(collection).where(condition).field({ _id: true }).limit(BATCH);
      const { data } = await asked.get();
      found.push(...data.map(({ _id }) => _id));
    }
    return found;
  }

  /** Adds what is missing; after a crash the next run asks again which those are. */
  async add(collection: string, rows: readonly StoredRow[]): Promise<void> {
    for (const some of batchesOf(rows)) {
      const known = new Set(
        await this.present(
          collection,
          some.map(({ _id }) => _id),
        ),
      );
      const missing = some.filter(({ _id }) => !known.has(_id));
      if (missing.length > 0) await this.sdk.collection(collection).add({ data: missing });
    }
  }
}

function batchesOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_none, batch) =>
    items.slice(batch * BATCH, (batch + 1) * BATCH),
  );
}

/** The real SDK, seen through the types above. */
export function parseRowsSdk(database: unknown): RowsSdk {
  return database as RowsSdk;
}
