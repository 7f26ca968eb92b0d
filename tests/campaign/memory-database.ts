/**
 * The database port over memory: the platform simulated, not our backend. What a use case may ask is answered
 * as the cloud answers it, a thousand times faster, in the weather of the run.
 */
import type { CollectionName, StoredDocument } from '@server/kernel/documents';
import { excerpts, type Excerpt, type ExcerptName } from '@server/kernel/excerpts';
import type { Condition, Database, Query, Transaction, Where } from '@server/kernel/ports';
import { BusyError } from '@server/kernel/busy-error';
import type { MemoryStore, OpenTransaction, Stored } from './memory-store';
import { KilledError, RepeatableError, type Weather } from './weather';

const MAXIMUM_ATTEMPTS = 12;
/** A dead instance's transaction holds its locks for a while: thirty seconds in the cloud. */
const ORPHAN_TURNS = 60;

export function memoryDatabase(store: MemoryStore, weather: Weather): Database {
  const find = async (collection: CollectionName, query: Query): Promise<Stored[]> => {
    await weather.turn();
    const found = select([...store.all(collection).values()], query);
    await weather.turn();
    return found;
  };
  return {
    async get(collection, id) {
      await weather.turn();
      return parseStored(collection, store.all(collection).get(id) ?? null);
    },
    async getMany(collection, ids) {
      await weather.turn();
      const documents = store.all(collection);
      return ids.flatMap((id) => parseFound(collection, documents.get(id)));
    },
    find: async (collection, query) =>
      (await find(collection, query)).flatMap((one) => parseFound(collection, one)),
    findExcerpts: async (name, query) =>
      (await find(excerpts[name].collection, query)).map((row) => parseExcerpt<typeof name>(row)),
    count: async (collection, where) => (await find(collection, { where, limit: Infinity })).length,
    async sum(collection, where, field) {
      const rows = await find(collection, { where, limit: Infinity });
      return { count: rows.length, sum: rows.reduce((sum, row) => sum + Number(valueAt(row, field)), 0) };
    },
    async sumBy(collection, { where, by, field }) {
      const sums = new Map<string, { count: number; sum: number }>();
      for (const row of await find(collection, { where, limit: Infinity })) {
        const key = String(valueAt(row, by));
        const { count, sum } = sums.get(key) ?? { count: 0, sum: 0 };
        sums.set(key, { count: count + 1, sum: sum + (field === null ? 0 : Number(valueAt(row, field))) });
      }
      return [...sums].map(([key, one]) => ({ key, ...one }));
    },
    async put(collection, document) {
      for (;;) {
        await weather.turn();
        try {
          store.put(collection, document);
          return;
        } catch (error) {
          if (!(error instanceof RepeatableError)) throw error;
        }
      }
    },
    transaction: (work) => runTransaction(store, weather, work),
  };
}

async function runTransaction<Result>(
  store: MemoryStore,
  weather: Weather,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt += 1) {
    await weather.turn();
    const open = store.begin();
    try {
      const result = await work(toTransaction(store, weather, open));
      await weather.turn();
      if (weather.happens('conflict')) throw new RepeatableError('TransactionConflict (fault)');
      store.commit(open);
      if (weather.happens('answerLost')) throw new RepeatableError('ECONNRESET after the commit (fault)');
      await weather.turn();
      return result;
    } catch (error) {
      if (error instanceof KilledError) {
        void releaseLater(store, weather, open);
        throw error;
      }
      store.end(open);
      if (!(error instanceof RepeatableError)) throw error;
      weather.note('clash');
      for (let wait = 0; wait < 4 * attempt; wait += 1) await weather.turn();
    }
  }
  throw new BusyError('every attempt at the transaction clashed');
}

async function releaseLater(store: MemoryStore, weather: Weather, open: OpenTransaction): Promise<void> {
  const until = weather.turns + ORPHAN_TURNS;
  for (let wait = 0; wait < 40 * ORPHAN_TURNS && weather.turns < until; wait += 1) await Promise.resolve();
  if (store.isOpen(open)) store.end(open);
}

function toTransaction(store: MemoryStore, weather: Weather, open: OpenTransaction): Transaction {
  return {
    async get(collection, id) {
      await weather.turn();
      return parseStored(collection, store.read(open, collection, id));
    },
    async put(collection, document) {
      await weather.turn();
      store.write(open, collection, document._id, document);
    },
    async add(collection, document) {
      await weather.turn();
      if (store.read(open, collection, document._id) !== null)
        throw new RepeatableError('E11000 duplicate key');
      store.write(open, collection, document._id, document);
    },
    async remove(collection, id) {
      await weather.turn();
      store.write(open, collection, id, null);
    },
    async increment(collection, id, amounts) {
      await weather.turn();
      const before = store.read(open, collection, id) ?? { _id: id };
      store.write(open, collection, id, incremented(before, amounts));
    },
  };
}

/** The objects along each path are copied, the rest is shared: documents are never changed in place. */
function incremented(document: Stored, amounts: Readonly<Record<string, number>>): Stored {
  const copy: Stored = { ...document };
  const copied = new Map<string, object>([['', copy]]);
  for (const [path, amount] of Object.entries(amounts)) {
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let node: object = copy;
    let at = '';
    for (const key of keys) {
      at += `.${key}`;
      const next = copied.get(at) ?? { ...innerOf(node, key) };
      copied.set(at, next);
      Reflect.set(node, key, next);
      node = next;
    }
    Reflect.set(node, last, Number(Reflect.get(node, last) ?? 0) + amount);
  }
  return copy;
}

function innerOf(node: object, key: string): object {
  const inner: unknown = Reflect.get(node, key);
  return typeof inner === 'object' && inner !== null ? inner : {};
}

function select(rows: Stored[], { where, orderBy = [], after = null, limit }: Query): Stored[] {
  const matching = rows.filter((row) => matches(row, where));
  if (orderBy.length > 0) {
    matching.sort((a, b) => {
      for (const [field, direction] of orderBy) {
        const order = compare(valueAt(a, field), valueAt(b, field));
        if (order !== 0) return direction === 'asc' ? order : -order;
      }
      return 0;
    });
  }
  const beyond = after === null ? matching : matching.filter((row) => isBeyond(row, orderBy, after));
  return beyond.slice(0, limit);
}

function isBeyond(row: Stored, orderBy: NonNullable<Query['orderBy']>, after: readonly unknown[]): boolean {
  for (const [place, [field, direction]] of orderBy.entries()) {
    const order = compare(valueAt(row, field), after[place]);
    if (order !== 0) return direction === 'asc' ? order > 0 : order < 0;
  }
  return false;
}

function matches(row: Stored, where: Where): boolean {
  for (const field in where) {
    const condition = where[field];
    if (condition !== undefined && !satisfies(valueAt(row, field), condition)) return false;
  }
  return true;
}

function satisfies(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return (value ?? null) === condition;
  // Of an array it is enough that one member is among them, as in the cloud.
  const values: readonly unknown[] = Array.isArray(value) ? value : [value ?? null];
  if ('in' in condition) return condition.in.some((one) => values.includes(one));
  const { atLeast, above, below, atMost } = condition;
  return (
    (atLeast === undefined || compare(value, atLeast) >= 0) &&
    (above === undefined || compare(value, above) > 0) &&
    (below === undefined || compare(value, below) < 0) &&
    (atMost === undefined || compare(value, atMost) <= 0)
  );
}

function valueAt(row: Stored, path: string): unknown {
  if (!path.includes('.')) return row[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      row,
    );
}

/** Numbers and texts of the same kind; what is missing comes first. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return -1;
  if (b === undefined || b === null) return 1;
  return a < b ? -1 : 1;
}

/** Only the product writes here, and its types say what it writes. */
function parseStored<Name extends CollectionName>(
  _collection: Name,
  document: Stored | null,
): StoredDocument<Name> | null {
  return document as StoredDocument<Name> | null;
}

function parseFound<Name extends CollectionName>(
  collection: Name,
  document: Stored | undefined,
): StoredDocument<Name>[] {
  const found = document === undefined ? null : parseStored(collection, document);
  return found === null ? [] : [found];
}

/** A whole document holds its excerpt. */
function parseExcerpt<Name extends ExcerptName>(row: Stored): Excerpt<Name> {
  return row as Excerpt<Name>;
}
