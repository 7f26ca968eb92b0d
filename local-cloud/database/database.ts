/**
 * Why this exists: the database of the local cloud – what the host talks to. Answers the wire actions of
 * the real SDK; every answer leaves only after the writes it may have seen are on disk.
 */
import { randomUUID } from 'node:crypto';
import { Actions } from './actions';
import type { CollectionCatalogue } from './catalogue';
import { Collections } from './collections';
import { isJsonObject, parseStoredText, toStored } from './ejson';
import { DatabaseError, invalidParameter } from './errors';
import { Reader } from './reads';
import { Store, violatedIndex } from './store';
import { Transactions } from './transactions';
import { DEFAULT_LIMITS } from './types';
import type {
  CollectionSummary,
  DatabaseOptions,
  DatabaseStatistics,
  IndexDeclaration,
  JsonObject,
  JsonValue,
} from './types';
import { Writer } from './writer';

const BULK_ROWS_PER_TRANSACTION = 5000;
/** A call into SQLite costs as much as the row itself. */
const BULK_ROWS_PER_STATEMENT = 40;

type BulkRow = readonly [id: string, text: string];

export interface ListOptions {
  skip: number;
  limit: number;
  idPrefix?: string;
}

export class LocalDatabase {
  private readonly transactions: Transactions;
  private readonly collections: Collections;
  private readonly writer: Writer;
  private readonly actions: Actions;
  private readonly counts = new Map<string, number>();

  private constructor(
    private readonly store: Store,
    private readonly options: DatabaseOptions,
  ) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.transactions = new Transactions(options.clock, limits.transactionLifeMilliseconds);
    this.collections = new Collections(store);
    const reader = new Reader(store, this.transactions);
    this.writer = new Writer(store, reader, this.transactions, limits.maxDocumentBytes);
    this.actions = new Actions(
      this.collections,
      reader,
      this.writer,
      this.transactions,
      limits,
      options.clock,
    );
  }

  /** Opens or creates the file. One process at a time; throws when another holds it. */
  static open(options: DatabaseOptions): LocalDatabase {
    const onFault = options.onFault ?? ((): void => undefined);
    return new LocalDatabase(new Store(options.path, onFault), options);
  }

  /**
   * Answers one wire action with the JSON body to send (HTTP status always 200). Refusals are answers with
   * `code` and `message`. Resolves after everything the answer may rest on is durable.
   */
  async handle(action: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
    this.counts.set(action, (this.counts.get(action) ?? 0) + 1);
    const requestId = randomUUID();
    let answer: Record<string, unknown>;
    try {
      answer = await this.actions.run(action, body);
    } catch (error) {
      answer = refusal(error);
    }
    try {
      await this.store.flushed();
    } catch (error) {
      answer = refusal(error);
    }
    return { ...answer, requestId };
  }

  /** Declares a collection; declaring it again does nothing. */
  declareCollection(name: string): void {
    this.collections.declare(name);
  }

  /** Declares an index. Throws when the existing documents or another declaration contradict it. */
  declareIndex(collection: string, index: IndexDeclaration): void {
    this.collections.declareIndex(collection, index);
  }

  removeIndex(collection: string, name: string): void {
    this.collections.removeIndex(collection, name);
  }

  listCollections(): CollectionSummary[] {
    return this.collections.list();
  }

  /** Stored documents by `_id`, for the inspector; dates are `{"$date":ms}`. */
  listDocuments(collection: string, options: ListOptions): JsonObject[] {
    const catalogue = this.collections.get(collection);
    const prefix = options.idPrefix ?? '';
    const where = prefix === '' ? '' : 'WHERE _id >= ? AND _id < ?';
    const parameters = prefix === '' ? [] : [prefix, `${prefix}\u{10ffff}`];
    return this.store
      .queryTexts(`SELECT doc FROM ${catalogue.table} ${where} ORDER BY _id LIMIT ? OFFSET ?`, [
        ...parameters,
        options.limit,
        options.skip,
      ])
      .map(parseStoredText);
  }

  /**
   * Inserts many documents past the wire, for seeding: every document needs a string `_id`; dates are
   * `{"$date":ms}`. Throws at the first duplicate; pages of 5,000 rows before it stay. Not for use while
   * transactions are open.
   */
  bulkInsert(collection: string, documents: Iterable<JsonObject>): number {
    if (this.transactions.openCount > 0) throw invalidParameter('bulkInsert while transactions are open');
    const catalogue = this.collections.get(collection);
    let inserted = 0;
    let rows: BulkRow[] = [];
    this.store.flush();
    for (const document of documents) {
      const stored: JsonValue = toStored(document, this.options.clock);
      if (!isJsonObject(stored) || typeof stored['_id'] !== 'string') {
        throw invalidParameter('a bulk document needs a string _id');
      }
      for (const index of catalogue.uniqueIndexes()) catalogue.uniqueKey(index, stored);
      this.store.persistKinds(catalogue, catalogue.learn(stored));
      rows.push([stored['_id'], this.writer.textOf(stored)]);
      inserted += 1;
      if (rows.length < BULK_ROWS_PER_STATEMENT) continue;
      this.insertRows(catalogue, rows);
      rows = [];
      if (inserted % BULK_ROWS_PER_TRANSACTION === 0) this.store.flush();
    }
    this.insertRows(catalogue, rows);
    this.store.flush();
    return inserted;
  }

  /**
   * Runs `work`, which fills empty collections by `bulkInsert`, with the indexes made afterwards and without
   * the safety of a journal: for millions of documents. A crash leaves a file that is of no use.
   */
  async bulkLoad<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.store.unguarded(async () => {
      this.collections.dropIndexes();
      const result = await work();
      this.collections.makeIndexes();
      return result;
    });
  }

  private insertRows(catalogue: CollectionCatalogue, rows: readonly BulkRow[]): void {
    if (rows.length === 0) return;
    const places = rows.map(() => '(?,?)').join();
    try {
      this.store.run(`INSERT INTO ${catalogue.table} VALUES${places}`, rows.flat());
    } catch (error) {
      const index = violatedIndex(error);
      if (index === undefined) throw error;
      const [only] = rows;
      if (rows.length === 1 && only !== undefined) this.refuseRow(catalogue.name, index, only[0]);
      // None of them is in; one by one, the rows before the duplicate are.
      for (const row of rows) this.insertRows(catalogue, [row]);
    }
  }

  private refuseRow(collection: string, index: string, id: string): never {
    this.store.flush();
    throw invalidParameter(`E11000 duplicate key error collection: ${collection} index: ${index} _id: ${id}`);
  }

  /** Drops all documents and open transactions; declarations stay. */
  clear(): void {
    this.transactions.finishAll();
    this.collections.clear();
  }

  /** Round trips since the last reset. */
  statistics(): DatabaseStatistics {
    let roundTrips = 0;
    for (const count of this.counts.values()) roundTrips += count;
    return {
      roundTrips,
      actions: Object.fromEntries(this.counts),
      openTransactions: this.transactions.openCount,
    };
  }

  resetStatistics(): void {
    this.counts.clear();
  }

  /** Commits what is pending and closes the file. */
  close(): void {
    this.transactions.finishAll();
    this.store.close();
  }
}

function refusal(error: unknown): Record<string, unknown> {
  if (error instanceof DatabaseError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'SYS_ERR', message: `local database: ${message}` };
}
