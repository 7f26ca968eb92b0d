/** The database port over wx-server-sdk. Every document is parsed on its way in. */
import { documentSchemas, type CollectionName, type StoredDocument } from '../kernel/documents';
import { excerpts, type Excerpt, type ExcerptName } from '../kernel/excerpts';
import { AnswerTooLargeError } from '../kernel/answer-too-large-error';
import type { Condition, Database, Query, Transaction, Where } from '../kernel/ports';
import type {
  SdkCollection,
  SdkCommand,
  SdkDatabase,
  SdkDocument,
  SdkOperators,
  SdkQuery,
  SdkTransaction,
} from './sdk';
import { textOf, withTransaction } from './with-transaction';
import type * as z from 'zod';

export const MAXIMUM_ROWS = 1000;

export function cloudDatabase(sdk: SdkDatabase): Database {
  const operators = sdk.command;
  return {
    async get(collection, id) {
      const { data } = await sdk.collection(collection).doc(id).get();
      return data === null ? null : parseDocument(collection, data);
    },
    async getMany(collection, ids) {
      if (ids.length === 0) return [];
      if (ids.length > MAXIMUM_ROWS) throw new RangeError('at most 1,000 ids in one read');
      const query = sdk.collection(collection).where({ _id: operators.in([...ids]) });
      const { data } = await query.limit(MAXIMUM_ROWS).get();
      return data.map((row) => parseDocument(collection, row));
    },
    async find(collection, query) {
      const rows = await rowsOf(toSdkQuery(sdk.collection(collection), operators, query));
      return rows.map((row) => parseDocument(collection, row));
    },
    async findExcerpts(name, query) {
      const { collection, fields } = excerpts[name];
      const found = toSdkQuery(sdk.collection(collection), operators, query);
      // The cloud answers `_id` with everything unless told not to.
      const wanted = { _id: false, ...Object.fromEntries(fields.map((field) => [field, true])) };
      const rows = await rowsOf(found.field(wanted));
      return rows.map((row) => parseExcerpt(name, row));
    },
    async count(collection, where) {
      const { total } = await sdk.collection(collection).where(toCondition(operators, where)).count();
      return total;
    },
    async sum(collection, where, field) {
      const { list } = await sdk
        .collection(collection)
        .aggregate()
        .match(toCondition(operators, where))
        .group({
          _id: null,
          count: operators.aggregate.sum(1),
          sum: operators.aggregate.sum(`$${field}`),
        })
        .limit(1)
        .end();
      return { count: Number(list[0]?.['count'] ?? 0), sum: Number(list[0]?.['sum'] ?? 0) };
    },
    async sumBy(collection, { where, by, field, limit }) {
      if (limit < 1 || limit > MAXIMUM_ROWS) throw new RangeError('a sum has 1 to 1,000 rows');
      const { list } = await sdk
        .collection(collection)
        .aggregate()
        .match(toCondition(operators, where))
        .group({
          _id: `$${by}`,
          count: operators.aggregate.sum(1),
          ...(field === null ? {} : { sum: operators.aggregate.sum(`$${field}`) }),
        })
        .limit(limit)
        .end();
      return list.map((row) => ({
        key: String(row['_id']),
        count: Number(row['count']),
        sum: Number(row['sum'] ?? 0),
      }));
    },
    async put(collection, document) {
      await putDocument(sdk.collection(collection), document);
    },
    transaction: (work) => withTransaction(sdk, (transaction) => work(toTransaction(transaction, operators))),
  };
}

function toTransaction(transaction: SdkTransaction, operators: SdkOperators): Transaction {
  return {
    async get(collection, id) {
      const { data } = await transaction.collection(collection).doc(id).get();
      return data === null ? null : parseDocument(collection, data);
    },
    async put(collection, document) {
      await putDocument(transaction.collection(collection), document);
    },
    async add(collection, document) {
      await transaction.collection(collection).add({ data: { ...document } });
    },
    async remove(collection, id) {
      await transaction.collection(collection).doc(id).remove();
    },
    async increment(collection, id, amounts) {
      const data = Object.fromEntries(
        Object.entries(amounts).map(([path, amount]) => [path, operators.inc(amount)] as const),
      );
      const reference = transaction.collection(collection).doc(id);
      // An update of a missing document reports 0 instead of failing (DB rule).
      const { stats } = await reference.update({ data });
      if (stats.updated === 0)
        await transaction.collection(collection).add({ data: { _id: id, ...nested(amounts) } });
    },
  };
}

/** `{ 'cells.2026.registered': 1 }` → `{ cells: { 2026: { registered: 1 } } }` */
function nested(amounts: Readonly<Record<string, number>>): SdkDocument {
  const root: SdkDocument = {};
  for (const [path, amount] of Object.entries(amounts)) {
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let node = root;
    for (const key of keys) {
      const child = node[key];
      const next = isPlainDocument(child) ? child : {};
      node[key] = next;
      node = next;
    }
    node[last] = amount;
  }
  return root;
}

function isPlainDocument(value: unknown): value is SdkDocument {
  return typeof value === 'object' && value !== null;
}

async function putDocument(collection: SdkCollection, document: { readonly _id: string }): Promise<void> {
  const { _id, ...data } = document;
  await collection.doc(_id).set({ data });
}

function toSdkQuery(collection: SdkCollection, operators: SdkOperators, query: Query): SdkQuery {
  if (query.limit < 1 || query.limit > MAXIMUM_ROWS) throw new RangeError('a query reads 1 to 1,000 rows');
  const condition = toCondition(operators, query.where);
  const after = query.after ?? null;
  let result = collection.where(
    after === null ? condition : operators.and(condition, afterKey(operators, query)),
  );
  for (const [field, direction] of query.orderBy ?? []) result = result.orderBy(field, direction);
  return result.limit(query.limit);
}

/** `(first, second) > (a, b)` in the query's order; the plain bound on `first` lets the index be used. */
function afterKey(operators: SdkOperators, query: Query): SdkCommand {
  const [first, second] = query.orderBy ?? [];
  const [firstValue, secondValue] = query.after ?? [];
  if (first === undefined || second === undefined) throw new RangeError('paging needs two sort fields');
  const beyond = ([, direction]: typeof first, value: unknown): SdkCommand =>
    direction === 'asc' ? operators.gt(value) : operators.lt(value);
  const bound = first[1] === 'asc' ? operators.gte(firstValue) : operators.lte(firstValue);
  return operators.and(
    { [first[0]]: bound },
    operators.or(
      { [first[0]]: beyond(first, firstValue) },
      { [first[0]]: firstValue, [second[0]]: beyond(second, secondValue) },
    ),
  );
}

/** The cloud answers at most 1 MB; whoever reads pages of unknown weight asks again for fewer rows. */
const TOO_LARGE = /ResultSize|LimitExceeded|-602001|result.*(too large|exceeds)/i;

async function rowsOf(query: SdkQuery): Promise<SdkDocument[]> {
  try {
    return (await query.get()).data;
  } catch (error) {
    if (TOO_LARGE.test(textOf(error))) throw new AnswerTooLargeError();
    throw error;
  }
}

function toCondition(operators: SdkOperators, where: Where): SdkDocument {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]) => [field, toSdkCondition(operators, condition)] as const),
  );
}

function toSdkCondition(operators: SdkOperators, condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return condition;
  if ('in' in condition) return operators.in([...condition.in]);
  const parts = [
    ...(condition.atLeast === undefined ? [] : [operators.gte(condition.atLeast)]),
    ...(condition.above === undefined ? [] : [operators.gt(condition.above)]),
    ...(condition.below === undefined ? [] : [operators.lt(condition.below)]),
    ...(condition.atMost === undefined ? [] : [operators.lte(condition.atMost)]),
  ];
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : operators.and(...parts);
}

/** The door between what is stored and what the types say: a document that does not fit ends the request. */
function parseDocument<Name extends CollectionName>(
  collection: Name,
  row: SdkDocument,
): StoredDocument<Name> {
  return parseRow(documentSchemas[collection], collection, row) as StoredDocument<Name>;
}

function parseExcerpt<Name extends ExcerptName>(name: Name, row: SdkDocument): Excerpt<Name> {
  const { schema, collection } = excerpts[name];
  return parseRow(schema, collection, row) as Excerpt<Name>;
}

function parseRow(schema: z.ZodType, collection: CollectionName, row: SdkDocument): unknown {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Error(`a document of ${collection} does not fit its schema at ${path}`);
}
