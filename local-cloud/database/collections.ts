/** Why this exists: declared collections and indexes, kept in the file and in memory. */
import { CollectionCatalogue, indexStatements } from './catalogue';
import { isPlainObject, parseStoredText } from './ejson';
import { collectionMissing, invalidParameter, requestFailed } from './errors';
import type { Store } from './store';
import type { CollectionSummary, IndexDeclaration, IndexKey } from './types';
import { kindAt } from './values';

const LEARN_PAGE = 5000;

function parseDirection(value: unknown): IndexKey['direction'] {
  if (value === 1 || value === -1 || value === '2dsphere') return value;
  throw invalidParameter(`the index direction ${String(value)}`);
}

function parseDeclaration(text: string): IndexDeclaration {
  const value: unknown = JSON.parse(text);
  if (!isPlainObject(value) || !Array.isArray(value['keys'])) throw invalidParameter('index declaration');
  return {
    name: String(value['name']),
    unique: value['unique'] === true,
    keys: value['keys'].map((key: unknown) => {
      if (!isPlainObject(key)) throw invalidParameter('index declaration');
      return { field: String(key['field']), direction: parseDirection(key['direction']) };
    }),
  };
}

function sameDeclaration(left: IndexDeclaration, right: IndexDeclaration): boolean {
  return (
    (left.unique === true) === (right.unique === true) &&
    JSON.stringify(left.keys.map((key) => [key.field, key.direction])) ===
      JSON.stringify(right.keys.map((key) => [key.field, key.direction]))
  );
}

export class Collections {
  private readonly byName = new Map<string, CollectionCatalogue>();

  constructor(private readonly store: Store) {
    for (const name of store.queryTexts('SELECT name FROM meta_collections', [])) {
      this.byName.set(name, new CollectionCatalogue(name));
    }
    for (const [name, declaration] of store.query('SELECT collection, declaration FROM meta_indexes', [])) {
      this.byName.get(String(name))?.addIndex(parseDeclaration(String(declaration)));
    }
    for (const [name, path, kinds] of store.query('SELECT collection, path, kinds FROM meta_kinds', [])) {
      const tracked = this.byName.get(String(name))?.path(String(path));
      if (tracked !== undefined) tracked.kinds |= Number(kinds);
    }
  }

  /** The collection; refuses one that was never declared. */
  get(name: unknown): CollectionCatalogue {
    if (typeof name !== 'string') throw invalidParameter('collectionName must be a string');
    const found = this.byName.get(name);
    if (found === undefined) throw collectionMissing(name);
    return found;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  declare(name: string): void {
    if (this.byName.has(name)) return;
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) throw invalidParameter(`collection name '${name}'`);
    const catalogue = new CollectionCatalogue(name);
    this.store.execute([
      `CREATE TABLE ${catalogue.table}(_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`,
      `INSERT INTO meta_collections VALUES('${name}')`,
    ]);
    this.byName.set(name, catalogue);
  }

  /** Adds an index; the same declaration again does nothing, another one under the name is refused. */
  declareIndex(collection: string, index: IndexDeclaration): void {
    const catalogue = this.get(collection);
    if (!/^[A-Za-z0-9_.-]{1,80}$/.test(index.name) || index.keys.length === 0) {
      throw invalidParameter(`index '${index.name}'`);
    }
    const existing = catalogue.indexes.find((item) => item.name === index.name);
    if (existing !== undefined) {
      if (sameDeclaration(existing, index)) return;
      throw requestFailed(`index '${index.name}' of '${collection}' exists with another declaration`);
    }
    // tried on a copy, so that a refused index leaves the catalogue as it was
    const trial = new CollectionCatalogue(collection);
    trial.addIndex(index);
    this.store.execute(indexStatements(trial, index));
    const fresh = catalogue.addIndex(index);
    if (fresh.length > 0) this.learnFromTable(catalogue);
    this.store.run('INSERT INTO meta_indexes VALUES(?,?,?)', [collection, index.name, JSON.stringify(index)]);
    this.store.persistKinds(catalogue, catalogue.trackedPaths());
    this.store.flush();
  }

  /** Takes one index and its declaration away; one that is not there is no failure. */
  removeIndex(collection: string, name: string): void {
    const catalogue = this.get(collection);
    const place = catalogue.indexes.findIndex((index) => index.name === name);
    if (place === -1) return;
    catalogue.indexes.splice(place, 1);
    const [stored, missing] = [`i:${collection}:${name}`, `i:${collection}:${name}:missing`];
    this.store.execute([`DROP INDEX IF EXISTS "${stored}"`, `DROP INDEX IF EXISTS "${missing}"`]);
    this.store.run('DELETE FROM meta_indexes WHERE collection = ? AND name = ?', [collection, name]);
    this.store.flush();
  }

  /** Takes the indexes away while much is loaded; their declarations and what is learnt by them stay. */
  dropIndexes(): void {
    const names = this.store.queryTexts(
      `SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'i:%'`,
      [],
    );
    this.store.execute(names.map((name) => `DROP INDEX "${name}"`));
  }

  makeIndexes(): void {
    const statements = [...this.byName.values()].flatMap((catalogue) =>
      catalogue.indexes.flatMap((index) => indexStatements(catalogue, index)),
    );
    for (const statement of statements) this.store.execute([statement]);
  }

  private learnFromTable(catalogue: CollectionCatalogue): void {
    // in the order of the file: in that of the ids a large table is read from all over the disk
    let after = 0;
    for (;;) {
      const rows = this.store.query(
        `SELECT rowid, doc FROM ${catalogue.table} WHERE rowid > ? ORDER BY rowid LIMIT ${LEARN_PAGE}`,
        [after],
      );
      for (const row of rows) {
        const document = parseStoredText(String(row[1]));
        for (const tracked of catalogue.trackedPaths()) tracked.kinds |= kindAt(document, tracked.parts);
      }
      if (rows.length < LEARN_PAGE) return;
      after = Number(rows[rows.length - 1]?.[0]);
    }
  }

  list(): CollectionSummary[] {
    return [...this.byName.values()].map((catalogue) => ({
      name: catalogue.name,
      count: Number(this.store.query(`SELECT count(*) FROM ${catalogue.table}`, [])[0]?.[0] ?? 0),
      indexes: catalogue.indexes.map((index) => ({ ...index })),
    }));
  }

  /** Deletes every document; declarations stay. */
  clear(): void {
    const tables = [...this.byName.values()];
    this.store.execute([
      ...tables.map((catalogue) => `DELETE FROM ${catalogue.table}`),
      'DELETE FROM meta_kinds',
    ]);
    for (const catalogue of tables) {
      for (const tracked of catalogue.trackedPaths()) tracked.kinds = 0;
    }
  }
}
