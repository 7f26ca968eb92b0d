/**
 * 操作记录 (TL1): the database as a command of an organiser or an office gets it. Whatever one of its
 * transactions writes of what is told, an entry goes along in that transaction: no handler writes it, so none
 * can forget it, and a repeated request that changes nothing adds nothing. One more round trip in each
 * transaction that changes something.
 */
import type { CollectionName, StoredDocument } from '../kernel/documents';
import type { Database, Transaction } from '../kernel/ports';
import { isTold } from './told-collections';

/** A document of any collection, read by paths. */
export type Fields = Readonly<Record<string, unknown>>;
export interface Written {
  readonly collection: CollectionName;
  readonly before: Fields | null;
  readonly after: Fields;
}
/** What a command read and wrote, when one of its transactions is about to be committed. */
export interface Changed {
  readonly written: readonly Written[];
  readonly seen: readonly { readonly collection: CollectionName; readonly document: Fields }[];
}
export type DeedDocument = StoredDocument<'deeds'>;
type Tell = (changed: Changed) => Promise<DeedDocument>;

export function recordingDatabase(database: Database, tell: Tell): Database {
  const seen = new Map<string, { collection: CollectionName; document: Fields }>();
  const transaction: Database['transaction'] = (work) =>
    database.transaction(async (inner) => {
      const recording = new RecordingTransaction(inner);
      const result = await work(recording);
      const written = recording.told();
      if (written.length > 0) {
        const known = [...recording.seen(), ...seen.values()];
        await inner.add('deeds', await tell({ written, seen: known }));
      }
      return result;
    });
  return {
    async get(collection, id) {
      const document = await database.get(collection, id);
      if (document !== null) seen.set(`${collection}/${id}`, { collection, document: parseFields(document) });
      return document;
    },
    getMany: (collection, ids) => database.getMany(collection, ids),
    find: (collection, query) => database.find(collection, query),
    findExcerpts: (name, query) => database.findExcerpts(name, query),
    count: (collection, where) => database.count(collection, where),
    sum: (collection, where, field) => database.sum(collection, where, field),
    sumBy: (collection, query) => database.sumBy(collection, query),
    put: (collection, document) =>
      isTold(collection)
        ? transaction((inner) => inner.put(collection, document))
        : database.put(collection, document),
    transaction,
  };
}

class RecordingTransaction implements Transaction {
  private readonly reads = new Map<string, { collection: CollectionName; document: Fields }>();
  private readonly writes = new Map<string, Written>();

  constructor(private readonly inner: Transaction) {}

  async get<Name extends CollectionName>(collection: Name, id: string): Promise<StoredDocument<Name> | null> {
    const document = await this.inner.get(collection, id);
    const key = `${collection}/${id}`;
    if (document !== null && !this.reads.has(key))
      this.reads.set(key, { collection, document: parseFields(document) });
    return document;
  }
  put<Name extends CollectionName>(collection: Name, document: StoredDocument<Name>): Promise<void> {
    this.note(collection, document);
    return this.inner.put(collection, document);
  }
  add<Name extends CollectionName>(collection: Name, document: StoredDocument<Name>): Promise<void> {
    this.note(collection, document);
    return this.inner.add(collection, document);
  }
  remove(collection: CollectionName, id: string): Promise<void> {
    return this.inner.remove(collection, id);
  }
  increment(
    collection: CollectionName,
    id: string,
    amounts: Readonly<Record<string, number>>,
  ): Promise<void> {
    return this.inner.increment(collection, id, amounts);
  }

  /** Of a document written twice: from what it was to what it became. */
  private note(collection: CollectionName, document: { readonly _id: string }): void {
    if (!isTold(collection)) return;
    const key = `${collection}/${document._id}`;
    const before = this.reads.get(key)?.document ?? null;
    this.writes.set(key, { collection, before, after: parseFields(document) });
  }

  told(): readonly Written[] {
    return [...this.writes.values()];
  }
  seen() {
    return [...this.reads.values()];
  }
}

/** Every document is a record of fields; which ones, its paths ask. */
function parseFields(document: object): Fields {
  return document as Fields;
}
