/** Declared indexes must be used: nothing here may scan a table or sort rows. */
import { Collections } from './collections';
import { planFilter, planOrder } from './sql-filter';
import { planColumns } from './sql-columns';
import { planSums } from './sql-sums';
import { Store } from './store';
import type { IndexKey, RuntimeFilter, SortKey } from './types';

const store = new Store(':memory:', () => undefined);
const collections = new Collections(store);

function keys(...fields: Array<[string, 1 | -1]>): IndexKey[] {
  return fields.map(([field, direction]) => ({ field, direction }));
}

beforeAll(() => {
  collections.declare('facts');
  collections.declareIndex('facts', { name: 'area_at', keys: keys(['area', 1], ['at', -1]) });
  collections.declareIndex('facts', { name: 'code', keys: keys(['code', 1]), unique: true });
  collections.declareIndex('facts', { name: 'sums', keys: keys(['area', 1], ['kind', 1], ['minutes', 1]) });
  collections.declareIndex('facts', { name: 'place', keys: keys(['where.town', 1]) });
});
afterAll(() => {
  store.close();
});

function planOf(filter: RuntimeFilter, sort: SortKey[] = []): string {
  const catalogue = collections.get('facts');
  const { where, parameters } = planFilter(catalogue, filter);
  const order = planOrder(catalogue, sort);
  const sql = `SELECT _id, doc FROM ${catalogue.table} WHERE ${where === '' ? '1' : where}`;
  const ordered = order === undefined || order === '' ? sql : `${sql} ORDER BY ${order} LIMIT 20`;
  return store
    .query(`EXPLAIN QUERY PLAN ${ordered}`, parameters)
    .map((row) => String(row[3]))
    .join('; ');
}

const TABLE_SCAN = /SCAN c:facts(?! USING)|TEMP B-TREE/;

const cases: Array<[string, RuntimeFilter, SortKey[], RegExp]> = [
  ['an _id', { _id: 'a' }, [], /SEARCH c:facts USING INDEX sqlite_autoindex/],
  [
    '200 ids',
    { _id: { $in: Array.from({ length: 200 }, (_, n) => `d${n}`) } },
    [],
    /SEARCH c:facts USING INDEX sqlite/,
  ],
  ['an id prefix', { _id: /^act:/ }, [{ path: '_id', direction: 1 }], /SEARCH c:facts USING INDEX sqlite/],
  [
    'equal, then newest first',
    { area: 'x' },
    [{ path: 'at', direction: -1 }],
    /INDEX i:facts:area_at \(<expr>=\?\)/,
  ],
  [
    'equal and a range of dates',
    { area: 'x', at: { $gte: new Date(0), $lt: new Date(9) } },
    [{ path: 'at', direction: -1 }],
    /INDEX i:facts:area_at \(<expr>=\? AND <expr>>\? AND <expr><\?\)/,
  ],
  [
    'equal, with a residual field',
    { area: 'x', free: 5 },
    [{ path: 'at', direction: 1 }],
    /INDEX i:facts:area_at/,
  ],
  ['a list of values', { area: { $in: ['x', 'y'] } }, [], /INDEX i:facts:area_at \(<expr>=\?\)/],
  ['a unique key', { code: 'x' }, [], /INDEX i:facts:code \(<expr>=\?\)/],
  ['a nested field', { 'where.town': { $gt: 5 } }, [], /INDEX i:facts:place \(<expr>>\?\)/],
  [
    'order alone',
    {},
    [
      { path: 'area', direction: -1 },
      { path: 'at', direction: 1 },
    ],
    /SCAN c:facts USING INDEX i:facts:area_at/,
  ],
  ['either of two indexed conditions', { $or: [{ code: 'x' }, { 'where.town': 'y' }] }, [], /MULTI-INDEX OR/],
];

it.each(cases)('uses an index for %s', (_name, filter, sort, expected) => {
  const plan = planOf(filter, sort);
  expect(plan).toMatch(expected);
  expect(plan).not.toMatch(TABLE_SCAN);
});

const GROUP = { _id: '$area', count: { $sum: 1 }, minutes: { $sum: '$minutes' } };
const FILTER = { area: { $in: ['x', 'y'] }, kind: 'done', minutes: { $gte: 1 } };

it('sums from an index, whatever the number of documents', () => {
  const plan = planSums(collections.get('facts'), FILTER, GROUP);
  const steps = store.query(`EXPLAIN QUERY PLAN ${plan?.sql ?? ''}`, plan?.parameters ?? []);
  expect(steps.map((row) => String(row[3])).join('; ')).toMatch(
    /INDEX i:facts:sums \(<expr>=\? AND <expr>=\? AND <expr>>\?\)/,
  );
});

it('leaves sums to mingo once a path held other kinds, or has no index', () => {
  const catalogue = collections.get('facts');
  expect(planSums(catalogue, {}, { _id: '$free', count: { $sum: 1 } })).toBeUndefined();
  expect(planSums(catalogue, { free: 1 }, { _id: null, count: { $sum: 1 } })).toBeUndefined();
  expect(planSums(catalogue, {}, { _id: null, most: { $max: '$minutes' } })).toBeUndefined();
  catalogue.learn({ minutes: 'many' });
  expect(planSums(catalogue, {}, GROUP)).toBeUndefined();
});

it('answers fields from an index that holds them, while it is certain what a document says', () => {
  const catalogue = new Collections(store).get('facts');
  const asked = { area: 1, kind: true, minutes: 1, _id: 0 };
  expect(planColumns(catalogue, { ...asked, free: 1 })).toBeUndefined();
  expect(planColumns(catalogue, { minutes: 0 })).toBeUndefined();
  catalogue.learn({ area: 'x', kind: 'done', minutes: 5 });
  catalogue.learn({ area: null, kind: 'done' });
  const plan = planColumns(catalogue, asked);
  expect(plan?.columns).toHaveLength(3);
  expect(plan?.toText([null, 'done', null])).toBe('{"area":null,"kind":"done"}');
  catalogue.learn({ area: 'x', kind: 'done', minutes: null });
  expect(planColumns(catalogue, asked)).toBeUndefined();
});

it('gives up an order SQL cannot keep once a path held different kinds', () => {
  const catalogue = collections.get('facts');
  catalogue.learn({ area: 'x', at: { $date: 5 } });
  expect(planOrder(catalogue, [{ path: 'at', direction: 1 }])).toBeDefined();
  catalogue.learn({ area: 'x', at: 'later' });
  expect(planOrder(catalogue, [{ path: 'at', direction: 1 }])).toBeUndefined();
});
