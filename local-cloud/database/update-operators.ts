/**
 * Why this exists: every update operator the SDK can send, on stored documents (mingo's own take 60 times
 * longer).
 */
import { addToSet, bit, pop, pull, pullAll, push } from './array-operators';
import { isJsonObject, isPlainObject, storedToRuntime, toRuntime, toStored } from './ejson';
import { invalidParameter, notImplemented, requestFailed } from './errors';
import type { JsonObject, JsonValue } from './types';
import { parseUpdatePath, readPath, removePath, writePath } from './update-path';
import { compareValues } from './values';

interface Step {
  operator: string;
  path: string;
  parts: string[];
  /** stored form, except for `$pull` whose condition is runtime */
  argument: JsonValue;
  condition: unknown;
}

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pop',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$bit',
]);
/** operators whose argument holds `$each` and its like, which are not storable themselves */
const WITH_MODIFIERS = new Set(['$push', '$addToSet']);

function storedArgument(operator: string, value: unknown, clock: () => number): JsonValue {
  if (operator === '$pull') return null;
  if (!WITH_MODIFIERS.has(operator) || !isPlainObject(value) || !('$each' in value))
    return toStored(value, clock);
  const stored: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    stored[key] =
      key === '$sort' && isPlainObject(item) && !('$numberInt' in item)
        ? Object.fromEntries(Object.entries(item).map(([path, way]) => [path, toStored(way, clock)]))
        : toStored(item, clock);
  }
  return stored;
}

function overlaps(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}

/** Reads EJSON update data into steps; refuses unknown operators and two operators on one path. */
export function parseUpdate(data: unknown, clock: () => number): Step[] {
  if (!isPlainObject(data)) throw invalidParameter('an update must be an object');
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(data)) {
    if (!OPERATORS.has(operator)) throw notImplemented(`the update operator ${operator}`);
    if (!isPlainObject(fields)) throw invalidParameter(`${operator} must be an object`);
    for (const [path, value] of Object.entries(fields)) {
      const argument = storedArgument(operator, value, clock);
      const condition = operator === '$pull' ? toRuntime(value, clock) : undefined;
      steps.push({ operator, path, parts: parseUpdatePath(path), argument, condition });
      if (operator === '$rename' && typeof argument === 'string') parseUpdatePath(argument);
    }
  }
  if (steps.length === 0) throw invalidParameter('an update must not be empty');
  refuseOverlaps(steps);
  return steps;
}

function refuseOverlaps(steps: readonly Step[]): void {
  const paths = steps.flatMap((step) =>
    step.operator === '$rename' && typeof step.argument === 'string'
      ? [step.path, step.argument]
      : [step.path],
  );
  paths.forEach((path, index) => {
    if (paths.slice(0, index).some((earlier) => overlaps(path, earlier))) {
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${path}'`);
    }
  });
}

function arithmetic(step: Step, current: JsonValue | undefined): number {
  const { operator, argument, path } = step;
  if (typeof argument !== 'number')
    throw requestFailed(`Cannot ${operator} with a non-numeric argument: ${path}`);
  if (current !== undefined && typeof current !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: the field '${path}'`);
  }
  const result = operator === '$inc' ? (current ?? 0) + argument : (current ?? 0) * argument;
  if (!Number.isFinite(result)) throw notImplemented(`a number beyond the range of a double ('${path}')`);
  return result;
}

function extreme(step: Step, current: JsonValue | undefined): JsonValue {
  if (current === undefined) return step.argument;
  const runtime = storedToRuntime({ current, next: step.argument });
  const order = compareValues(runtime['next'], runtime['current']);
  return (step.operator === '$min' ? order < 0 : order > 0) ? step.argument : current;
}

function rename(document: JsonObject, step: Step): void {
  if (typeof step.argument !== 'string') throw requestFailed("The 'to' field for $rename must be a string");
  const value = readPath(document, step.parts);
  if (value === undefined) return;
  removePath(document, step.parts);
  writePath(document, parseUpdatePath(step.argument), value);
}

function nextValue(step: Step, current: JsonValue | undefined): JsonValue | undefined {
  switch (step.operator) {
    case '$set':
      return step.argument;
    case '$inc':
    case '$mul':
      return arithmetic(step, current);
    case '$min':
    case '$max':
      return extreme(step, current);
    case '$push':
      return push(step.path, current, step.argument);
    case '$pop':
      return pop(step.path, current, step.argument);
    case '$pull':
      return pull(step.path, current, step.condition);
    case '$pullAll':
      return pullAll(step.path, current, step.argument);
    case '$addToSet':
      return addToSet(step.path, current, step.argument);
    case '$bit':
      return bit(step.path, current, isJsonObject(step.argument) ? step.argument : {});
    default:
      throw notImplemented(`the update operator ${step.operator}`);
  }
}

/** Applies the steps to the document in place. */
export function applyUpdate(document: JsonObject, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step.operator === '$rename') rename(document, step);
    else if (step.operator === '$unset') removePath(document, step.parts);
    else {
      const next = nextValue(step, readPath(document, step.parts));
      if (next !== undefined) writePath(document, step.parts, next);
    }
  }
}

export type UpdateSteps = readonly Step[];
