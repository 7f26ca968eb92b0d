/** Why this exists: the fields of a query's answer, as text ready for the wire. */
import { Query } from 'mingo';
import {
  isJsonObject,
  isPlainObject,
  parseStoredText,
  runtimeToStored,
  storedDate,
  textToRuntime,
} from './ejson';
import { invalidParameter, notImplemented, requestFailed } from './errors';
import { asRequest } from './matcher';
import type { JsonObject, RuntimeDocument } from './types';
import { splitPath } from './values';

const PROJECTION_OPERATORS = new Set(['$slice', '$elemMatch']);

export type Projection = (text: string) => string;

function checkProjection(projection: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(projection)) {
    if (field.startsWith('$') || field === '') throw invalidParameter(`the projection field '${field}'`);
    if (value === 0 || value === 1 || value === true || value === false) continue;
    const operator = isPlainObject(value) ? Object.keys(value)[0] : undefined;
    if (operator === undefined || !PROJECTION_OPERATORS.has(operator)) {
      throw notImplemented(`the projection ${JSON.stringify(value)} of '${field}'`);
    }
  }
}

/** Wanted fields by name; `true`: the whole value, else what is wanted inside it. */
interface Wanted {
  [field: string]: true | Wanted;
}

function wantedOf(paths: readonly string[]): Wanted {
  const wanted: Wanted = {};
  for (const path of paths) {
    const parts = splitPath(path);
    const last = parts.pop() ?? path;
    let node = wanted;
    for (const part of parts) {
      const inner = node[part];
      if (inner === true) throw requestFailed(`Path collision at ${path}`);
      node = node[part] = inner ?? {};
    }
    if (node[last] !== undefined) throw requestFailed(`Path collision at ${path}`);
    node[last] = true;
  }
  return wanted;
}

/** Picks fields without decoding the document; undefined when an array lies on the way. */
function pick(document: JsonObject, wanted: Wanted): JsonObject | undefined {
  const picked: JsonObject = {};
  for (const field of Object.keys(document)) {
    const value = document[field];
    const inner = wanted[field];
    if (inner === undefined || value === undefined) continue;
    if (inner === true) picked[field] = value;
    else if (Array.isArray(value)) return undefined;
    else if (isJsonObject(value) && storedDate(value) === undefined) {
      const found = pick(value, inner);
      if (found === undefined) return undefined;
      picked[field] = found;
    }
  }
  return picked;
}

/** The paths of a projection that only includes, `_id` with them unless it is left out; else undefined. */
export function includedPaths(projection: Record<string, unknown>): string[] | undefined {
  const entries = Object.entries(projection);
  const included = entries.filter(([, value]) => value === 1 || value === true).map(([field]) => field);
  const omitsId = projection['_id'] === 0 || projection['_id'] === false;
  if (included.length === 0 || included.length !== entries.length - (omitsId ? 1 : 0)) return undefined;
  return omitsId ? included : [...new Set([...included, '_id'])];
}

/** Compiles a projection; undefined keeps the stored text as it is. */
export function buildProjection(projection: unknown): Projection {
  if (projection === undefined) return (text) => text;
  if (!isPlainObject(projection)) throw invalidParameter('projection must be an object');
  checkProjection(projection);
  if (Object.keys(projection).length === 0) return (text) => text;
  const query = new Query({}, {});
  const general: Projection = (text) =>
    asRequest(() => {
      const [answer] = query.find<RuntimeDocument>([textToRuntime(text)], projection).all();
      return JSON.stringify(runtimeToStored(answer ?? {}));
    });
  const included = includedPaths(projection);
  if (included === undefined) return general;
  const wanted = wantedOf(included);
  return (text) => {
    const picked = pick(parseStoredText(text), wanted);
    return picked === undefined ? general(text) : JSON.stringify(picked);
  };
}
