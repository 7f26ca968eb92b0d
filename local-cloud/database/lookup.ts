/**
 * Why this exists: narrows the foreign rows a `$lookup` loads, so that a join by an indexed field does not
 * scan.
 */
import type { CollectionCatalogue } from './catalogue';
import { isPlainObject } from './ejson';
import type { RuntimeDocument, RuntimeFilter } from './types';
import { runtimeValuesAt, splitPath } from './values';

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date
  );
}

/** The distinct scalar values of a local path, missing as null; undefined when some value is no scalar. */
function localValues(documents: readonly RuntimeDocument[], path: string): unknown[] | undefined {
  const values = new Map<string, unknown>([['null', null]]);
  const parts = splitPath(path);
  for (const document of documents) {
    for (const found of runtimeValuesAt(document, parts)) {
      const value = found ?? null;
      if (!isScalar(value)) return undefined;
      values.set(value instanceof Date ? `date ${value.getTime()}` : JSON.stringify(value), value);
    }
  }
  return [...values.values()];
}

function membership(
  foreign: CollectionCatalogue,
  field: string,
  documents: readonly RuntimeDocument[],
  path: string,
): RuntimeFilter[] {
  if (foreign.path(field) === undefined) return [];
  const values = localValues(documents, path);
  return values === undefined ? [] : [{ [field]: { $in: values } }];
}

/** `['$field','$$name']` in either order. */
function comparedPair(value: unknown): { field: string; name: string } | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const list: readonly unknown[] = value;
  const [left, right] = list;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const [field, name] = left.startsWith('$$') ? [right, left] : [left, right];
  return /^\$[^$]/.test(field) && /^\$\$\w+$/.test(name)
    ? { field: field.slice(1), name: name.slice(2) }
    : undefined;
}

function equalities(expression: unknown): Array<{ field: string; name: string }> {
  if (!isPlainObject(expression)) return [];
  if (Array.isArray(expression['$and'])) return expression['$and'].flatMap(equalities);
  const pair = comparedPair(expression['$eq']);
  return pair === undefined ? [] : [pair];
}

/** A superset of the rows of `foreign` that any of the documents can join. */
export function lookupFilter(
  foreign: CollectionCatalogue,
  lookup: Record<string, unknown>,
  inner: ReadonlyArray<readonly [string, unknown]>,
  documents: readonly RuntimeDocument[],
): RuntimeFilter {
  const filters: RuntimeFilter[] = [];
  const { localField, foreignField } = lookup;
  if (typeof localField === 'string' && typeof foreignField === 'string') {
    filters.push(...membership(foreign, foreignField, documents, localField));
  }
  const variables = isPlainObject(lookup['let']) ? lookup['let'] : {};
  const [first] = inner;
  if (first?.[0] === '$match' && isPlainObject(first[1])) {
    const { $expr: expression, ...plain } = first[1];
    if (Object.keys(plain).length > 0) filters.push(plain);
    for (const { field, name } of equalities(expression)) {
      const source = variables[name];
      if (typeof source !== 'string' || !/^\$[^$]/.test(source)) continue;
      filters.push(...membership(foreign, field, documents, source.slice(1)));
    }
  }
  return filters.length === 0 ? {} : { $and: filters };
}
