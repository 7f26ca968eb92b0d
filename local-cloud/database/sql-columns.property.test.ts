/** An answer from an index is that from the documents: one collection has the index, another does not. */
import fc from 'fast-check';
import { LocalDatabase } from './database';
import type { JsonObject } from './types';

const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.integer() },
  { weight: 4, arbitrary: fc.string({ maxLength: 3 }) },
  fc.constant(null),
  fc.boolean(),
  fc.array(fc.integer(), { maxLength: 1 }),
);
/** Most collections hold documents of one shape, as a product writes them. */
const anyMinutes = fc.constantFrom(fc.integer(), fc.option(fc.integer()), anyValue);
const anyBegin = fc.constantFrom(
  fc.record({ begun: fc.record({ at: fc.integer() }) }),
  fc.record({ begun: fc.option(fc.record({ at: fc.integer() })) }),
  fc.record({ begun: fc.record({ at: fc.integer() }) }, { requiredKeys: [] }),
  fc.record({ begun: fc.record({ at: fc.integer() }, { requiredKeys: [] }) }),
  fc.record({ begun: fc.option(fc.record({ at: fc.integer(), by: fc.string() }, { requiredKeys: ['at'] })) }),
  fc.record({ begun: fc.record({ at: fc.integer(), by: fc.string() }, { requiredKeys: [] }) }),
  fc.record({ begun: fc.oneof(anyValue, fc.record({ at: anyValue })) }),
);
const anyDocuments = fc.tuple(anyMinutes, anyBegin).chain(([minutes, begin]) =>
  fc.array(
    fc.tuple(fc.record({ kind: fc.constantFrom('done', 'open'), minutes }), begin).map(([one, begun]) => ({
      ...one,
      ...begun,
    })),
    { maxLength: 8 },
  ),
);

const PROJECTIONS = [
  { minutes: 1, 'begun.at': 1 },
  { kind: true, 'begun.at': true, _id: 0 },
  { 'begun.by': true, 'begun.at': true },
  { 'begun.by': true, kind: true },
  { kind: 1, minutes: 1, elsewhere: 1 },
  { minutes: 0 },
];

async function answerOf(
  database: LocalDatabase,
  collectionName: string,
  projection: object,
): Promise<unknown> {
  const answer = await database.handle('database.getDocument', {
    collectionName,
    query: JSON.stringify({ kind: { $in: ['done'] } }),
    order: JSON.stringify({ _id: 1 }),
    projection: JSON.stringify(projection),
  });
  return parseDocuments(answer['data']);
}

function parseStored(documents: readonly object[]): JsonObject[] {
  return JSON.parse(JSON.stringify(documents)) as JsonObject[];
}

function parseDocuments(data: unknown): unknown[] {
  return (data as { readonly list: readonly string[] }).list.map((text): unknown => JSON.parse(text));
}

it('answers from an index what it answers from the documents', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocuments, fc.constantFrom(...PROJECTIONS), async (found, projection) => {
      const database = LocalDatabase.open({ path: ':memory:', clock: Date.now });
      const fields = ['kind', '_id', 'minutes', 'begun.at', 'begun.by'];
      const keys = fields.map((field) => ({ field, direction: 1 as const }));
      for (const name of ['plain', 'indexed']) database.declareCollection(name);
      database.declareIndex('indexed', { name: 'all', keys });
      const documents = found.map((one, number) => ({ _id: String(number), ...one }));
      for (const name of ['plain', 'indexed']) database.bulkInsert(name, parseStored(documents));
      const [plain, indexed] = [
        await answerOf(database, 'plain', projection),
        await answerOf(database, 'indexed', projection),
      ];
      database.close();
      expect(indexed).toEqual(plain);
    }),
  );
});
