/** Why this exists: the wire actions of the database, each from its request body to its answer. */
import { randomBytes } from 'node:crypto';
import { Aggregation } from './aggregate';
import type { Stage } from './aggregate';
import type { CollectionCatalogue } from './catalogue';
import type { Collections } from './collections';
import {
  isJsonObject,
  isPlainObject,
  parseJson,
  parseStoredText,
  toRuntime,
  toRuntimeFilter,
  toStored,
} from './ejson';
import { invalidParameter, notImplemented, requestFailed, resultTooLarge } from './errors';
import { buildProjection } from './projection';
import type { Reader } from './reads';
import type { Transaction, Transactions } from './transactions';
import type { DatabaseLimits, JsonObject, RuntimeFilter, SortKey } from './types';
import { applyUpdate, parseUpdate } from './update-operators';
import { parseSort } from './values';
import type { Change, Writer } from './writer';

type Body = Record<string, unknown>;
type Answer = Record<string, unknown>;

function countOf(value: unknown, what: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidParameter(`${what} must be a non-negative integer`);
}

export class Actions {
  private readonly aggregation: Aggregation;

  constructor(
    private readonly collections: Collections,
    private readonly reader: Reader,
    private readonly writer: Writer,
    private readonly transactions: Transactions,
    private readonly limits: DatabaseLimits,
    private readonly clock: () => number,
  ) {
    this.aggregation = new Aggregation(reader, (name) => collections.get(name));
  }

  /** Runs one action; throws DatabaseError when it is refused. */
  run(action: string, body: Body): Answer | Promise<Answer> {
    switch (action) {
      case 'database.addCollection':
        return this.addCollection(body);
      case 'database.insertDocument':
        return this.insert(body);
      case 'database.getDocument':
        return this.get(body);
      case 'database.calculateDocument':
        return this.count(body);
      case 'database.modifyDocument':
        return body['merge'] === false ? this.replace(body) : this.update(body);
      case 'database.modifyAndReturnDoc':
        return this.updateAndReturn(body);
      case 'database.removeDocument':
        return this.remove(body);
      case 'database.aggregateDocuments':
        return this.aggregate(body);
      case 'database.startTransaction':
        return { transactionId: this.transactions.start().id };
      case 'database.commitTransaction':
        return this.commit(body);
      case 'database.abortTransaction':
        this.transactions.finish(this.transactions.get(body['transactionId']));
        return {};
      default:
        throw notImplemented(`the action ${action}`);
    }
  }

  private transactionOf(body: Body): Transaction | undefined {
    const { transactionId } = body;
    return transactionId === undefined || transactionId === null
      ? undefined
      : this.transactions.get(transactionId);
  }

  /** The server's time; inside a transaction the cloud does not offer it, so neither do we. */
  private serverClock(transaction: Transaction | undefined): () => number {
    if (transaction === undefined) return this.clock;
    return () => {
      throw notImplemented('serverDate inside a transaction');
    };
  }

  private filterOf(body: Body, transaction: Transaction | undefined): RuntimeFilter {
    const { query } = body;
    if (query === undefined || query === null) return {};
    return toRuntimeFilter(parseJson(query, 'query'), this.serverClock(transaction));
  }

  private addCollection(body: Body): Answer {
    const { collectionName } = body;
    if (typeof collectionName !== 'string') throw invalidParameter('collectionName must be a string');
    if (this.collections.has(collectionName)) {
      throw requestFailed(`[ResourceExist] Table exist: ${collectionName}. Please check your request.`);
    }
    this.collections.declare(collectionName);
    return {};
  }

  private documentOf(text: unknown, clock: () => number): JsonObject {
    const value = toStored(parseJson(text, 'data'), clock);
    if (!isJsonObject(value)) throw invalidParameter('a document must be an object');
    return value;
  }

  private async insert(body: Body): Promise<Answer> {
    const transaction = this.transactionOf(body);
    const catalogue = this.collections.get(body['collectionName']);
    const { data } = body;
    if (!Array.isArray(data) || data.length === 0) throw invalidParameter('data must be a non-empty array');
    if (transaction !== undefined && data.length > 1)
      throw notImplemented('a batch add inside a transaction');
    const changes = data.map((text: unknown): Change => {
      const document = this.documentOf(text, this.serverClock(transaction));
      const id = document['_id'] ?? randomBytes(16).toString('hex');
      if (typeof id !== 'string') throw notImplemented('an _id that is not a string');
      return { id, before: null, after: { _id: id, ...document } };
    });
    for (const { after } of changes) if (after !== null) this.writer.textOf(after);
    await this.write(catalogue, transaction, () => changes);
    return { data: { insertedIds: changes.map(({ id }) => id) } };
  }

  /** Applies changes, plain or in the transaction, which any refusal ends. */
  private async write(
    catalogue: CollectionCatalogue,
    transaction: Transaction | undefined,
    plan: () => Change[],
  ): Promise<Change[]> {
    if (transaction === undefined) return this.writer.plain(catalogue, plan);
    try {
      const changes = plan();
      for (const change of changes) this.writer.transactional(catalogue, transaction, change);
      return changes;
    } catch (error) {
      this.transactions.finish(transaction);
      throw error;
    }
  }

  private get(body: Body): Answer {
    const transaction = this.transactionOf(body);
    const catalogue = this.collections.get(body['collectionName']);
    const offset = countOf(body['offset'], 'offset') ?? 0;
    const asked = countOf(body['limit'], 'limit') || this.limits.defaultQueryRows;
    const limit = Math.min(asked, this.limits.maxQueryRows);
    const sort: SortKey[] =
      body['order'] === undefined ? [] : parseSort(toRuntime(parseJson(body['order'], 'order'), this.clock));
    const project = buildProjection(
      body['projection'] === undefined
        ? undefined
        : toRuntime(parseJson(body['projection'], 'projection'), this.clock),
    );
    const filter = this.filterOf(body, transaction);
    const found = this.reader.find(catalogue, filter, { sort, skip: offset, limit }, transaction);
    const list = found.map(({ text }) => project(text));
    this.refuseLargeResult(list);
    return { data: { list, offset, limit } };
  }

  private refuseLargeResult(list: readonly string[]): void {
    let bytes = 0;
    for (const text of list) bytes += Buffer.byteLength(text);
    if (bytes > this.limits.maxResultBytes) throw resultTooLarge(this.limits.maxResultBytes);
  }

  private count(body: Body): Answer {
    if (body['transactionId'] !== undefined) throw notImplemented('count inside a transaction');
    const catalogue = this.collections.get(body['collectionName']);
    return { data: { total: this.reader.count(catalogue, this.filterOf(body, undefined)) } };
  }

  private requireSingle(body: Body, transaction: Transaction | undefined): void {
    if (body['query'] === undefined) throw notImplemented('update or remove without a query');
    if (transaction !== undefined && body['queryType'] !== 'DOC') {
      throw notImplemented('where().update/remove inside a transaction');
    }
  }

  private async applySteps(
    body: Body,
    transaction: Transaction | undefined,
    rows: number,
  ): Promise<Change[]> {
    const catalogue = this.collections.get(body['collectionName']);
    const clock = this.serverClock(transaction);
    const data = parseJson(body['data'], 'data');
    parseUpdate(data, clock);
    return this.write(catalogue, transaction, () => {
      const steps = parseUpdate(data, clock);
      const options = { sort: [], skip: 0, limit: rows };
      const found = this.reader.find(catalogue, this.filterOf(body, transaction), options, transaction);
      return found.flatMap(({ id, text }): Change[] => {
        const after = parseStoredText(text);
        applyUpdate(after, steps);
        return this.writer.textOf(after) === text ? [] : [{ id, before: text, after }];
      });
    });
  }

  private async update(body: Body): Promise<Answer> {
    const transaction = this.transactionOf(body);
    this.requireSingle(body, transaction);
    if (body['upsert'] === true) throw notImplemented('an update with upsert');
    const changes = await this.applySteps(body, transaction, body['multi'] === true ? Infinity : 1);
    return { data: { updated: changes.length, upsert_id: null } };
  }

  private async updateAndReturn(body: Body): Promise<Answer> {
    const transaction = this.transactionOf(body);
    if (transaction !== undefined) throw notImplemented('updateAndReturn inside a transaction');
    this.requireSingle(body, transaction);
    const [change] = await this.applySteps(body, transaction, 1);
    const doc = change?.after === undefined || change.after === null ? null : JSON.stringify(change.after);
    return { data: { updated: change === undefined ? 0 : 1, doc } };
  }

  /** doc().set(): replaces the whole document or creates it. */
  private async replace(body: Body): Promise<Answer> {
    const transaction = this.transactionOf(body);
    this.requireSingle(body, transaction);
    if (body['queryType'] !== 'DOC' || body['upsert'] !== true) throw notImplemented('set on a query');
    const catalogue = this.collections.get(body['collectionName']);
    const id = this.filterOf(body, transaction)['_id'];
    if (typeof id !== 'string') throw notImplemented('an _id that is not a string');
    const data = this.documentOf(body['data'], this.serverClock(transaction));
    if ('_id' in data) throw invalidParameter('set must not hold _id');
    const after = { _id: id, ...data };
    const text = this.writer.textOf(after);
    let isCreated = false;
    const changes = await this.write(catalogue, transaction, () => {
      const before = this.reader.text(catalogue, id, transaction);
      isCreated = before === null;
      return before === text ? [] : [{ id, before, after }];
    });
    return { data: { updated: isCreated ? 0 : changes.length, upsert_id: isCreated ? id : null } };
  }

  private async remove(body: Body): Promise<Answer> {
    const transaction = this.transactionOf(body);
    this.requireSingle(body, transaction);
    const catalogue = this.collections.get(body['collectionName']);
    const options = { sort: [], skip: 0, limit: body['multi'] === true ? Infinity : 1 };
    const changes = await this.write(catalogue, transaction, () =>
      this.reader
        .find(catalogue, this.filterOf(body, transaction), options, transaction)
        .map(({ id, text }) => ({ id, before: text, after: null })),
    );
    return { data: { deleted: changes.length } };
  }

  private aggregate(body: Body): Answer {
    const catalogue = this.collections.get(body['collectionName']);
    const { stages } = body;
    if (!Array.isArray(stages)) throw invalidParameter('stages must be an array');
    const pipeline = stages.map((stage: unknown): Stage => {
      if (!isPlainObject(stage) || typeof stage['stageKey'] !== 'string') throw invalidParameter('stageKey');
      return [stage['stageKey'], toRuntime(parseJson(stage['stageValue'], 'stageValue'), this.clock)];
    });
    const rows = this.aggregation.run(catalogue, pipeline);
    const isLimited = pipeline.some(([name]) => name === '$limit');
    if (isLimited && rows.length > this.limits.maxAggregateRows) {
      throw requestFailed(`an aggregation answers at most ${this.limits.maxAggregateRows} rows`);
    }
    const list = isLimited ? rows : rows.slice(0, this.limits.defaultAggregateRows);
    this.refuseLargeResult(list);
    return { data: { list } };
  }

  private commit(body: Body): Answer {
    const transaction = this.transactions.get(body['transactionId']);
    try {
      this.writer.commit(transaction, (name) => this.collections.get(name));
    } finally {
      this.transactions.finish(transaction);
    }
    return {};
  }
}
