/** Why this exists: tests of the database speak its wire actions without HTTP; this spells them briefly. */
import { LocalDatabase } from './database';
import { isPlainObject, parseStoredText } from './ejson';
import type { DatabaseOptions, JsonObject } from './types';

/** Opens a database in memory with a clock that stands still unless told otherwise. */
export function openInMemory(options: Partial<DatabaseOptions> = {}): LocalDatabase {
  return LocalDatabase.open({ path: ':memory:', clock: () => 1_767_225_600_000, ...options });
}

export class WireRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** One collection of a database, plain or inside a transaction. Refusals are thrown as `WireRefusal`. */
export class TestClient {
  constructor(
    private readonly database: LocalDatabase,
    private readonly collection: string,
    private readonly transactionId?: string,
  ) {}

  /** The same collection inside a transaction. */
  within(transactionId: string): TestClient {
    return new TestClient(this.database, this.collection, transactionId);
  }

  async send(action: string, body: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const transaction = this.transactionId === undefined ? {} : { transactionId: this.transactionId };
    const request = { collectionName: this.collection, ...transaction, ...body };
    const answer = await this.database.handle(`database.${action}`, request);
    if (typeof answer['code'] === 'string') throw new WireRefusal(answer['code'], String(answer['message']));
    const { data } = answer;
    return isPlainObject(data) ? data : answer;
  }

  async start(): Promise<string> {
    return String((await this.send('startTransaction'))['transactionId']);
  }

  async commit(transactionId: string): Promise<void> {
    await this.send('commitTransaction', { transactionId });
  }

  async add(...documents: JsonObject[]): Promise<string[]> {
    const data = documents.map((document) => JSON.stringify(document));
    const { insertedIds } = await this.send('insertDocument', { data });
    return Array.isArray(insertedIds) ? insertedIds.map(String) : [];
  }

  async find(
    query: object,
    options: { order?: object; offset?: number; limit?: number } = {},
  ): Promise<JsonObject[]> {
    const { order, ...page } = options;
    const answer = await this.send('getDocument', {
      queryType: 'WHERE',
      query: JSON.stringify(query),
      limit: 1000,
      ...page,
      ...(order === undefined ? {} : { order: JSON.stringify(order) }),
    });
    return listOf(answer);
  }

  async one(id: string): Promise<JsonObject | undefined> {
    const answer = await this.send('getDocument', { queryType: 'DOC', query: JSON.stringify({ _id: id }) });
    return listOf(answer)[0];
  }

  async count(query: object): Promise<number> {
    return Number((await this.send('calculateDocument', { query: JSON.stringify(query) }))['total']);
  }

  /** Updates every match of a query; answers how many changed. */
  async updateAll(query: object, data: object): Promise<number> {
    return this.modify({ queryType: 'WHERE', multi: true, merge: true, upsert: false }, query, data);
  }

  async update(id: string, data: object): Promise<number> {
    return this.modify({ queryType: 'DOC', multi: false, merge: true, upsert: false }, { _id: id }, data);
  }

  async set(id: string, data: object): Promise<number> {
    return this.modify({ queryType: 'DOC', multi: false, merge: false, upsert: true }, { _id: id }, data);
  }

  private async modify(kind: object, query: object, data: object): Promise<number> {
    const body = { ...kind, query: JSON.stringify(query), data: JSON.stringify(data) };
    return Number((await this.send('modifyDocument', body))['updated']);
  }

  async remove(query: object): Promise<number> {
    const isOne = this.transactionId !== undefined;
    const body = { query: JSON.stringify(query), multi: !isOne, queryType: isOne ? 'DOC' : 'WHERE' };
    return Number((await this.send('removeDocument', body))['deleted']);
  }

  async aggregate(...stages: object[]): Promise<JsonObject[]> {
    const wire = stages.flatMap((stage) =>
      Object.entries(stage).map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
    );
    return listOf(await this.send('aggregateDocuments', { stages: wire }));
  }
}

function listOf(answer: Record<string, unknown>): JsonObject[] {
  const { list } = answer;
  return Array.isArray(list) ? list.map((text) => parseStoredText(String(text))) : [];
}
