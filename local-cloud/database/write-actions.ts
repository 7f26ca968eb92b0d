/** Why this exists: the wire actions that change documents. */
import { randomBytes } from 'node:crypto';
import type { CollectionCatalogue } from './catalogue';
import type { Collections } from './collections';
import { isJsonObject, parseJson, parseStoredText, toStored } from './ejson';
import { invalidParameter, notImplemented } from './errors';
import type { Reader } from './reads';
import { filterOf, serverClock, transactionOf } from './request';
import type { Answer, Body } from './request';
import type { Transaction, Transactions } from './transactions';
import type { JsonObject } from './types';
import { applyUpdate, parseUpdate } from './update-operators';
import type { Change, Writer } from './writer';

export class WriteActions {
  constructor(
    private readonly collections: Collections,
    private readonly reader: Reader,
    private readonly writer: Writer,
    private readonly transactions: Transactions,
    private readonly clock: () => number,
  ) {}

  private documentOf(text: unknown, clock: () => number): JsonObject {
    const value = toStored(parseJson(text, 'data'), clock);
    if (!isJsonObject(value)) throw invalidParameter('a document must be an object');
    return value;
  }

  async insert(body: Body): Promise<Answer> {
    const transaction = transactionOf(this.transactions, body);
    const catalogue = this.collections.get(body['collectionName']);
    const { data } = body;
    if (!Array.isArray(data) || data.length === 0) throw invalidParameter('data must be a non-empty array');
    if (transaction !== undefined && data.length > 1)
      throw notImplemented('a batch add inside a transaction');
    const changes = data.map((text: unknown): Change => {
      const document = this.documentOf(text, serverClock(this.clock, transaction));
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
    const clock = serverClock(this.clock, transaction);
    const data = parseJson(body['data'], 'data');
    parseUpdate(data, clock);
    return this.write(catalogue, transaction, () => {
      const steps = parseUpdate(data, clock);
      const options = { sort: [], skip: 0, limit: rows };
      const found = this.reader.find(
        catalogue,
        filterOf(body, serverClock(this.clock, transaction)),
        options,
        transaction,
      );
      return found.flatMap(({ id, text }): Change[] => {
        const after = parseStoredText(text);
        applyUpdate(after, steps);
        return this.writer.textOf(after) === text ? [] : [{ id, before: text, after }];
      });
    });
  }

  async update(body: Body): Promise<Answer> {
    const transaction = transactionOf(this.transactions, body);
    this.requireSingle(body, transaction);
    if (body['upsert'] === true) throw notImplemented('an update with upsert');
    const changes = await this.applySteps(body, transaction, body['multi'] === true ? Infinity : 1);
    return { data: { updated: changes.length, upsert_id: null } };
  }

  async updateAndReturn(body: Body): Promise<Answer> {
    const transaction = transactionOf(this.transactions, body);
    if (transaction !== undefined) throw notImplemented('updateAndReturn inside a transaction');
    this.requireSingle(body, transaction);
    const [change] = await this.applySteps(body, transaction, 1);
    const doc = change === undefined ? null : JSON.stringify(change.after);
    return { data: { updated: change === undefined ? 0 : 1, doc } };
  }

  /** doc().set(): replaces the whole document or creates it. */
  async replace(body: Body): Promise<Answer> {
    const transaction = transactionOf(this.transactions, body);
    this.requireSingle(body, transaction);
    if (body['queryType'] !== 'DOC' || body['upsert'] !== true) throw notImplemented('set on a query');
    const catalogue = this.collections.get(body['collectionName']);
    const id = filterOf(body, serverClock(this.clock, transaction))['_id'];
    if (typeof id !== 'string') throw notImplemented('an _id that is not a string');
    const data = this.documentOf(body['data'], serverClock(this.clock, transaction));
    if ('_id' in data) throw invalidParameter('set must not hold _id');
    const after = { _id: id, ...data };
    const text = this.writer.textOf(after);
    const changes = await this.write(catalogue, transaction, () => {
      const before = this.reader.text(catalogue, id, transaction);
      return before === text ? [] : [{ id, before, after }];
    });
    const isCreated = changes[0]?.before === null;
    return { data: { updated: isCreated ? 0 : changes.length, upsert_id: isCreated ? id : null } };
  }

  async remove(body: Body): Promise<Answer> {
    const transaction = transactionOf(this.transactions, body);
    this.requireSingle(body, transaction);
    const catalogue = this.collections.get(body['collectionName']);
    const options = { sort: [], skip: 0, limit: body['multi'] === true ? Infinity : 1 };
    const changes = await this.write(catalogue, transaction, () =>
      this.reader
        .find(catalogue, filterOf(body, serverClock(this.clock, transaction)), options, transaction)
        .map(({ id, text }) => ({ id, before: text, after: null })),
    );
    return { data: { deleted: changes.length } };
  }
}
