/**
 * Why this exists: the SDK sends canonical EJSON; the store keeps plain JSON with dates as `{"$date":ms}`;
 * mingo wants `Date`. This file is the only place that converts between the three.
 */
import { invalidParameter, notImplemented, requestFailed } from './errors';
import type { JsonObject, JsonValue, RuntimeDocument, RuntimeFilter } from './types';

/** now, epoch milliseconds */
type Clock = () => number;

export function parseJson(text: unknown, what: string): unknown {
  if (typeof text !== 'string') throw invalidParameter(`${what} must be a string`);
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(`${what} is not JSON`);
  }
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The milliseconds of a stored date `{"$date":ms}`, or undefined for anything else. */
export function storedDate(value: JsonValue | undefined): number | undefined {
  if (!isJsonObject(value)) return undefined;
  const milliseconds = value['$date'];
  return typeof milliseconds === 'number' ? milliseconds : undefined;
}

function finite(text: unknown, what: string): number {
  const number = typeof text === 'number' ? text : Number(text);
  if (!Number.isFinite(number)) throw notImplemented(`the number ${String(text)} (${what})`);
  return number;
}

function dateOf(value: unknown): number {
  if (typeof value === 'number') return finite(value, '$date');
  if (typeof value === 'string') return finite(Date.parse(value), '$date');
  if (isPlainObject(value) && '$numberLong' in value) return finite(value['$numberLong'], '$date');
  throw invalidParameter('a date must be a number of milliseconds or an ISO string');
}

/** A `$number…`, `$date` or server date, as a number or a date; undefined when the key is something else. */
function scalarOf(key: string, value: unknown, clock: Clock): number | { milliseconds: number } | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return finite(value, key);
    case '$date':
      return { milliseconds: dateOf(value) };
    case '$tcb_server_date': {
      const offset = isPlainObject(value) ? scalarValue(value['offset']) : 0;
      return { milliseconds: clock() + offset };
    }
    case '$oid':
    case '$numberDecimal':
    case '$binary':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$symbol':
    case '$code':
    case '$dbPointer':
    case '$undefined':
      throw notImplemented(`the EJSON type ${key}`);
    default:
      return undefined;
  }
}

function scalarValue(value: unknown): number {
  if (typeof value === 'number') return finite(value, 'number');
  if (!isPlainObject(value)) return 0;
  const key = Object.keys(value)[0];
  const scalar = key === undefined ? undefined : scalarOf(key, value[key], () => 0);
  return typeof scalar === 'number' ? scalar : 0;
}

/** EJSON of a document to store. Refuses field names the database cannot hold. */
export function toStored(value: unknown, clock: Clock): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return finite(value, 'number');
  if (Array.isArray(value)) return value.map((item) => toStored(item, clock));
  if (!isPlainObject(value)) throw invalidParameter('a document holds only JSON values');
  const keys = Object.keys(value);
  const first = keys[0];
  if (keys.length === 1 && first !== undefined && first.startsWith('$')) {
    const scalar = scalarOf(first, value[first], clock);
    if (typeof scalar === 'number') return scalar;
    if (scalar !== undefined) return { $date: scalar.milliseconds };
  }
  const stored: JsonObject = {};
  for (const key of keys) {
    if (key.startsWith('$'))
      throw requestFailed(`The dollar ($) prefixed field '${key}' is not valid for storage.`);
    if (key.includes('.')) throw requestFailed(`The dotted field '${key}' is not valid for storage.`);
    if (key === '' || key === '__proto__') throw notImplemented(`a field named '${key}'`);
    const item = value[key];
    if (item !== undefined) stored[key] = toStored(item, clock);
  }
  return stored;
}

function regularExpression(value: unknown): RegExp {
  if (!isPlainObject(value) || typeof value['pattern'] !== 'string') {
    throw invalidParameter('a regular expression needs a pattern');
  }
  const options = value['options'] ?? '';
  if (typeof options !== 'string' || /[^ims]/.test(options)) {
    throw notImplemented(`the regular expression options '${JSON.stringify(options)}'`);
  }
  try {
    return new RegExp(value['pattern'], options);
  } catch {
    throw requestFailed('Regular expression is invalid');
  }
}

/** EJSON of a query or pipeline as mingo reads it. */
export function toRuntime(value: unknown, clock: Clock): unknown {
  if (Array.isArray(value)) return value.map((item) => toRuntime(item, clock));
  if (!isPlainObject(value)) return value;
  const keys = Object.keys(value);
  const first = keys[0];
  if (keys.length === 1 && first !== undefined && first.startsWith('$')) {
    if (first === '$regularExpression') return regularExpression(value[first]);
    const scalar = scalarOf(first, value[first], clock);
    if (typeof scalar === 'number') return scalar;
    if (scalar !== undefined) return new Date(scalar.milliseconds);
  }
  const runtime: Record<string, unknown> = {};
  for (const key of keys) {
    if (key === '__proto__') throw notImplemented(`a field named '${key}'`);
    runtime[key] = toRuntime(value[key], clock);
  }
  return runtime;
}

export function toRuntimeFilter(value: unknown, clock: Clock): RuntimeFilter {
  const filter = toRuntime(value, clock);
  if (!isPlainObject(filter)) throw invalidParameter('a query must be an object');
  return filter;
}

function reviveValue(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(reviveValue);
  if (!isJsonObject(value)) return value;
  const milliseconds = storedDate(value);
  if (milliseconds !== undefined) return new Date(milliseconds);
  const revived: RuntimeDocument = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined) revived[key] = reviveValue(item);
  }
  return revived;
}

/** Text from our own table, which is always an object. */
export function parseStoredText(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}

export function storedToRuntime(document: JsonObject): RuntimeDocument {
  const revived = reviveValue(document);
  return isPlainObject(revived) ? revived : {};
}

export function textToRuntime(text: string): RuntimeDocument {
  const document = parseStoredText(text);
  // most documents without a date need no walk
  return text.includes('"$date"') ? storedToRuntime(document) : document;
}

/** A value computed by mingo, as JSON to answer; a missing value inside an object is left out. */
export function runtimeToStored(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(runtimeToStored);
  if (!isPlainObject(value)) throw notImplemented(`a result of type ${typeof value}`);
  const stored: JsonObject = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) stored[key] = runtimeToStored(value[key]);
  }
  return stored;
}
