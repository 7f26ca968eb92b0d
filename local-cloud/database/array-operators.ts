/** Why this exists: the update operators on arrays, as the SDK encodes them. */
import { isJsonObject, storedDate, storedToRuntime } from './ejson';
import { notImplemented, requestFailed } from './errors';
import { buildMatcher } from './matcher';
import type { JsonObject, JsonValue } from './types';
import { compareValues, parseSort, runtimeValuesAt, sameStored, splitPath } from './values';

function runtime(value: JsonValue): unknown {
  return storedToRuntime({ value })['value'];
}

function arrayOrNothing(
  operator: string,
  path: string,
  value: JsonValue | undefined,
): JsonValue[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value;
  const type = value === null ? 'null' : typeof value;
  throw requestFailed(`The field '${path}' must be an array but is of type ${type} (${operator})`);
}

function integer(value: JsonValue | undefined, what: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`${what} must be an integer`);
  return value;
}

function sorted(list: JsonValue[], order: JsonValue): JsonValue[] {
  if (order === 1 || order === -1) {
    return [...list].sort((left, right) => compareValues(runtime(left), runtime(right)) * order);
  }
  const keys = parseSort(order).map((key) => ({ parts: splitPath(key.path), direction: key.direction }));
  return [...list].sort((left, right) => {
    for (const { parts, direction } of keys) {
      const [a] = runtimeValuesAt(runtime(left), parts);
      const [b] = runtimeValuesAt(runtime(right), parts);
      const difference = compareValues(a, b) * direction;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

/** `$push`: one value, or `$each` with `$position`, `$sort`, `$slice` applied in that order. */
export function push(path: string, current: JsonValue | undefined, argument: JsonValue): JsonValue {
  const list = [...(arrayOrNothing('$push', path, current) ?? [])];
  if (!isJsonObject(argument) || !('$each' in argument)) return [...list, argument];
  const unknown = Object.keys(argument).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown !== undefined) throw notImplemented(`$push with ${unknown}`);
  const { $each: each, $position: position, $slice: slice, $sort: order } = argument;
  if (!Array.isArray(each)) throw requestFailed('The argument to $each in $push must be an array');
  const at = integer(position, '$position') ?? list.length;
  list.splice(at < 0 ? Math.max(0, list.length + at) : at, 0, ...each);
  const ordered = order === undefined ? list : sorted(list, order);
  const keep = integer(slice, '$slice');
  if (keep === undefined) return ordered;
  if (keep === 0) return [];
  return keep > 0 ? ordered.slice(0, keep) : ordered.slice(keep);
}

/** `$pop`: 1 removes the last element, -1 the first. */
export function pop(
  path: string,
  current: JsonValue | undefined,
  argument: JsonValue,
): JsonValue | undefined {
  const list = arrayOrNothing('$pop', path, current);
  if (argument !== 1 && argument !== -1) throw requestFailed('$pop expects 1 or -1');
  return argument === 1 ? list?.slice(0, -1) : list?.slice(1);
}

/** `$pull`: removes elements equal to a value, or matching a condition. The condition is runtime EJSON. */
export function pull(path: string, current: JsonValue | undefined, argument: unknown): JsonValue | undefined {
  const list = arrayOrNothing('$pull', path, current);
  if (list === undefined) return undefined;
  const matches = elementMatcher(argument);
  return list.filter((element) => !matches(element));
}

function elementMatcher(argument: unknown): (element: JsonValue) => boolean {
  const isObject =
    typeof argument === 'object' &&
    argument !== null &&
    !Array.isArray(argument) &&
    !(argument instanceof Date) &&
    !(argument instanceof RegExp);
  if (isObject && !Object.keys(argument).some((key) => key.startsWith('$'))) {
    const test = buildMatcher({ ...argument });
    return (element) =>
      isJsonObject(element) && storedDate(element) === undefined && test(storedToRuntime(element));
  }
  if (Array.isArray(argument)) {
    return (element) => Array.isArray(element) && compareValues(runtime(element), argument) === 0;
  }
  const test = buildMatcher({ value: argument });
  // an element that is itself an array must match as a whole, not by its elements
  return (element) => !Array.isArray(element) && test({ value: runtime(element) });
}

/** `$pullAll`: removes elements equal to any of the listed values. */
export function pullAll(
  path: string,
  current: JsonValue | undefined,
  argument: JsonValue,
): JsonValue | undefined {
  const list = arrayOrNothing('$pullAll', path, current);
  if (!Array.isArray(argument)) throw requestFailed('$pullAll requires an array argument');
  return list?.filter((element) => !argument.some((unwanted) => sameStored(unwanted, element)));
}

/** `$addToSet`: appends what is not there yet. */
export function addToSet(path: string, current: JsonValue | undefined, argument: JsonValue): JsonValue {
  const list = [...(arrayOrNothing('$addToSet', path, current) ?? [])];
  for (const value of addedValues(argument)) {
    if (!list.some((element) => sameStored(element, value))) list.push(value);
  }
  return list;
}

function addedValues(argument: JsonValue): JsonValue[] {
  if (!isJsonObject(argument)) return [argument];
  const keys = Object.keys(argument);
  if (keys.length === 1 && keys[0] === 'each') {
    // the server SDK sends `each` without its dollar sign; what the cloud makes of it is not documented
    throw notImplemented('addToSet({ each }): use addToSet({ $each })');
  }
  if (!('$each' in argument)) return [argument];
  const each = argument['$each'];
  if (keys.length !== 1 || !Array.isArray(each)) throw requestFailed('$addToSet $each must be an array');
  return each;
}

/** `$bit`: and, or, xor on a 32-bit integer. */
export function bit(path: string, current: JsonValue | undefined, argument: JsonObject): JsonValue {
  if (current !== undefined && !Number.isInteger(current)) {
    throw requestFailed(`Cannot apply $bit to a value of non-integral type: '${path}'`);
  }
  let value = typeof current === 'number' ? current : 0;
  for (const [operation, operand] of Object.entries(argument)) {
    if (typeof operand !== 'number' || (operand | 0) !== operand || (value | 0) !== value) {
      throw notImplemented('$bit outside 32-bit integers');
    }
    if (operation === 'and') value &= operand;
    else if (operation === 'or') value |= operand;
    else if (operation === 'xor') value ^= operand;
    else throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`);
  }
  return value;
}
