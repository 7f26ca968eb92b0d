/**
 * Why this exists: turns the part of a query that touches indexed paths into SQL. The SQL selects a
 * superset of the matches; unless the plan says `exact`, every row is still tested by mingo.
 */
import { arrayGuard, type CollectionCatalogue, type TrackedPath, unindexedPath } from './catalogue';
import { isPlainObject } from './ejson';
import type { SqlValue } from './store';
import type { RuntimeFilter, SortKey } from './types';
import { KIND, NO_VALUE } from './values';

export interface FilterPlan {
  /** a SQL condition, or '' for all rows */
  where: string;
  parameters: SqlValue[];
  /** the SQL selects exactly the matches */
  exact: boolean;
}

const ALL: FilterPlan = { where: '', parameters: [], exact: true };
const UNKNOWN: FilterPlan = { where: '', parameters: [], exact: false };
const HIGHEST = '\u{10ffff}';

interface Scalar {
  sql: string | number;
  kind: number;
}

function scalar(value: unknown): Scalar | undefined {
  if (typeof value === 'string') return { sql: value, kind: KIND.string };
  if (typeof value === 'number') return { sql: value, kind: KIND.number };
  if (typeof value === 'boolean') return { sql: value ? 1 : 0, kind: KIND.boolean };
  if (value instanceof Date) return { sql: value.getTime(), kind: KIND.date };
  return undefined;
}

/** The kinds that share a SQL representation with `kind`. */
function confusable(kind: number): number {
  if (kind === KIND.string) return KIND.object;
  return (KIND.number | KIND.boolean | KIND.date) & ~kind;
}

function equality(path: TrackedPath, value: unknown): FilterPlan {
  if (value === null || value === undefined) {
    return { where: `${path.expression} IS NULL`, parameters: [], exact: true };
  }
  if (value instanceof RegExp) return prefix(path, value);
  const found = scalar(value);
  if (found === undefined) return UNKNOWN;
  return {
    where: `${path.expression} = ?`,
    parameters: [found.sql],
    exact: (path.kinds & confusable(found.kind)) === 0,
  };
}

function comparison(path: TrackedPath, operator: string, value: unknown): FilterPlan {
  const found = scalar(value);
  if (found === undefined) return UNKNOWN;
  // texts sort after numbers in SQL: a lone upper bound on a text must not let numbers in
  const guard = found.kind === KIND.string && operator.startsWith('<') ? `${path.expression} >= '' AND ` : '';
  const exact = (path.kinds & ~(NO_VALUE | found.kind)) === 0;
  return { where: `${guard}${path.expression} ${operator} ?`, parameters: [found.sql], exact };
}

function membership(path: TrackedPath, values: unknown): FilterPlan {
  if (!Array.isArray(values)) return UNKNOWN;
  const listed: Array<string | number> = [];
  let exact = true;
  let hasNull = false;
  for (const value of values) {
    const found = scalar(value);
    if (value === null) hasNull = true;
    else if (found === undefined) return UNKNOWN;
    else {
      listed.push(found.sql);
      exact = exact && (path.kinds & confusable(found.kind)) === 0;
    }
  }
  const where = `${path.expression} IN (SELECT value FROM json_each(?))`;
  return {
    where: hasNull ? `(${where} OR ${path.expression} IS NULL)` : where,
    parameters: [JSON.stringify(listed)],
    exact,
  };
}

/** `/^abc…/` as a range; case-insensitive or unanchored patterns stay with mingo. */
function prefix(path: TrackedPath, pattern: RegExp): FilterPlan {
  const found = /^\^([\p{L}\p{N}_:@/ -]+)/u.exec(pattern.source);
  if (found?.[1] === undefined || pattern.flags !== '' || pattern.source.includes('|')) return UNKNOWN;
  const rest = pattern.source.slice(found[0].length);
  // a quantifier makes the last literal optional
  const literal = /^[*?{]/.test(rest) ? found[1].slice(0, -1) : found[1];
  if (literal === '') return UNKNOWN;
  return {
    where: `${path.expression} >= ? AND ${path.expression} < ?`,
    parameters: [literal, `${literal}${HIGHEST}`],
    exact: false,
  };
}

function operatorPlan(path: TrackedPath, operator: string, value: unknown): FilterPlan {
  switch (operator) {
    case '$eq':
      return equality(path, value);
    case '$gt':
      return comparison(path, '>', value);
    case '$gte':
      return comparison(path, '>=', value);
    case '$lt':
      return comparison(path, '<', value);
    case '$lte':
      return comparison(path, '<=', value);
    case '$in':
      return membership(path, value);
    case '$regex':
      return value instanceof RegExp ? prefix(path, value) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function all(plans: readonly FilterPlan[]): FilterPlan {
  const used = plans.filter((plan) => plan.where !== '');
  return {
    where: used.map((plan) => plan.where).join(' AND '),
    parameters: used.flatMap((plan) => plan.parameters),
    exact: plans.every((plan) => plan.exact),
  };
}

function any(plans: readonly FilterPlan[]): FilterPlan {
  if (plans.length === 0 || plans.some((plan) => plan.where === '')) return UNKNOWN;
  return {
    where: `(${plans.map((plan) => `(${plan.where})`).join(' OR ')})`,
    parameters: plans.flatMap((plan) => plan.parameters),
    exact: plans.every((plan) => plan.exact),
  };
}

function fieldPlan(catalogue: CollectionCatalogue, field: string, condition: unknown): FilterPlan {
  const indexed = catalogue.path(field);
  if (indexed !== undefined) {
    return (indexed.kinds & KIND.array) === 0 ? conditionPlan(indexed, condition) : UNKNOWN;
  }
  // without an index SQL still spares mingo most rows of a scan
  const path = unindexedPath(field);
  if (path === undefined) return UNKNOWN;
  const plan = conditionPlan(path, condition);
  return plan.where === ''
    ? UNKNOWN
    : { ...plan, where: `(${plan.where} OR ${arrayGuard(path)})`, exact: false };
}

function conditionPlan(path: TrackedPath, condition: unknown): FilterPlan {
  if (!isPlainObject(condition)) return Array.isArray(condition) ? UNKNOWN : equality(path, condition);
  const operators = Object.keys(condition);
  if (operators.length === 0 || !operators.every((operator) => operator.startsWith('$'))) return UNKNOWN;
  if (operators.includes('$options')) return UNKNOWN;
  return all(operators.map((operator) => operatorPlan(path, operator, condition[operator])));
}

/** The SQL superset of a filter. */
export function planFilter(catalogue: CollectionCatalogue, filter: RuntimeFilter): FilterPlan {
  const plans = Object.entries(filter).map(([field, condition]) => {
    if (field === '$and' || field === '$or') {
      if (!Array.isArray(condition)) return UNKNOWN;
      const branches = condition.map((item) => (isPlainObject(item) ? planFilter(catalogue, item) : UNKNOWN));
      return field === '$and' ? all(branches) : any(branches);
    }
    return field.startsWith('$') ? UNKNOWN : fieldPlan(catalogue, field, condition);
  });
  return plans.length === 0 ? ALL : all(plans);
}

/** Kinds whose SQL order is the database's order when they share a path. */
function orderAgrees(kinds: number): boolean {
  return [KIND.number | KIND.string, KIND.boolean, KIND.date].some(
    (group) => (kinds & ~(group | NO_VALUE)) === 0,
  );
}

/** `ORDER BY` terms, or undefined when SQL cannot give this order. */
export function planOrder(catalogue: CollectionCatalogue, sort: readonly SortKey[]): string | undefined {
  const terms: string[] = [];
  for (const key of sort) {
    const path = catalogue.path(key.path);
    if (path === undefined || !orderAgrees(path.kinds)) return undefined;
    terms.push(`${path.expression}${key.direction === -1 ? ' DESC' : ''}`);
  }
  return terms.join(',');
}
