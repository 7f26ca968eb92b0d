/**
 * Why this exists: a `$group` that only counts and sums, right after `$match`, as SQL – where indexed paths
 * are all it touches and the kinds they ever held leave no doubt. Then an index can answer it without a
 * document.
 */
import type { CollectionCatalogue } from './catalogue';
import { isPlainObject } from './ejson';
import { planFilter } from './sql-filter';
import type { SqlValue } from './store';
import type { RuntimeDocument, RuntimeFilter } from './types';
import { KIND, NO_VALUE } from './values';

export interface SumPlan {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** one row of the result as the group's document */
  readonly toDocument: (row: readonly unknown[]) => RuntimeDocument;
}

/** Undefined: not for SQL. */
export function planSums(
  catalogue: CollectionCatalogue,
  filter: RuntimeFilter,
  group: unknown,
): SumPlan | undefined {
  if (!isPlainObject(group)) return undefined;
  const { _id: by, ...sums } = group;
  const plan = planFilter(catalogue, filter);
  const key = keySql(catalogue, by);
  const columns = Object.values(sums).map((sum) => sumSql(catalogue, sum));
  if (!plan.exact || key === undefined || columns.includes(undefined)) return undefined;
  const names = Object.keys(sums);
  const where = plan.where === '' ? '' : ` WHERE ${plan.where}`;
  return {
    sql: `SELECT ${[key, ...columns].join()} FROM ${catalogue.table}${where} GROUP BY ${key}`,
    parameters: plan.parameters,
    toDocument: ([_id, ...values]) => ({
      _id: _id ?? null,
      ...Object.fromEntries(names.map((name, place) => [name, values[place]])),
    }),
  };
}

/** All together, or by a path of texts; a missing value and null are one group. */
function keySql(catalogue: CollectionCatalogue, by: unknown): string | undefined {
  if (by === null) return 'NULL';
  return columnOf(catalogue, by, KIND.string);
}

function sumSql(catalogue: CollectionCatalogue, sum: unknown): string | undefined {
  if (!isPlainObject(sum) || Object.keys(sum).join() !== '$sum') return undefined;
  const { $sum: value } = sum;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? `${value}*count(*)` : undefined;
  const column = columnOf(catalogue, value, KIND.number);
  return column === undefined ? undefined : `ifnull(sum(${column}),0)`;
}

function columnOf(catalogue: CollectionCatalogue, value: unknown, kind: number): string | undefined {
  if (typeof value !== 'string' || !/^\$[^$]/.test(value)) return undefined;
  const path = catalogue.path(value.slice(1));
  const isCertain = path !== undefined && (path.kinds & ~(kind | NO_VALUE)) === 0;
  return isCertain ? path.expression : undefined;
}
