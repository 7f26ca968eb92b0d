/** Why this exists: the database's order of types and values, equality, and walking of dotted paths. */
import { isJsonObject, isPlainObject, storedDate } from './ejson';
import { invalidParameter, notImplemented } from './errors';
import type { JsonObject, JsonValue, RuntimeDocument, SortKey } from './types';

/**
 * Bits of what a path ever held; `array` means an array anywhere along the path, `missing` that there was
 * nothing of it, `hollow` that there was an object on the way and nothing at its end.
 */
export const KIND = {
  null: 1,
  number: 2,
  string: 4,
  boolean: 8,
  date: 16,
  object: 32,
  array: 64,
  missing: 128,
  hollow: 256,
} as const;

/** What a filter, an order and SQL do not tell from null. */
export const NO_VALUE = KIND.null | KIND.missing | KIND.hollow;

export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '')) throw invalidParameter(`'${path}' is not a field path`);
  return parts;
}

/** Every kind the path holds in one stored document. */
export function kindAt(document: JsonObject, parts: readonly string[]): number {
  let value: JsonValue | undefined = document;
  for (const [depth, part] of parts.entries()) {
    if (Array.isArray(value)) return KIND.array;
    if (!isJsonObject(value) || storedDate(value) !== undefined) return nothingAt(depth);
    value = value[part];
  }
  if (value === undefined) return nothingAt(parts.length);
  if (value === null) return KIND.null;
  if (Array.isArray(value)) return KIND.array;
  if (typeof value === 'number') return KIND.number;
  if (typeof value === 'string') return KIND.string;
  if (typeof value === 'boolean') return KIND.boolean;
  return storedDate(value) === undefined ? KIND.object : KIND.date;
}

/** The path ends after so many steps into the document. */
function nothingAt(depth: number): number {
  return depth > 1 ? KIND.hollow : KIND.missing;
}

/** The stored value at a path without arrays; missing is null. */
export function storedValueAt(document: JsonObject, parts: readonly string[]): JsonValue {
  let value: JsonValue | undefined = document;
  for (const part of parts) {
    if (!isJsonObject(value)) return null;
    value = value[part];
  }
  return value ?? null;
}

function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (typeof value === 'boolean') return 6;
  if (value instanceof Date) return 7;
  return 4;
}

function compareLists(left: readonly unknown[], right: readonly unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareObjects(left: Record<string, unknown>, right: Record<string, unknown>): number {
  const leftKeys = Object.keys(left);
  const rightKeys = Object.keys(right);
  const length = Math.min(leftKeys.length, rightKeys.length);
  for (let index = 0; index < length; index += 1) {
    const leftKey = leftKeys[index] ?? '';
    const rightKey = rightKeys[index] ?? '';
    const order = compareValues(leftKey, rightKey) || compareValues(left[leftKey], right[rightKey]);
    if (order !== 0) return order;
  }
  return leftKeys.length - rightKeys.length;
}

function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The order of MongoDB: null, numbers, strings, objects, arrays, booleans, dates. Runtime values. */
export function compareValues(left: unknown, right: unknown): number {
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right);
  if (isPlainObject(left) && isPlainObject(right)) return compareObjects(left, right);
  return 0;
}

/** Equality of stored values; the order of an object's fields counts, as in BSON. */
export function sameStored(left: JsonValue, right: JsonValue): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Values at a path, through arrays of objects as queries see them. */
export function runtimeValuesAt(value: unknown, parts: readonly string[]): unknown[] {
  const [head, ...rest] = parts;
  if (head === undefined) return Array.isArray(value) && value.length > 0 ? value : [value];
  if (Array.isArray(value)) {
    const index = /^\d+$/.test(head) ? runtimeValuesAt(value[Number(head)], rest) : [];
    return [...index, ...value.filter(isPlainObject).flatMap((item) => runtimeValuesAt(item, parts))];
  }
  return isPlainObject(value) ? runtimeValuesAt(value[head], rest) : [undefined];
}

function sortValue(document: RuntimeDocument, parts: readonly string[], direction: 1 | -1): unknown {
  const values = runtimeValuesAt(document, parts);
  let best: unknown = values[0];
  for (const value of values) {
    if (compareValues(value, best) * direction < 0) best = value;
  }
  return best;
}

/** Stable sort of runtime documents; an array counts by its least (or greatest) element. */
export function sortDocuments<T>(
  rows: T[],
  keys: readonly SortKey[],
  documentOf: (row: T) => RuntimeDocument,
): T[] {
  const paths = keys.map((key) => splitPath(key.path));
  const keyed = rows.map((row) => {
    const document = documentOf(row);
    return { row, values: keys.map((key, index) => sortValue(document, paths[index] ?? [], key.direction)) };
  });
  keyed.sort((left, right) => {
    for (let index = 0; index < keys.length; index += 1) {
      const order = compareValues(left.values[index], right.values[index]) * (keys[index]?.direction ?? 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** `{"at":-1,"name":1}` as sent by orderBy. */
export function parseSort(order: unknown): SortKey[] {
  if (!isPlainObject(order)) throw invalidParameter('order must be an object');
  return Object.entries(order).map(([path, direction]) => {
    splitPath(path);
    if (direction === 1 || direction === -1) return { path, direction };
    throw notImplemented(`the order ${JSON.stringify(direction)} of '${path}'`);
  });
}
