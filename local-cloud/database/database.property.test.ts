/** The engine, with and without indexes, against a map and mingo. */
import fc from 'fast-check';
import { Query, update } from 'mingo';
import { openInMemory, TestClient } from './test-client';
import type { JsonObject, JsonValue } from './types';

const idOf = fc.integer({ min: 0, max: 11 }).map((n) => `d${n}`);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'b', 'ab'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -2, max: 3 }).map((ms) => ({ $date: ms })),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);

const body = fc.record(
  {
    v: value,
    area: scalar,
    k: fc.integer({ min: 0, max: 9 }),
    o: fc.record({ x: scalar }, { requiredKeys: [] }),
  },
  { requiredKeys: ['k'] },
);

/** A condition on one field. */
function condition(operand: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const comparison = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne');
  const comparable = operand.filter((item) => item !== null && !Array.isArray(item));
  return fc.oneof(
    operand,
    fc.tuple(comparison, comparable).map(([operator, item]): JsonValue => ({ [operator]: item })),
    fc.tuple(comparable, comparable).map(([low, high]): JsonValue => ({ $gte: low, $lt: high })),
    fc.array(operand, { maxLength: 4 }).map((list): JsonValue => ({ $in: list })),
    fc.array(operand, { maxLength: 3 }).map((list): JsonValue => ({ $nin: list })),
    fc.boolean().map((exists): JsonValue => ({ $exists: exists })),
  );
}

const clause = fc.oneof(
  fc.record({ v: condition(scalar) }),
  fc.record({ area: condition(scalar), v: condition(scalar) }),
  fc.record({ 'o.x': condition(scalar) }),
  fc.record({
    _id: fc.oneof(
      idOf,
      fc.array(idOf, { maxLength: 4 }).map((list): JsonValue => ({ $in: list })),
    ),
  }),
  fc.record({ k: condition(fc.integer({ min: 0, max: 9 })) }),
);
const filter: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({}),
  clause,
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): JsonObject => ({ $or: list })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): JsonObject => ({ $and: list })),
  fc.array(clause, { minLength: 1, maxLength: 2 }).map((list): JsonObject => ({ $nor: list })),
);

const modifier: fc.Arbitrary<JsonObject> = fc.oneof(
  scalar.map((item): JsonObject => ({ $set: { area: item } })),
  value.map((item): JsonObject => ({ $set: { v: item } })),
  fc.integer({ min: -3, max: 3 }).map((n): JsonObject => ({ $inc: { k: n } })),
  fc.integer({ min: -3, max: 3 }).map((n): JsonObject => ({ $mul: { k: n } })),
  fc.integer({ min: 0, max: 9 }).map((n): JsonObject => ({ $max: { k: n } })),
  fc.integer({ min: 0, max: 9 }).map((n): JsonObject => ({ $min: { k: n } })),
  fc.constant<JsonObject>({ $unset: { 'o.x': '' } }),
  fc.constant<JsonObject>({ $unset: { v: '' } }),
);

type Step =
  | { kind: 'add' | 'set'; id: string; body: JsonObject }
  | { kind: 'update'; filter: JsonObject; modifier: JsonObject }
  | { kind: 'remove'; filter: JsonObject }
  | { kind: 'find'; filter: JsonObject; field: string; direction: 1 | -1; skip: number; limit: number };

const asJson = body.map((fields): JsonObject => ({ ...fields }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add'), id: idOf, body: asJson }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set'), id: idOf, body: asJson }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('update'), filter, modifier }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), filter }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('find'),
      filter,
      field: fc.constantFrom('area', 'o.x', 'k', '_id'),
      direction: fc.constantFrom(1 as const, -1 as const),
      skip: fc.integer({ min: 0, max: 3 }),
      limit: fc.integer({ min: 1, max: 8 }),
    }),
  },
);

/** Stored form to what mingo reads. */
function revive(item: JsonValue): unknown {
  if (Array.isArray(item)) return item.map(revive);
  if (typeof item !== 'object' || item === null) return item;
  if (typeof item['$date'] === 'number') return new Date(item['$date']);
  return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, revive(inner ?? null)]));
}

function reviveDocument(item: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, revive(inner ?? null)]));
}

function rank(item: unknown): [number, number | string] {
  if (item === undefined || item === null) return [1, 0];
  if (typeof item === 'number') return [2, item];
  if (typeof item === 'string') return [3, item];
  if (typeof item === 'boolean') return [6, Number(item)];
  return [7, item instanceof Date ? item.getTime() : 0];
}

function compare(left: unknown, right: unknown): number {
  const [leftRank, leftValue] = rank(left);
  const [rightRank, rightValue] = rank(right);
  if (leftRank !== rightRank) return leftRank - rightRank;
  if (leftValue === rightValue) return 0;
  return leftValue < rightValue ? -1 : 1;
}

/** The obvious database: a map, mingo, and a sort by hand. */
class Model {
  readonly documents = new Map<string, Record<string, unknown>>();

  matches(condition: JsonObject): Array<Record<string, unknown>> {
    const query = new Query(reviveDocument(condition), {});
    return [...this.documents.values()].filter((document) => query.test(document));
  }

  update(condition: JsonObject, change: JsonObject): number {
    let changed = 0;
    for (const document of this.matches(condition)) {
      const before = JSON.stringify(document);
      update(document, reviveDocument(change));
      if (JSON.stringify(document) !== before) changed += 1;
    }
    return changed;
  }

  find(search: Extract<Step, { kind: 'find' }>): string[] {
    const at = (document: Record<string, unknown>): unknown =>
      search.field === 'o.x' ? reviveField(document['o']) : document[search.field];
    return this.matches(search.filter)
      .sort(
        (left, right) =>
          compare(at(left), at(right)) * search.direction || compare(left['_id'], right['_id']),
      )
      .slice(search.skip, search.skip + search.limit)
      .map((document) => String(document['_id']));
  }
}

function reviveField(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'x' in item ? item.x : undefined;
}

async function perform(client: TestClient, current: Step): Promise<unknown> {
  switch (current.kind) {
    case 'add':
      return client.add({ _id: current.id, ...current.body }).then(
        () => 'added',
        (error: unknown) =>
          /E11000/.test(String(error)) ? 'taken' : Promise.reject(new Error(String(error))),
      );
    case 'set':
      return client.set(current.id, current.body).then(() => 'set');
    case 'update':
      return client.updateAll(current.filter, current.modifier);
    case 'remove':
      return client.remove(current.filter);
    case 'find': {
      const order = { [current.field]: current.direction, ...(current.field === '_id' ? {} : { _id: 1 }) };
      const rows = await client.find(current.filter, { order, offset: current.skip, limit: current.limit });
      expect(await client.count(current.filter)).toBe((await client.find(current.filter)).length);
      return rows.map((row) => row['_id']);
    }
  }
}

function performOnModel(model: Model, current: Step): unknown {
  switch (current.kind) {
    case 'add':
      if (model.documents.has(current.id)) return 'taken';
      model.documents.set(current.id, reviveDocument({ _id: current.id, ...current.body }));
      return 'added';
    case 'set':
      model.documents.set(current.id, reviveDocument({ _id: current.id, ...current.body }));
      return 'set';
    case 'update':
      return model.update(current.filter, current.modifier);
    case 'remove': {
      const gone = model.matches(current.filter);
      for (const document of gone) model.documents.delete(String(document['_id']));
      return gone.length;
    }
    case 'find':
      return model.find(current);
  }
}

async function agrees(steps: readonly Step[]): Promise<void> {
  const database = openInMemory();
  database.declareCollection('bare');
  database.declareCollection('indexed');
  database.declareIndex('indexed', { name: 'v', keys: [{ field: 'v', direction: 1 }] });
  database.declareIndex('indexed', {
    name: 'area_v',
    keys: [
      { field: 'area', direction: 1 },
      { field: 'k', direction: -1 },
    ],
  });
  database.declareIndex('indexed', { name: 'ox', keys: [{ field: 'o.x', direction: -1 }] });
  const model = new Model();
  try {
    for (const current of steps) {
      const expected = performOnModel(model, current);
      for (const name of ['bare', 'indexed']) {
        const answer = await perform(new TestClient(database, name), current);
        expect({ name, current, answer }).toEqual({ name, current, answer: expected });
      }
    }
    for (const name of ['bare', 'indexed']) {
      const rows = (await new TestClient(database, name).find({})).map(reviveDocument);
      expect(new Set(rows.map((row) => JSON.stringify(sortKeys(row))))).toEqual(
        new Set([...model.documents.values()].map((row) => JSON.stringify(sortKeys(row)))),
      );
    }
  } finally {
    database.close();
  }
}

function sortKeys(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).sort(([left], [right]) => compare(left, right)));
}

it('random writes and queries agree with a map and mingo, with and without indexes', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), agrees));
});
