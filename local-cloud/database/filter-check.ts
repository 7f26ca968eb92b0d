/**
 * Why this exists: queries and pipelines are checked against a list of what is known, so nothing is
 * guessed.
 */
import { isPlainObject } from './ejson';
import { DatabaseError, invalidParameter, notImplemented } from './errors';

const LOGICAL = new Set(['$and', '$or', '$nor']);
const FIELD_OPERATORS = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists',
  '$all',
  '$elemMatch',
  '$size',
  '$mod',
  '$not',
  '$and',
  '$or',
  '$nor',
  '$regex',
  '$options',
  '$geoWithin',
  '$geoIntersects',
  '$nearSphere',
]);
/** operators that run code or need a server feature */
const NEVER = new Set([
  '$where',
  '$function',
  '$accumulator',
  '$jsonSchema',
  '$text',
  '$search',
  '$meta',
  '$rand',
]);

function checkCondition(field: string, condition: unknown, depth: number): void {
  if (!isPlainObject(condition)) return;
  const keys = Object.keys(condition);
  const operators = keys.filter((key) => key.startsWith('$'));
  if (operators.length === 0) return;
  if (operators.length !== keys.length) throw invalidParameter(`'${field}' mixes operators and fields`);
  for (const operator of operators) {
    if (!FIELD_OPERATORS.has(operator)) throw notImplemented(`the query operator ${operator}`);
    if (LOGICAL.has(operator)) throw notImplemented(`${operator} under the field '${field}'`);
    if (operator === '$nearSphere' && depth > 0) throw notImplemented('$nearSphere inside another operator');
    if (operator === '$not') checkCondition(field, condition[operator], depth + 1);
    if (operator === '$elemMatch') checkElement(condition[operator], depth + 1);
    if (
      (operator === '$in' || operator === '$nin' || operator === '$all') &&
      !Array.isArray(condition[operator])
    ) {
      throw new DatabaseError('DATABASE_REQUEST_FAILED', `${operator} needs an array`);
    }
  }
}

function checkElement(condition: unknown, depth: number): void {
  if (!isPlainObject(condition)) throw invalidParameter('$elemMatch needs an object');
  const isOperators = Object.keys(condition).some((key) => key.startsWith('$') && !LOGICAL.has(key));
  if (isOperators) checkCondition('$elemMatch', condition, depth);
  else checkFilter(condition, depth);
}

/** Throws when the filter uses anything this database does not know. */
export function checkFilter(filter: Record<string, unknown>, depth = 0): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (LOGICAL.has(field)) {
      if (!Array.isArray(condition) || condition.length === 0)
        throw invalidParameter(`${field} needs an array`);
      for (const branch of condition) {
        if (!isPlainObject(branch)) throw invalidParameter(`${field} needs an array of objects`);
        checkFilter(branch, depth + 1);
      }
    } else if (field === '$expr') checkExpression(condition);
    else if (field.startsWith('$')) throw notImplemented(`the query operator ${field}`);
    else checkCondition(field, condition, depth);
  }
}

/** Refuses operators that would run code, anywhere inside an expression. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) expression.forEach(checkExpression);
  else if (isPlainObject(expression)) {
    for (const [key, value] of Object.entries(expression)) {
      if (NEVER.has(key)) throw notImplemented(`the operator ${key}`);
      checkExpression(value);
    }
  }
}
