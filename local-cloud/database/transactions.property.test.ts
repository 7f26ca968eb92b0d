/** Snapshot isolation against a model that copies the whole database for every transaction. */
import fc from 'fast-check';
import { openInMemory, TestClient, WireRefusal } from './test-client';
import type { JsonValue } from './types';

const SLOTS = 3;

type Action =
  | 'start'
  | 'read'
  | 'list'
  | 'add'
  | 'increment'
  | 'remove'
  | 'commit'
  | 'rollback'
  | 'plainRead'
  | 'plainIncrement'
  | 'plainAdd'
  | 'plainRemove';

interface Step {
  action: Action;
  slot: number;
  id: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<Action>(
    'start',
    'start',
    'read',
    'list',
    'add',
    'increment',
    'increment',
    'remove',
    'commit',
    'rollback',
    'plainRead',
    'plainIncrement',
    'plainAdd',
    'plainRemove',
  ),
  slot: fc.integer({ min: 0, max: SLOTS - 1 }),
  id: fc.constantFrom('a', 'b', 'c'),
});

interface ModelTransaction {
  view: Map<string, number>;
  written: Set<string>;
  /** changed by others since the start */
  changed: Set<string>;
}

/** What a step answers: a value, or the kind of refusal. */
type Outcome = string;

class Model {
  readonly committed = new Map<string, number>();
  readonly open = new Map<number, ModelTransaction>();

  isLocked(id: string): boolean {
    return [...this.open.values()].some((transaction) => transaction.written.has(id));
  }

  private changedBy(ids: Iterable<string>, except?: ModelTransaction): void {
    for (const id of ids) {
      for (const other of this.open.values()) if (other !== except) other.changed.add(id);
    }
  }

  plain(action: Action, id: string): Outcome {
    const current = this.committed.get(id);
    if (action === 'plainRead') return `value ${current ?? 'none'}`;
    if (action === 'plainAdd') {
      if (current !== undefined) return 'duplicate';
      this.committed.set(id, 0);
    } else {
      if (current === undefined) return 'count 0';
      if (action === 'plainRemove') this.committed.delete(id);
      else this.committed.set(id, current + 1);
    }
    this.changedBy([id]);
    return action === 'plainAdd' ? 'added' : 'count 1';
  }

  within(slot: number, transaction: ModelTransaction, { action, id }: Step): Outcome {
    const current = transaction.view.get(id);
    switch (action) {
      case 'read':
        return `value ${current ?? 'none'}`;
      case 'list':
        return [...transaction.view]
          .sort()
          .map(([key, n]) => `${key}${n}`)
          .join(' ');
      case 'rollback':
        this.open.delete(slot);
        return 'ended';
      case 'commit':
        this.open.delete(slot);
        for (const key of transaction.written) {
          const n = transaction.view.get(key);
          if (n === undefined) this.committed.delete(key);
          else this.committed.set(key, n);
        }
        this.changedBy(transaction.written, transaction);
        return 'ended';
      default:
        return this.write(slot, transaction, action, id);
    }
  }

  private write(slot: number, transaction: ModelTransaction, action: Action, id: string): Outcome {
    const current = transaction.view.get(id);
    if (action !== 'add' && current === undefined) return 'count 0';
    const others = [...this.open.values()].filter((other) => other !== transaction);
    if (others.some((other) => other.written.has(id)) || transaction.changed.has(id)) {
      this.open.delete(slot);
      return 'conflict';
    }
    if (action === 'add' && current !== undefined) {
      this.open.delete(slot);
      return 'duplicate';
    }
    transaction.written.add(id);
    if (action === 'remove') transaction.view.delete(id);
    else transaction.view.set(id, action === 'add' ? 0 : (current ?? 0) + 1);
    return action === 'add' ? 'added' : 'count 1';
  }

  start(slot: number): void {
    this.open.set(slot, { view: new Map(this.committed), written: new Set(), changed: new Set() });
  }
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof WireRefusal)) throw error;
  if (error.code === 'DATABASE_TRANSACTION_CONFLICT') return 'conflict';
  if (/E11000/.test(error.message)) return 'duplicate';
  return error.message;
}

/** A text or number of a row. */
function shown(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'none';
}

async function write(client: TestClient, action: Action, id: string): Promise<Outcome> {
  try {
    if (action === 'add' || action === 'plainAdd') {
      await client.add({ _id: id, n: 0 });
      return 'added';
    }
    const isRemoval = action === 'remove' || action === 'plainRemove';
    if (isRemoval) return `count ${await client.remove({ _id: id })}`;
    return `count ${await client.update(id, { $inc: { n: 1 } })}`;
  } catch (error) {
    return outcomeOf(error);
  }
}

async function within(client: TestClient, transactionId: string, { action, id }: Step): Promise<Outcome> {
  const inside = client.within(transactionId);
  if (action === 'read') return `value ${shown((await inside.one(id))?.['n'])}`;
  if (action === 'list') {
    const rows = await inside.find({ n: { $gte: 0 } }, { order: { _id: 1 } });
    return rows.map((row) => `${shown(row['_id'])}${shown(row['n'])}`).join(' ');
  }
  if (action === 'commit' || action === 'rollback') {
    await client.send(`${action === 'commit' ? 'commit' : 'abort'}Transaction`, { transactionId });
    return 'ended';
  }
  return write(inside, action, id);
}

async function agrees(steps: readonly Step[]): Promise<void> {
  const database = openInMemory();
  database.declareCollection('notes');
  database.declareIndex('notes', { name: 'n', keys: [{ field: 'n', direction: 1 }] });
  const client = new TestClient(database, 'notes');
  const model = new Model();
  const transactions = new Map<number, string>();
  try {
    for (const current of steps) {
      const { action, slot, id } = current;
      const open = model.open.get(slot);
      if (action.startsWith('plain')) {
        // a plain write of a held document waits; the contract suite tests that
        if (action !== 'plainRead' && model.isLocked(id)) continue;
        const answer =
          action === 'plainRead'
            ? `value ${shown((await client.one(id))?.['n'])}`
            : await write(client, action, id);
        expect({ current, answer }).toEqual({ current, answer: model.plain(action, id) });
      } else if (action === 'start') {
        if (open !== undefined) continue;
        model.start(slot);
        transactions.set(slot, await client.start());
      } else if (open !== undefined) {
        const answer = await within(client, transactions.get(slot) ?? '', current);
        expect({ current, answer }).toEqual({ current, answer: model.within(slot, open, current) });
      }
    }
    const rows = await client.find({}, { order: { _id: 1 } });
    expect(rows.map((row) => [row['_id'], row['n']])).toEqual([...model.committed].sort());
  } finally {
    database.close();
  }
}

it('random interleavings of transactions and plain writes agree with the model', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), agrees));
});

it('parallel transfers through retries keep the sum, whatever the interleaving', async () => {
  const database = openInMemory();
  database.declareCollection('accounts');
  const client = new TestClient(database, 'accounts');
  await client.add(...['a', 'b', 'c'].map((_id) => ({ _id, n: 100 })));
  const transfer = async (from: string, to: string): Promise<number> => {
    for (let conflicts = 0; ; conflicts += 1) {
      const transaction = await client.start();
      const inside = client.within(transaction);
      try {
        const { n } = (await inside.one(from)) ?? {};
        await new Promise((resolve) => setTimeout(resolve, conflicts * Math.random()));
        await inside.update(from, { $set: { n: Number(n) - 1 } });
        await inside.update(to, { $inc: { n: 1 } });
        await client.commit(transaction);
        return conflicts;
      } catch (error) {
        if (outcomeOf(error) !== 'conflict') throw error;
      }
    }
  };
  const pairs = Array.from(
    { length: 40 },
    (_, n) =>
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['b', 'a'],
      ][n % 4] ?? [],
  );
  const conflicts = await Promise.all(pairs.map(([from = 'a', to = 'b']) => transfer(from, to)));
  expect(conflicts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  const rows = await client.find({}, { order: { _id: 1 } });
  expect(rows.map((row) => row['n'])).toEqual([110, 90, 100]);
  database.close();
});
