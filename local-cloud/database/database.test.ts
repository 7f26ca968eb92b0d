import type { LocalDatabase } from './database';
import { openInMemory, TestClient } from './test-client';
import type { JsonObject } from './types';

let database: LocalDatabase;
let notes: TestClient;

beforeEach(() => {
  database = openInMemory({ limits: { maxDocumentBytes: 2000 } });
  database.declareCollection('notes');
  notes = new TestClient(database, 'notes');
});
afterEach(() => {
  database.close();
});

function* numbered(count: number): Iterable<JsonObject> {
  for (let n = 0; n < count; n += 1) yield { _id: `d${String(n).padStart(6, '0')}`, n, at: { $date: n } };
}

describe('outside the wire', () => {
  it('inserts in bulk, lists pages for the inspector, and clears', async () => {
    expect(database.bulkInsert('notes', numbered(12_000))).toBe(12_000);
    expect(database.listDocuments('notes', { skip: 1, limit: 1 })).toEqual([
      { _id: 'd000001', n: 1, at: { $date: 1 } },
    ]);
    expect(database.listDocuments('notes', { skip: 0, limit: 50, idPrefix: 'd00001' })).toHaveLength(10);
    expect(database.listCollections()).toEqual([{ name: 'notes', count: 12_000, indexes: [] }]);
    database.clear();
    expect(database.listCollections()).toEqual([{ name: 'notes', count: 0, indexes: [] }]);
    expect(await notes.count({})).toBe(0);
  });

  it('refuses a bulk duplicate or a document without a text _id', () => {
    database.bulkInsert('notes', [{ _id: 'a' }]);
    expect(() => database.bulkInsert('notes', [{ _id: 'a' }])).toThrow(/E11000 duplicate key/);
    expect(() => database.bulkInsert('notes', [{ n: 1 }])).toThrow(/string _id/);
  });

  it('counts round trips by action', async () => {
    await notes.add({ n: 1 });
    await notes.find({});
    await notes.find({});
    expect(database.statistics()).toEqual({
      roundTrips: 3,
      actions: { 'database.insertDocument': 1, 'database.getDocument': 2 },
      openTransactions: 0,
    });
    database.resetStatistics();
    expect(database.statistics().roundTrips).toBe(0);
  });

  it('refuses an index its documents contradict, and a second meaning of a name', async () => {
    await notes.add({ _id: 'a', code: 1 }, { _id: 'b', code: 1 });
    const unique = { name: 'code', keys: [{ field: 'code', direction: 1 as const }], unique: true };
    expect(() => database.declareIndex('notes', unique)).toThrow();
    expect(database.listCollections()[0]?.indexes).toEqual([]);
    await notes.remove({ _id: 'b' });
    database.declareIndex('notes', unique);
    database.declareIndex('notes', unique);
    expect(() => database.declareIndex('notes', { ...unique, unique: false })).toThrow(/another declaration/);
    await expect(notes.add({ code: 1 })).rejects.toThrow(/E11000/);
    await notes.add({ code: true });
  });

  it('takes an index away, after which its name and its rule are free', async () => {
    const unique = { name: 'code', keys: [{ field: 'code', direction: 1 as const }], unique: true };
    database.declareIndex('notes', unique);
    database.removeIndex('notes', 'code');
    database.removeIndex('notes', 'code');
    expect(database.listCollections()[0]?.indexes).toEqual([]);
    await notes.add({ _id: 'a', code: 1 }, { _id: 'b', code: 1 });
    database.declareIndex('notes', { ...unique, unique: false });
  });

  it('learns what existing documents hold when an index comes later', async () => {
    await notes.add({ _id: 'a', tags: ['x', 'y'] }, { _id: 'b', tags: 'x' });
    database.declareIndex('notes', { name: 'tags', keys: [{ field: 'tags', direction: 1 }] });
    expect(await notes.count({ tags: 'x' })).toBe(2);
  });
});

describe('limits', () => {
  it('refuses a document above the size limit, new or grown', async () => {
    await expect(notes.add({ s: 'x'.repeat(3000) })).rejects.toThrow(/too large/);
    await notes.add({ _id: 'a', s: 'x'.repeat(1900) });
    await expect(notes.update('a', { $set: { t: 'y'.repeat(200) } })).rejects.toThrow(/too large/);
    expect(await notes.one('a')).toEqual({ _id: 'a', s: 'x'.repeat(1900) });
  });

  it('creates a declared collection once', async () => {
    await new TestClient(database, 'fresh').send('addCollection');
    await expect(new TestClient(database, 'fresh').send('addCollection')).rejects.toThrow(/exist/);
    await new TestClient(database, 'fresh').add({ n: 1 });
  });
});

describe('what the local cloud lacks', () => {
  const cases: Array<[string, () => Promise<unknown>]> = [
    ['an _id that is no text', () => notes.send('insertDocument', { data: ['{"_id":{"$numberInt":"5"}}'] })],
    [
      'an ObjectId',
      () => notes.send('insertDocument', { data: ['{"o":{"$oid":"5f0000000000000000000000"}}'] }),
    ],
    ['a decimal', () => notes.send('insertDocument', { data: ['{"o":{"$numberDecimal":"1"}}'] })],
    [
      'a number that is not finite',
      () => notes.send('insertDocument', { data: ['{"o":{"$numberDouble":"NaN"}}'] }),
    ],
    ['a text search', () => notes.find({ $text: { $search: 'x' } })],
    ['code in a query', () => notes.find({ $where: 'true' })],
    [
      'code in an expression',
      () => notes.aggregate({ $project: { x: { $function: { body: '', args: [] } } } }),
    ],
    ['an unknown operator', () => notes.find({ n: { $near: [0, 0] } })],
    ['an unknown stage', () => notes.aggregate({ $out: 'other' })],
    ['an unknown action', () => notes.send('dropEverything')],
    ['positional updates', () => notes.update('a', { $set: { 'list.$.n': 1 } })],
    ['$currentDate', () => notes.update('a', { $currentDate: { at: true } })],
    [
      'update without a condition',
      () => notes.send('modifyDocument', { merge: true, data: '{"$set":{"n":1}}' }),
    ],
    ['remove without a condition', () => notes.send('removeDocument', { multi: true })],
    [
      'addToSet with each',
      async () => {
        await notes.add({ _id: 'a' });
        await notes.update('a', { $addToSet: { list: { each: [1, 2] } } });
      },
    ],
    ['a batch add in a transaction', async () => notes.within(await notes.start()).add({ n: 1 }, { n: 2 })],
    [
      'updateAll in a transaction',
      async () => notes.within(await notes.start()).updateAll({}, { $set: { n: 1 } }),
    ],
    ['count in a transaction', async () => notes.within(await notes.start()).count({})],
  ];

  it.each(cases)('refuses %s by name', async (_name, attempt) => {
    await expect(attempt()).rejects.toThrow(/^NotImplemented: /);
  });
});

describe('malformed requests', () => {
  const bodies: Array<[string, Record<string, unknown>]> = [
    ['getDocument', { query: '{' }],
    ['getDocument', { query: '[]' }],
    ['getDocument', { query: 5 }],
    ['getDocument', { limit: -1 }],
    ['getDocument', { order: '{"n":{"$numberInt":"2"}}' }],
    ['getDocument', { query: '{"__proto__":{"polluted":true}}' }],
    ['getDocument', { query: '{"$and":[]}' }],
    ['getDocument', { query: '{"n":{"$in":5}}' }],
    ['insertDocument', { data: '{}' }],
    ['insertDocument', { data: ['5'] }],
    ['insertDocument', { data: ['{"__proto__":{"polluted":true}}'] }],
    ['insertDocument', { data: ['{"a.b":1}'] }],
    ['insertDocument', { data: ['{"$set":1}'] }],
    ['modifyDocument', { query: '{}', data: '{"n":1}', merge: true }],
    ['modifyDocument', { query: '{}', data: '{"$set":{"_id":"z"}}', merge: true }],
    ['aggregateDocuments', { stages: [{ stageKey: '$match' }] }],
    ['aggregateDocuments', { stages: 'all' }],
    ['commitTransaction', { transactionId: 'none' }],
    ['getDocument', { collectionName: 'x"; DROP TABLE meta_collections; --' }],
    ['addCollection', { collectionName: 'x"; DROP TABLE meta_collections; --' }],
  ];

  it.each(bodies)('refuses %s %j with a code and changes nothing', async (action, body) => {
    const answer = await database.handle(`database.${action}`, { collectionName: 'notes', ...body });
    expect(typeof answer['code']).toBe('string');
    expect(answer['code']).not.toBe('SYS_ERR');
    expect(typeof answer['requestId']).toBe('string');
    expect('polluted' in {}).toBe(false);
    expect(await notes.count({})).toBe(0);
  });
});
