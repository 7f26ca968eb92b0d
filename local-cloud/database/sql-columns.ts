/**
 * Why this exists: an answer of a few fields from an index that holds them all, without reading a document –
 * where the kinds the paths ever held leave no doubt what the document says.
 */
import type { CollectionCatalogue, TrackedPath } from './catalogue';
import { includedPaths } from './projection';
import type { JsonObject, JsonValue } from './types';
import { KIND, splitPath } from './values';

export interface ColumnPlan {
  readonly columns: readonly string[];
  /** one row of the columns as the projected document's text */
  readonly toText: (row: readonly unknown[]) => string;
}

const PLAIN = KIND.number | KIND.string;

/** Undefined: not for SQL. */
export function planColumns(
  catalogue: CollectionCatalogue,
  projection: Record<string, unknown>,
): ColumnPlan | undefined {
  const included = includedPaths(projection);
  if (included === undefined || !hasIndexOf(catalogue, included)) return undefined;
  const paths = included.flatMap((path) => catalogue.path(path) ?? []);
  if (paths.length < included.length || !paths.every((path) => isCertain(path, paths))) return undefined;
  const fields = paths.map(({ path, kinds }) => ({
    parts: splitPath(path),
    hasNull: (kinds & KIND.null) !== 0,
  }));
  return {
    columns: paths.map(({ expression }) => expression),
    toText: (row) => {
      const document: JsonObject = {};
      for (const [place, { parts, hasNull }] of fields.entries()) {
        const value = plainValue(row[place]);
        if (value !== null || hasNull) writeAt(document, parts, value);
      }
      return JSON.stringify(document);
    },
  };
}

/** `_id` is in every index. */
function hasIndexOf(catalogue: CollectionCatalogue, paths: readonly string[]): boolean {
  return catalogue.indexes.some(({ keys }) =>
    paths.every((path) => path === '_id' || keys.some(({ field }) => field === path)),
  );
}

/**
 * Numbers and texts, and either nulls or nothing at all where there is no value. A field may also be missing
 * in an object that is there, when another one asked for is in all such objects and so tells that it is.
 */
function isCertain(path: TrackedPath, asked: readonly TrackedPath[]): boolean {
  const isOnly = ({ kinds }: TrackedPath, allowed: number): boolean => (kinds & ~(PLAIN | allowed)) === 0;
  if (isOnly(path, KIND.null) || isOnly(path, KIND.missing)) return true;
  const tells = (other: TrackedPath): boolean =>
    other.parts.length === 2 && other.parts[0] === path.parts[0] && isOnly(other, KIND.missing);
  return path.parts.length === 2 && isOnly(path, KIND.missing | KIND.hollow) && asked.some(tells);
}

function plainValue(value: unknown): JsonValue {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function writeAt(document: JsonObject, parts: readonly string[], value: JsonValue): void {
  let node = document;
  for (const [depth, part] of parts.entries()) {
    if (depth === parts.length - 1) node[part] = value;
    else {
      const inner = node[part];
      const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
      node[part] = next;
      node = next;
    }
  }
}
