/**
 * Why this exists: what is known of a collection – its indexes, and for every indexed path which kinds of
 * value it ever held. Only those paths are pushed down to SQL, and only as far as the kinds allow.
 */
import { notImplemented } from './errors';
import type { IndexDeclaration, JsonObject } from './types';
import { KIND, kindAt, splitPath, storedValueAt } from './values';

export interface TrackedPath {
  path: string;
  parts: readonly string[];
  /** SQL of the value: dates as milliseconds, missing and null as NULL */
  expression: string;
  /** SQL of the JSON type, never NULL */
  typeExpression: string;
  /** bits of KIND; only grows until the collection is cleared */
  kinds: number;
}

const ANY_KIND = 511;

function sqlPath(parts: readonly string[]): string {
  return `$${parts.map((part) => `."${part}"`).join('')}`;
}

/** A quote would break out of the JSON path; a number may mean an array position. */
function isPlainPath(parts: readonly string[]): boolean {
  return !parts.some((part) => /["'\\]/.test(part) || /^\d+$/.test(part));
}

/** SQL that is true when an array lies along the path, where only mingo knows whether a document matches. */
export function arrayGuard(path: TrackedPath): string {
  return path.parts
    .map((_, index) => `json_type(doc,'${sqlPath(path.parts.slice(0, index + 1))}')='array'`)
    .join(' OR ');
}

/** A path without an index: nothing is known of its kinds. Undefined when SQL cannot name it. */
export function unindexedPath(path: string): TrackedPath | undefined {
  return isPlainPath(splitPath(path)) ? { ...trackedPath(path), kinds: ANY_KIND } : undefined;
}

function trackedPath(path: string): TrackedPath {
  const parts = splitPath(path);
  if (!isPlainPath(parts)) throw notImplemented(`an index on '${path}'`);
  const at = sqlPath(parts);
  return {
    path,
    parts,
    expression: `coalesce(json_extract(doc,'${at}."$date"'),json_extract(doc,'${at}'))`,
    typeExpression: `ifnull(json_type(doc,'${at}'),'null')`,
    kinds: 0,
  };
}

const ID_PATH: TrackedPath = {
  path: '_id',
  parts: ['_id'],
  expression: '_id',
  typeExpression: "'text'",
  kinds: KIND.string,
};

export class CollectionCatalogue {
  readonly table: string;
  readonly indexes: IndexDeclaration[] = [];
  private readonly paths = new Map<string, TrackedPath>();

  constructor(readonly name: string) {
    this.table = `"c:${name}"`;
  }

  path(path: string): TrackedPath | undefined {
    return path === '_id' ? ID_PATH : this.paths.get(path);
  }

  trackedPaths(): TrackedPath[] {
    return [...this.paths.values()];
  }

  uniqueIndexes(): IndexDeclaration[] {
    return this.indexes.filter((index) => index.unique === true);
  }

  geoFields(): string[] {
    return this.indexes
      .flatMap((index) => index.keys)
      .filter((key) => key.direction === '2dsphere')
      .map((key) => key.field);
  }

  /** Adds a declaration; answers the paths not tracked before. */
  addIndex(index: IndexDeclaration): TrackedPath[] {
    this.indexes.push(index);
    const fresh: TrackedPath[] = [];
    for (const key of index.keys) {
      if (key.direction === '2dsphere' || key.field === '_id' || this.paths.has(key.field)) continue;
      const tracked = trackedPath(key.field);
      this.paths.set(key.field, tracked);
      fresh.push(tracked);
    }
    return fresh;
  }

  /** Learns the kinds of one document; answers the paths that learnt something new. */
  learn(document: JsonObject): TrackedPath[] {
    const grown: TrackedPath[] = [];
    for (const tracked of this.paths.values()) {
      const kind = kindAt(document, tracked.parts);
      if ((tracked.kinds & kind) === 0) {
        tracked.kinds |= kind;
        grown.push(tracked);
      }
    }
    return grown;
  }

  /** The key of a document in a unique index; missing and null are the same key. */
  uniqueKey(index: IndexDeclaration, document: JsonObject): string {
    return JSON.stringify(
      index.keys.map((key) => {
        const parts = splitPath(key.field);
        if (kindAt(document, parts) === KIND.array) {
          throw notImplemented(`an array in the unique index '${index.name}'`);
        }
        return storedValueAt(document, parts);
      }),
    );
  }
}

/** The CREATE statements of one declared index. */
export function indexStatements(catalogue: CollectionCatalogue, index: IndexDeclaration): string[] {
  const paths = index.keys.map((key) => ({ tracked: catalogue.path(key.field), direction: key.direction }));
  const columns: string[] = [];
  const types: string[] = [];
  const nulls: string[] = [];
  for (const { tracked, direction } of paths) {
    if (tracked === undefined || direction === '2dsphere') continue;
    columns.push(`${tracked.expression}${direction === -1 ? ' DESC' : ''}`);
    types.push(tracked.typeExpression);
    if (tracked.path !== '_id') nulls.push(`${tracked.expression} IS NULL`);
  }
  if (columns.length === 0) return [];
  const name = `i:${catalogue.name}:${index.name}`;
  if (index.unique !== true) return [`CREATE INDEX "${name}" ON ${catalogue.table}(${columns.join(',')})`];
  // the type keeps 1 and true apart; the second index makes a second missing value clash, as in MongoDB
  const filled = paths.map(({ tracked }) => `ifnull(${tracked?.expression ?? 'NULL'},x'00')`);
  return [
    `CREATE UNIQUE INDEX "${name}" ON ${catalogue.table}(${[...columns, ...types].join(',')})`,
    `CREATE UNIQUE INDEX "${name}:missing" ON ${catalogue.table}(${[...filled, ...types].join(',')})` +
      ` WHERE ${nulls.length === 0 ? '0' : nulls.join(' OR ')}`,
  ];
}
