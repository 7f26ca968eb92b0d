/**
 * Why this exists: the SQLite file. All writes of one turn of the event loop share one SQLite transaction,
 * which is committed (WAL, synchronous=FULL) before any of them is answered, so an acknowledged write
 * survives kill -9.
 */
import { clearImmediate, setImmediate } from 'node:timers';
import Database from 'libsql';
import type { CollectionCatalogue, TrackedPath } from './catalogue';
import { requestFailed } from './errors';
import { lockFile } from './file-lock';
import type { StorageFault } from './types';

export type SqlValue = string | number | null;
type Row = readonly unknown[];

const MAX_STATEMENTS = 400;
const SERVING = ['synchronous=FULL', 'cache_size=-65536', 'journal_mode=WAL'];
const LOADING = ['journal_mode=OFF', 'synchronous=OFF', 'cache_size=-1500000'];

interface Batch {
  done: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
  timer: NodeJS.Immediate;
}

function openBatch(flush: () => void): Batch {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const done = new Promise<void>((onDone, onFail) => {
    resolve = onDone;
    reject = onFail;
  });
  // a failed commit is reported to every waiting request; the bare promise must not crash the process
  done.catch(() => undefined);
  return { done, resolve, reject, timer: setImmediate(flush) };
}

function parseRows(rows: unknown[]): Row[] {
  return rows as Row[];
}

export class Store {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private readonly unlock: () => void;
  private batch: Batch | undefined;
  private failure: string | undefined;

  constructor(
    path: string,
    private readonly onFault: (fault: StorageFault) => void,
  ) {
    this.unlock = path === ':memory:' ? (): void => undefined : lockFile(path);
    this.database = new Database(path);
    this.database.pragma(`journal_mode=${path === ':memory:' ? 'MEMORY' : 'WAL'}`);
    this.database.pragma('synchronous=FULL');
    this.database.pragma('cache_size=-65536');
    this.database.exec(
      'CREATE TABLE IF NOT EXISTS meta_collections(name TEXT PRIMARY KEY);' +
        'CREATE TABLE IF NOT EXISTS meta_indexes(collection TEXT, name TEXT, declaration TEXT,' +
        ' PRIMARY KEY(collection, name));' +
        'CREATE TABLE IF NOT EXISTS meta_kinds(collection TEXT, path TEXT, kinds INTEGER,' +
        ' PRIMARY KEY(collection, path));',
    );
  }

  private prepare(sql: string): Database.Statement {
    const cached = this.statements.get(sql);
    if (cached !== undefined) return cached;
    if (this.statements.size >= MAX_STATEMENTS) this.statements.clear();
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /** Rows as arrays. Sees the writes of the open batch; answer only after `flushed`. */
  query(sql: string, parameters: readonly SqlValue[]): Row[] {
    if (this.failure !== undefined) throw requestFailed(this.failure);
    return parseRows(
      this.prepare(sql)
        .raw()
        .all(...parameters),
    );
  }

  queryTexts(sql: string, parameters: readonly SqlValue[]): string[] {
    return this.query(sql, parameters).map((row) => String(row[0]));
  }

  /** One write, inside the batch of this turn. */
  run(sql: string, parameters: readonly SqlValue[]): void {
    if (this.failure !== undefined) throw requestFailed(this.failure);
    if (this.batch === undefined) {
      this.database.exec('BEGIN IMMEDIATE');
      this.batch = openBatch(() => this.flush());
    }
    this.prepare(sql).run(...parameters);
  }

  /** All of `work` or nothing, inside the batch of this turn. */
  atomically(work: () => void): void {
    this.run('SAVEPOINT atomic', []);
    try {
      work();
    } catch (error) {
      this.run('ROLLBACK TO atomic', []);
      this.run('RELEASE atomic', []);
      throw error;
    }
    this.run('RELEASE atomic', []);
  }

  /** Resolves when everything written so far is on disk. */
  flushed(): Promise<void> | undefined {
    return this.batch?.done;
  }

  /** Commits the open batch now. */
  flush(): void {
    const { batch } = this;
    if (batch === undefined) return;
    this.batch = undefined;
    clearImmediate(batch.timer);
    try {
      this.database.exec('COMMIT');
      batch.resolve();
    } catch (error) {
      this.failure = `storage failed: ${error instanceof Error ? error.message : String(error)}`;
      this.onFault({ stage: 'commit', message: this.failure });
      batch.reject(requestFailed(this.failure));
    }
  }

  /** Schema statements, outside any batch, all or nothing. */
  execute(statements: readonly string[]): void {
    this.flush();
    this.statements.clear();
    this.database.exec('BEGIN');
    try {
      for (const statement of statements) this.database.exec(statement);
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
    this.database.exec('COMMIT');
  }

  /** Runs `work` without a journal, in a large cache: nothing is safe until it is over. */
  async unguarded<Result>(work: () => Promise<Result>): Promise<Result> {
    this.flush();
    this.statements.clear();
    for (const pragma of LOADING) this.database.pragma(pragma);
    try {
      return await work();
    } finally {
      this.flush();
      this.statements.clear();
      for (const pragma of SERVING) this.database.pragma(pragma);
    }
  }

  persistKinds(collection: CollectionCatalogue, grown: readonly TrackedPath[]): void {
    for (const tracked of grown) {
      this.run('INSERT OR REPLACE INTO meta_kinds VALUES(?,?,?)', [
        collection.name,
        tracked.path,
        tracked.kinds,
      ]);
    }
  }

  close(): void {
    this.flush();
    this.statements.clear();
    this.database.close();
    this.unlock();
  }
}

/** The constraint SQLite refused, as the name of the index: `_id_` or a declared one; undefined otherwise. */
export function violatedIndex(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const found = /UNIQUE constraint failed: (?:index 'i:[^:]+:(.+?)(?::missing)?'|.+\._id$)/.exec(
    error.message,
  );
  return found === null ? undefined : (found[1] ?? '_id_');
}
