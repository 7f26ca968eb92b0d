/**
 * Sums by SQL are the sums by mingo: the same documents in a collection with the index and in one
 * without.
 */
import fc from 'fast-check';
import { LocalDatabase } from './database';

const anyFact = fc.record(
  {
    area: fc.constantFrom('x', 'y', 'z', null),
    kind: fc.constantFrom('done', 'open'),
    minutes: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 500 }) }, fc.constant(null)),
  },
  { requiredKeys: ['kind'] },
);
const FILTERS = [
  {},
  { kind: 'done' },
  { area: { $in: ['x', 'y'] }, kind: 'done', minutes: { $gte: 1 } },
  { area: 'nowhere' },
];
const anyGroup = fc.constantFrom(
  { _id: '$area', count: { $sum: 1 }, minutes: { $sum: '$minutes' } },
  { _id: null, minutes: { $sum: '$minutes' } },
);

async function sumsOf(database: LocalDatabase, collectionName: string, filter: object, group: object) {
  const stages = [
    { stageKey: '$match', stageValue: JSON.stringify(filter) },
    { stageKey: '$group', stageValue: JSON.stringify(group) },
    { stageKey: '$sort', stageValue: JSON.stringify({ _id: 1 }) },
  ];
  return (await database.handle('database.aggregateDocuments', { collectionName, stages }))['data'];
}

it('sums by an index what is summed without one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFact),
      fc.constantFrom(...FILTERS),
      anyGroup,
      async (facts, filter, group) => {
        const database = LocalDatabase.open({ path: ':memory:', clock: Date.now });
        const keys = ['area', 'kind', 'minutes'].map((field) => ({ field, direction: 1 as const }));
        for (const name of ['plain', 'indexed']) database.declareCollection(name);
        database.declareIndex('indexed', { name: 'sums', keys });
        const documents = facts.map((fact, number) => ({ _id: String(number), ...fact }));
        for (const name of ['plain', 'indexed']) database.bulkInsert(name, documents);
        const [plain, indexed] = [
          await sumsOf(database, 'plain', filter, group),
          await sumsOf(database, 'indexed', filter, group),
        ];
        database.close();
        expect(indexed).toEqual(plain);
        expect(plain).toBeDefined();
      },
    ),
  );
});
