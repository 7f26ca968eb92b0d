/** Why this exists: the wire actions of the database, each from its request body to its answer. */
import { Aggregation } from './aggregate';
import type { Stage } from './aggregate';
import type { Collections } from './collections';
import { isPlainObject, parseJson, toRuntime } from './ejson';
import { invalidParameter, notImplemented, requestFailed, resultTooLarge } from './errors';
import { buildProjection } from './projection';
import type { Reader } from './reads';
import { filterOf, serverClock, transactionOf } from './request';
import type { Answer, Body } from './request';
import type { Transactions } from './transactions';
import type { DatabaseLimits, SortKey } from './types';
import { parseSort } from './values';
import { WriteActions } from './write-actions';
import type { Writer } from './writer';

function countOf(value: unknown, what: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidParameter(`${what} must be a non-negative integer`);
}

export class Actions {
  private readonly aggregation: Aggregation;
  private readonly writes: WriteActions;

  constructor(
    private readonly collections: Collections,
    private readonly reader: Reader,
    private readonly writer: Writer,
    private readonly transactions: Transactions,
    private readonly limits: DatabaseLimits,
    private readonly clock: () => number,
  ) {
    this.writes = new WriteActions(collections, reader, writer, transactions, clock);
    this.aggregation = new Aggregation(reader, (name) => collections.get(name));
  }

  /** Runs one action; throws DatabaseError when it is refused. */
  run(action: string, body: Body): Answer | Promise<Answer> {
    switch (action) {
      case 'database.addCollection':
        return this.addCollection(body);
      case 'database.insertDocument':
        return this.writes.insert(body);
      case 'database.getDocument':
        return this.get(body);
      case 'database.calculateDocument':
        return this.count(body);
      case 'database.modifyDocument':
        return body['merge'] === false ? this.writes.replace(body) : this.writes.update(body);
      case 'database.modifyAndReturnDoc':
        return this.writes.updateAndReturn(body);
      case 'database.removeDocument':
        return this.writes.remove(body);
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

  private addCollection(body: Body): Answer {
    const { collectionName } = body;
    if (typeof collectionName !== 'string') throw invalidParameter('collectionName must be a string');
    if (this.collections.has(collectionName)) {
      throw requestFailed(`[ResourceExist] Table exist: ${collectionName}. Please check your request.`);
    }
    this.collections.declare(collectionName);
    return {};
  }

  private get(body: Body): Answer {
    const transaction = transactionOf(this.transactions, body);
    const catalogue = this.collections.get(body['collectionName']);
    const offset = countOf(body['offset'], 'offset') ?? 0;
    const asked = countOf(body['limit'], 'limit') || this.limits.defaultQueryRows;
    const limit = Math.min(asked, this.limits.maxQueryRows);
    const sort: SortKey[] =
      body['order'] === undefined ? [] : parseSort(toRuntime(parseJson(body['order'], 'order'), this.clock));
    const projection =
      body['projection'] === undefined
        ? undefined
        : toRuntime(parseJson(body['projection'], 'projection'), this.clock);
    const project = buildProjection(projection);
    const filter = filterOf(body, serverClock(this.clock, transaction));
    const options = { sort, skip: offset, limit };
    const byIndex =
      transaction === undefined && isPlainObject(projection)
        ? this.reader.projected(catalogue, filter, options, projection)
        : undefined;
    const list =
      byIndex ?? this.reader.find(catalogue, filter, options, transaction).map(({ text }) => project(text));
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
    return { data: { total: this.reader.count(catalogue, filterOf(body, this.clock)) } };
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
