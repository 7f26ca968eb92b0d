/**
 * Why this exists: snapshot isolation. While a transaction is open every commit leaves the text it
 * replaced, so the transaction keeps reading its snapshot; its own writes wait in an overlay. The first
 * updater of a document wins: a second transaction fails at once, a plain write waits.
 */
import { randomBytes } from 'node:crypto';
import { clearTimeout, setTimeout } from 'node:timers';
import { transactionBusy, transactionConflict, transactionMissing } from './errors';
import type { DocumentText } from './types';

/** longest real time between two looks at the injected clock while waiting for a lock, milliseconds */
const WAIT_POLL_MILLISECONDS = 20;

export interface Transaction {
  readonly id: string;
  /** the last commit it can see */
  readonly snapshot: number;
  readonly startedAt: number;
  /** collection → document id → text after the transaction */
  readonly overlay: Map<string, Map<string, DocumentText>>;
  readonly locks: Set<string>;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

interface Change {
  sequence: number;
  before: DocumentText;
}

/** The lock of a document. */
export function documentLock(collection: string, id: string): string {
  return `d\n${collection}\n${id}`;
}

/** The lock of a key in a unique index. */
export function uniqueLock(collection: string, index: string, key: string): string {
  return `u\n${collection}\n${index}\n${key}`;
}

export class Transactions {
  private sequence = 0;
  private readonly open = new Map<string, Transaction>();
  private readonly owners = new Map<string, Transaction>();
  private readonly history = new Map<string, Map<string, Change[]>>();
  private log: Array<{ sequence: number; collection: string; id: string }> = [];

  constructor(
    private readonly clock: () => number,
    private readonly lifeMilliseconds: number,
  ) {}

  get openCount(): number {
    return this.open.size;
  }

  start(): Transaction {
    this.expire();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const transaction: Transaction = {
      id: randomBytes(16).toString('hex'),
      snapshot: this.sequence,
      startedAt: this.clock(),
      overlay: new Map(),
      locks: new Set(),
      ended,
      end,
    };
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  /** The open transaction; throws when it ended or outlived its time. */
  get(id: unknown): Transaction {
    this.expire();
    const transaction = typeof id === 'string' ? this.open.get(id) : undefined;
    if (transaction === undefined) throw transactionMissing(this.lifeMilliseconds);
    return transaction;
  }

  /** Ends a transaction: its locks are free, its snapshot is forgotten. */
  finish(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const lock of transaction.locks) this.owners.delete(lock);
    transaction.end();
    this.prune();
  }

  finishAll(): void {
    for (const transaction of [...this.open.values()]) this.finish(transaction);
  }

  private expire(): void {
    const now = this.clock();
    for (const transaction of [...this.open.values()]) {
      if (now - transaction.startedAt > this.lifeMilliseconds) this.finish(transaction);
    }
  }

  private prune(): void {
    if (this.open.size === 0) {
      this.history.clear();
      this.log = [];
      return;
    }
    let oldest = Infinity;
    for (const transaction of this.open.values()) oldest = Math.min(oldest, transaction.snapshot);
    let stale = 0;
    for (const entry of this.log) {
      if (entry.sequence > oldest) break;
      stale += 1;
      const changes = this.history.get(entry.collection);
      const kept = changes?.get(entry.id)?.filter((change) => change.sequence > oldest) ?? [];
      if (kept.length === 0) changes?.delete(entry.id);
      else changes?.set(entry.id, kept);
    }
    if (stale > 0) this.log = this.log.slice(stale);
  }

  /** Numbers the next commit; every document it changes is recorded under it. */
  nextCommit(): number {
    this.sequence += 1;
    return this.sequence;
  }

  /** Keeps the text a commit replaced, as long as somebody may need it. */
  record(sequence: number, collection: string, id: string, before: DocumentText): void {
    if (this.open.size === 0) return;
    let changes = this.history.get(collection);
    if (changes === undefined) {
      changes = new Map<string, Change[]>();
      this.history.set(collection, changes);
    }
    const list = changes.get(id);
    if (list === undefined) changes.set(id, [{ sequence, before }]);
    else list.push({ sequence, before });
    this.log.push({ sequence, collection, id });
  }

  /** The text at the snapshot if the document changed since; undefined when the table is right. */
  private snapshotText(transaction: Transaction, collection: string, id: string): Change | undefined {
    return this.history
      .get(collection)
      ?.get(id)
      ?.find((change) => change.sequence > transaction.snapshot);
  }

  /** Documents the transaction sees otherwise than the table has them. */
  differences(transaction: Transaction, collection: string): Map<string, DocumentText> {
    const seen = new Map<string, DocumentText>();
    for (const id of this.history.get(collection)?.keys() ?? []) {
      const change = this.snapshotText(transaction, collection, id);
      if (change !== undefined) seen.set(id, change.before);
    }
    for (const [id, text] of transaction.overlay.get(collection) ?? []) seen.set(id, text);
    return seen;
  }

  /** What the transaction sees of one document; undefined when the table has the answer. */
  seen(transaction: Transaction, collection: string, id: string): DocumentText | undefined {
    const overlay = transaction.overlay.get(collection);
    if (overlay?.has(id) === true) return overlay.get(id) ?? null;
    return this.snapshotText(transaction, collection, id)?.before;
  }

  hasChangedSince(transaction: Transaction, collection: string, id: string): boolean {
    return this.snapshotText(transaction, collection, id) !== undefined;
  }

  /** Takes a lock or fails at once. */
  lock(transaction: Transaction, lock: string): void {
    const owner = this.owners.get(lock);
    if (owner !== undefined && owner !== transaction) throw transactionBusy();
    this.owners.set(lock, transaction);
    transaction.locks.add(lock);
  }

  /** Locks a document for writing: the first updater wins. */
  lockDocument(transaction: Transaction, collection: string, id: string): void {
    this.lock(transaction, documentLock(collection, id));
    if (this.hasChangedSince(transaction, collection, id)) throw transactionConflict();
  }

  /** The open transaction that holds any of the locks. */
  holder(locks: Iterable<string>): Transaction | undefined {
    if (this.owners.size === 0) return undefined;
    this.expire();
    for (const lock of locks) {
      const owner = this.owners.get(lock);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  /** Resolves when the transaction ended, or when it is time to look at the clock again. */
  async waitFor(transaction: Transaction): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const poll = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, WAIT_POLL_MILLISECONDS);
    });
    await Promise.race([transaction.ended, poll]);
    clearTimeout(timer);
  }
}
