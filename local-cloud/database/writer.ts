/**
 * Why this exists: the two ways a document changes. A plain write waits for the locks of open transactions
 * and is then evaluated again; a transactional write goes to the overlay and fails at once when somebody
 * was first.
 */
import type { CollectionCatalogue } from './catalogue';
import { isPlainObject, parseStoredText, storedToRuntime } from './ejson';
import { DuplicateKeyError, requestFailed, transactionConflict } from './errors';
import type { FoundDocument, Reader } from './reads';
import { violatedIndex } from './store';
import type { Store } from './store';
import { documentLock, uniqueLock } from './transactions';
import type { Transaction, Transactions } from './transactions';
import type { DocumentText, JsonObject } from './types';
import { splitPath, storedValueAt } from './values';

export interface Change {
  id: string;
  before: DocumentText;
  /** null removes the document */
  after: JsonObject | null;
}

export class Writer {
  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly maxDocumentBytes: number,
  ) {}

  /**
   * Plans and applies plain changes. `plan` reads the table and must not write; it runs again after each
   * wait, so what it decided is never stale.
   */
  async plain(catalogue: CollectionCatalogue, plan: () => Change[]): Promise<Change[]> {
    for (;;) {
      const changes = plan();
      const holder = this.transactions.holder(this.locksOf(catalogue, changes));
      if (holder === undefined) {
        this.apply(catalogue, changes);
        return changes;
      }
      await this.transactions.waitFor(holder);
    }
  }

  private *locksOf(catalogue: CollectionCatalogue, changes: readonly Change[]): Iterable<string> {
    if (this.transactions.openCount === 0) return;
    for (const { id, after } of changes) {
      yield documentLock(catalogue.name, id);
      if (after === null) continue;
      for (const index of catalogue.uniqueIndexes()) {
        yield uniqueLock(catalogue.name, index.name, catalogue.uniqueKey(index, after));
      }
    }
  }

  /** Writes changes into the table. A duplicate stops there: changes before it stay, as in MongoDB. */
  private apply(catalogue: CollectionCatalogue, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const sequence = this.transactions.nextCommit();
    for (const change of changes) {
      this.applyOne(catalogue, change);
      this.transactions.record(sequence, catalogue.name, change.id, change.before);
    }
  }

  private applyOne(catalogue: CollectionCatalogue, { id, before, after }: Change): void {
    if (after === null) {
      this.store.run(`DELETE FROM ${catalogue.table} WHERE _id = ?`, [id]);
      return;
    }
    const text = this.textOf(after);
    for (const index of catalogue.uniqueIndexes()) catalogue.uniqueKey(index, after);
    this.store.persistKinds(catalogue, catalogue.learn(after));
    try {
      if (before === null) this.store.run(`INSERT INTO ${catalogue.table} VALUES(?,?)`, [id, text]);
      else this.store.run(`UPDATE ${catalogue.table} SET doc = ? WHERE _id = ?`, [text, id]);
    } catch (error) {
      const index = violatedIndex(error);
      if (index === undefined) throw error;
      throw this.duplicate(catalogue, index, id, after);
    }
  }

  private duplicate(catalogue: CollectionCatalogue, name: string, id: string, after: JsonObject): Error {
    const index = catalogue.indexes.find((item) => item.name === name);
    const key =
      index === undefined
        ? `{ _id: ${JSON.stringify(id)} }`
        : `{ ${index.keys
            .map(({ field }) => `${field}: ${JSON.stringify(storedValueAt(after, splitPath(field)))}`)
            .join(', ')} }`;
    return new DuplicateKeyError(catalogue.name, name, key);
  }

  /** The text to store; refuses a document over the size limit. */
  textOf(document: JsonObject): string {
    const text = JSON.stringify(document);
    if (text.length * 3 > this.maxDocumentBytes && Buffer.byteLength(text) > this.maxDocumentBytes) {
      throw requestFailed(`object to insert too large: more than ${this.maxDocumentBytes} bytes`);
    }
    return text;
  }

  /** One change inside a transaction. Any refusal ends the transaction, as in MongoDB. */
  transactional(catalogue: CollectionCatalogue, transaction: Transaction, change: Change): void {
    this.transactions.lockDocument(transaction, catalogue.name, change.id);
    this.lockFormerKeys(catalogue, transaction, change.before);
    if (change.after !== null) {
      if (change.before === null) this.refuseTakenId(catalogue, transaction, change);
      for (const index of catalogue.uniqueIndexes()) {
        const key = catalogue.uniqueKey(index, change.after);
        this.transactions.lock(transaction, uniqueLock(catalogue.name, index.name, key));
        this.refuseTakenKey(catalogue, transaction, change, index.name, key);
      }
    }
    let overlay = transaction.overlay.get(catalogue.name);
    if (overlay === undefined) {
      overlay = new Map<string, DocumentText>();
      transaction.overlay.set(catalogue.name, overlay);
    }
    overlay.set(change.id, change.after === null ? null : this.textOf(change.after));
  }

  /** A key this transaction frees is not free for others until it commits. */
  private lockFormerKeys(
    catalogue: CollectionCatalogue,
    transaction: Transaction,
    before: DocumentText,
  ): void {
    const unique = before === null ? [] : catalogue.uniqueIndexes();
    for (const index of unique) {
      const key = catalogue.uniqueKey(index, parseStoredText(before ?? '{}'));
      this.transactions.lock(transaction, uniqueLock(catalogue.name, index.name, key));
    }
  }

  private refuseTakenId(catalogue: CollectionCatalogue, transaction: Transaction, change: Change): void {
    if (change.after !== null && this.reader.text(catalogue, change.id, transaction) !== null) {
      throw this.duplicate(catalogue, '_id_', change.id, change.after);
    }
  }

  private refuseTakenKey(
    catalogue: CollectionCatalogue,
    transaction: Transaction,
    change: Change,
    name: string,
    key: string,
  ): void {
    const index = catalogue.indexes.find((item) => item.name === name);
    if (index === undefined || change.after === null) return;
    const { after, id } = change;
    const holds = (text: DocumentText): boolean =>
      text !== null && catalogue.uniqueKey(index, parseStoredText(text)) === key;
    for (const [otherId, text] of transaction.overlay.get(catalogue.name) ?? []) {
      if (otherId !== id && holds(text)) throw this.duplicate(catalogue, name, id, after);
    }
    const filter = Object.fromEntries(
      index.keys.map(({ field }) => {
        const value = storedToRuntime({ value: storedValueAt(after, splitPath(field)) })['value'];
        return [field, isPlainObject(value) ? { $exists: true } : value];
      }),
    );
    for (const found of this.tableRows(catalogue, filter)) {
      if (found.id === id || !holds(found.text)) continue;
      const seen = this.transactions.seen(transaction, catalogue.name, found.id);
      if (seen === undefined) throw this.duplicate(catalogue, name, id, after);
      // committed after the snapshot; unless this transaction itself moved it away
      if (transaction.overlay.get(catalogue.name)?.has(found.id) !== true) throw transactionConflict();
    }
  }

  private tableRows(catalogue: CollectionCatalogue, filter: Record<string, unknown>): FoundDocument[] {
    return this.reader.find(catalogue, filter, { sort: [], skip: 0, limit: Infinity });
  }

  /** Moves the overlay into the table, all or nothing. */
  commit(transaction: Transaction, catalogueOf: (name: string) => CollectionCatalogue): void {
    if (transaction.overlay.size === 0) return;
    const changes = [...transaction.overlay].flatMap(([name, documents]) => {
      const catalogue = catalogueOf(name);
      return [...documents].map(([id, text]) => ({
        catalogue,
        change: {
          id,
          before: this.reader.text(catalogue, id),
          after: text === null ? null : parseStoredText(text),
        },
      }));
    });
    // removals first: a key may move from one document to another
    changes.sort((left, right) => Number(left.change.after !== null) - Number(right.change.after !== null));
    try {
      this.store.atomically(() => {
        for (const { catalogue, change } of changes) {
          if (change.before !== null || change.after !== null) this.applyOne(catalogue, change);
        }
      });
    } catch (error) {
      if (error instanceof DuplicateKeyError) throw transactionConflict();
      throw error;
    }
    const sequence = this.transactions.nextCommit();
    for (const { catalogue, change } of changes) {
      this.transactions.record(sequence, catalogue.name, change.id, change.before);
    }
  }
}
