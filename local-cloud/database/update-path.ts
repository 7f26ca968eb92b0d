/**
 * Why this exists: reading and writing one dotted path of a stored document, with the database's refusals.
 */
import { isJsonObject, storedDate } from './ejson';
import { notImplemented, requestFailed } from './errors';
import type { JsonObject, JsonValue } from './types';
import { splitPath } from './values';

/** most empty places one write may add to an array */
const MAX_ARRAY_PADDING = 1_500_000;

export function parseUpdatePath(path: string): string[] {
  const parts = splitPath(path);
  if (parts.some((part) => part.startsWith('$'))) throw notImplemented(`the update path '${path}'`);
  if (parts.includes('__proto__')) throw notImplemented(`the update path '${path}'`);
  if (parts[0] === '_id') {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return parts;
}

function own(container: JsonObject, key: string): JsonValue | undefined {
  return Object.prototype.hasOwnProperty.call(container, key) ? container[key] : undefined;
}

export function readPath(document: JsonObject, parts: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const part of parts) {
    if (Array.isArray(value)) value = /^\d+$/.test(part) ? value[Number(part)] : undefined;
    else if (isJsonObject(value) && storedDate(value) === undefined) value = own(value, part);
    else return undefined;
  }
  return value;
}

function cannotCreate(part: string, holder: string, value: JsonValue): Error {
  return requestFailed(`Cannot create field '${part}' in element {${holder}: ${JSON.stringify(value)}}`);
}

function assign(container: JsonObject | JsonValue[], part: string, value: JsonValue, holder: string): void {
  if (!Array.isArray(container)) {
    container[part] = value;
    return;
  }
  if (!/^\d+$/.test(part)) throw cannotCreate(part, holder, container);
  const index = Number(part);
  if (index > container.length + MAX_ARRAY_PADDING) throw requestFailed('cannot backfill the array');
  while (container.length < index) container.push(null);
  container[index] = value;
}

function child(container: JsonObject | JsonValue[], part: string): JsonValue | undefined {
  if (!Array.isArray(container)) return own(container, part);
  return /^\d+$/.test(part) ? container[Number(part)] : undefined;
}

/**
 * Sets the path in place, creating objects on the way. A parent that exists but is no object or array – null
 * included – is refused, as the database does.
 */
export function writePath(document: JsonObject, parts: readonly string[], value: JsonValue): void {
  let container: JsonObject | JsonValue[] = document;
  let holder = '_id';
  for (const part of parts.slice(0, -1)) {
    let next = child(container, part);
    if (next === undefined) {
      next = {};
      assign(container, part, next, holder);
    }
    holder = part;
    if (Array.isArray(next)) container = next;
    else if (isJsonObject(next) && storedDate(next) === undefined) container = next;
    else throw cannotCreate(parts[parts.indexOf(part) + 1] ?? '', part, next);
  }
  assign(container, parts[parts.length - 1] ?? '', value, holder);
}

/** Removes the path in place; an array element becomes null, as in MongoDB. */
export function removePath(document: JsonObject, parts: readonly string[]): void {
  const holder = readPath(document, parts.slice(0, -1));
  const last = parts[parts.length - 1] ?? '';
  if (Array.isArray(holder)) {
    if (/^\d+$/.test(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isJsonObject(holder) && storedDate(holder) === undefined) Reflect.deleteProperty(holder, last);
}
