/**
 * Documents in memory with the cloud's isolation (rules DB59–DB69): a transaction sees its snapshot and its
 * own writes, the first to write a document wins, a document changed since the snapshot is a conflict, and a
 * taken id is refused.
 */
import { RepeatableError } from './weather';

export type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };
interface Version {
  readonly sequence: number;
  /** null: removed, or not there yet */
  readonly document: Stored | null;
}

export interface OpenTransaction {
  readonly snapshot: number;
  readonly writes: Map<string, Stored | null>;
}

const keyOf = (collection: string, id: string): string => `${collection}/${id}`;

export class MemoryStore {
  private sequence = 0;
  private readonly collections = new Map<string, Map<string, Stored>>();
  /** what documents were before, as long as somebody may look */
  private readonly history = new Map<string, Version[]>();
  private readonly changedAt = new Map<string, number>();
  private readonly locks = new Map<string, OpenTransaction>();
  private readonly open = new Set<OpenTransaction>();

  all(collection: string): ReadonlyMap<string, Stored> {
    return this.collections.get(collection) ?? new Map<string, Stored>();
  }

  begin(): OpenTransaction {
    const transaction = { snapshot: this.sequence, writes: new Map<string, Stored | null>() };
    this.open.add(transaction);
    return transaction;
  }

  end(transaction: OpenTransaction): void {
    this.open.delete(transaction);
    for (const key of transaction.writes.keys()) this.locks.delete(key);
    if (this.open.size === 0) this.history.clear();
  }

  isOpen(transaction: OpenTransaction): boolean {
    return this.open.has(transaction);
  }

  /** What the transaction sees. */
  read(transaction: OpenTransaction, collection: string, id: string): Stored | null {
    const key = keyOf(collection, id);
    const own = transaction.writes.get(key);
    if (own !== undefined) return own;
    if ((this.changedAt.get(key) ?? 0) <= transaction.snapshot) return this.all(collection).get(id) ?? null;
    const versions = this.history.get(key) ?? [];
    for (let index = versions.length - 1; index >= 0; index -= 1) {
      const version = versions[index];
      if (version !== undefined && version.sequence <= transaction.snapshot) return version.document;
    }
    return null;
  }

  /** Throws when somebody else was first. */
  write(transaction: OpenTransaction, collection: string, id: string, document: Stored | null): void {
    const key = keyOf(collection, id);
    const owner = this.locks.get(key);
    if (owner !== undefined && owner !== transaction) throw new RepeatableError('TransactionBusy');
    if ((this.changedAt.get(key) ?? 0) > transaction.snapshot) throw new RepeatableError('WriteConflict');
    this.locks.set(key, transaction);
    transaction.writes.set(key, document);
  }

  commit(transaction: OpenTransaction): void {
    this.sequence += 1;
    for (const [key, document] of transaction.writes) {
      const [collection = '', id = ''] = key.split('/');
      this.replace(collection, id, document);
    }
    this.end(transaction);
  }

  /** Outside any transaction. Throws while one holds the document: the cloud would let it wait. */
  put(collection: string, document: Stored): void {
    if (this.locks.has(keyOf(collection, document._id))) throw new RepeatableError('the document is locked');
    this.sequence += 1;
    this.replace(collection, document._id, document);
  }

  private replace(collection: string, id: string, document: Stored | null): void {
    const key = keyOf(collection, id);
    const documents = this.collections.get(collection) ?? new Map<string, Stored>();
    this.collections.set(collection, documents);
    const versions = this.history.get(key) ?? [];
    const before = { sequence: this.changedAt.get(key) ?? 0, document: documents.get(id) ?? null };
    this.history.set(key, [...versions, before]);
    this.changedAt.set(key, this.sequence);
    if (document === null) documents.delete(id);
    else documents.set(id, document);
  }
}
