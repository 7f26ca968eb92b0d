import type { LocalDatabase } from './database';
import { openInMemory, TestClient } from './test-client';

let now = 0;
let database: LocalDatabase;
let notes: TestClient;

beforeEach(() => {
  now = 1_000_000;
  database = openInMemory({ clock: () => now, limits: { transactionLifeMilliseconds: 500 } });
  database.declareCollection('notes');
  database.declareIndex('notes', { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true });
  notes = new TestClient(database, 'notes');
});
afterEach(() => {
  database.close();
});

async function isSettled(work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const mark = (): void => {
    settled = true;
  };
  work.then(mark, mark);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return settled;
}

it('a plain write waits for an unfinished insert of its _id, then is a duplicate', async () => {
  const transaction = await notes.start();
  await notes.within(transaction).add({ _id: 'a', code: 1 });
  const waiting = notes.add({ _id: 'a', code: 2 });
  expect(await isSettled(waiting)).toBe(false);
  await notes.commit(transaction);
  await expect(waiting).rejects.toThrow(/E11000/);
});

it('a plain write waits for a unique key taken or freed by an open transaction', async () => {
  await notes.add({ _id: 'a', code: 1 });
  const transaction = await notes.start();
  await notes.within(transaction).update('a', { $set: { code: 2 } });
  const takesNew = notes.add({ _id: 'b', code: 2 });
  const takesFreed = notes.add({ _id: 'c', code: 1 });
  expect(await isSettled(takesNew)).toBe(false);
  expect(await isSettled(takesFreed)).toBe(false);
  await notes.commit(transaction);
  await expect(takesNew).rejects.toThrow(/E11000/);
  await takesFreed;
  expect(await notes.find({}, { order: { _id: 1 } })).toEqual([
    { _id: 'a', code: 2 },
    { _id: 'c', code: 1 },
  ]);
});

it('a unique key committed after the snapshot is a conflict, not a duplicate', async () => {
  const transaction = await notes.start();
  await notes.add({ _id: 'a', code: 1 });
  const late = notes.within(transaction).add({ _id: 'b', code: 1 });
  await expect(late).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
});

it('a waiting write goes on when the holder outlives its time on the injected clock', async () => {
  await notes.add({ _id: 'a', code: 1 });
  const transaction = await notes.start();
  await notes.within(transaction).update('a', { $set: { code: 5 } });
  const waiting = notes.update('a', { $set: { code: 9 } });
  expect(await isSettled(waiting)).toBe(false);
  now += 501;
  expect(await waiting).toBe(1);
  expect(await notes.one('a')).toEqual({ _id: 'a', code: 9 });
  await expect(notes.commit(transaction)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect(database.statistics().openTransactions).toBe(0);
});

it('a conflict ends the loser, so its own locks are free at once', async () => {
  await notes.add({ _id: 'a', code: 1 }, { _id: 'b', code: 2 });
  const [first, second] = [await notes.start(), await notes.start()];
  await notes.within(second).update('b', { $set: { code: 20 } });
  await notes.within(first).update('a', { $set: { code: 10 } });
  await expect(notes.within(second).update('a', { $set: { code: 11 } })).rejects.toThrow(/TransactionBusy/);
  expect(await notes.update('b', { $set: { code: 21 } })).toBe(1);
  await notes.commit(first);
  expect(await notes.one('a')).toEqual({ _id: 'a', code: 10 });
});
