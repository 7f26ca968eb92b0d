import { CONFLICT, ids, INDEXED, one, PLAIN, refusalOf, type Rule } from '../rule';
import type { SdkDatabase, SdkTransaction } from '../sdk';

/** Longer than a transaction may live, milliseconds. */
const PAST_LIFE = 31_000;

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The retry every caller needs, because the SDK loses the code of a conflict inside the callback. */
async function untilCommitted(
  db: SdkDatabase,
  work: (open: SdkTransaction) => Promise<void>,
): Promise<number> {
  for (let attempt = 1; attempt < 60; attempt += 1) {
    try {
      await db.runTransaction(work);
      return attempt;
    } catch (error) {
      const shown =
        error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : JSON.stringify(error);
      if (!CONFLICT.test(shown)) throw error;
      await pause(Math.random() * 10 * attempt);
    }
  }
  throw new Error('no attempt was committed');
}

const isolationRules: readonly Rule[] = [
  {
    title: '[DB59] a transaction reads its own writes; others see them only after commit',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: _.inc(1) } });
      await open.collection(PLAIN).add({ data: { _id: 'b', n: 9 } });
      expect(await one(open.collection(PLAIN), 'a')).toEqual({ _id: 'a', n: 2 });
      expect(await one(open.collection(PLAIN), 'b')).toEqual({ _id: 'b', n: 9 });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 1 });
      expect(await one(plain, 'b')).toBeNull();
      await open.commit();
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 2 });
      expect(await one(plain, 'b')).toEqual({ _id: 'b', n: 9 });
    },
  },
  {
    title: '[DB60] a transaction keeps its snapshot while others commit',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 1 },
        ],
      });
      const open = await db.startTransaction();
      expect(await one(open.collection(PLAIN), 'a')).toEqual({ _id: 'a', n: 1 });
      await plain.doc('a').update({ data: { n: 2 } });
      await plain.doc('b').remove();
      await plain.add({ data: { _id: 'c', n: 1 } });
      expect(await one(open.collection(PLAIN), 'a')).toEqual({ _id: 'a', n: 1 });
      expect(await one(open.collection(PLAIN), 'b')).toEqual({ _id: 'b', n: 1 });
      expect(await one(open.collection(PLAIN), 'c')).toBeNull();
      await open.rollback();
    },
  },
  {
    title: '[DB61] where().get() inside a transaction sees its snapshot and its own writes',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 1 },
          { _id: 'c', n: 2 },
        ],
      });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: 2 } });
      await open.collection(PLAIN).doc('b').remove();
      await plain.add({ data: { _id: 'd', n: 2 } });
      const rows = await open.collection(PLAIN).where({ n: 2 }).orderBy('_id', 'asc').get();
      expect(ids(rows.data)).toEqual(['a', 'c']);
      expect((await open.collection(PLAIN).where({ n: 1 }).get()).data).toEqual([]);
      await open.rollback();
    },
  },
  {
    title: '[DB62] rollback leaves nothing',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: 2 } });
      await open.collection(PLAIN).add({ data: { _id: 'b' } });
      await open.collection(PLAIN).doc('a').remove();
      await open.rollback();
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 1 });
      expect((await plain.count()).total).toBe(1);
    },
  },
  {
    title: '[DB63] the first updater wins: a second transaction fails at once, its code lost by the SDK',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 0 } });
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: _.inc(1) } });
      const refusal = await refusalOf(
        second
          .collection(PLAIN)
          .doc('a')
          .update({ data: { n: _.inc(1) } }),
      );
      expect(refusal.text).toMatch(CONFLICT);
      expect(refusal.errCode).toBe(-501001);
      await first.commit();
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 1 });
    },
  },
  {
    title: '[DB64] writing a document changed since the snapshot is a conflict',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 0 } });
      const open = await db.startTransaction();
      await one(open.collection(PLAIN), 'a');
      await plain.doc('a').update({ data: { n: 5 } });
      expect(
        (
          await refusalOf(
            open
              .collection(PLAIN)
              .doc('a')
              .update({ data: { n: 1 } }),
          )
        ).text,
      ).toMatch(CONFLICT);
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 5 });
    },
  },
  {
    title:
      '[DB65] a plain write waits for the transaction that holds the document, then counts on its result',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 0 } });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: _.inc(10) } });
      let isDone = false;
      const waiting = plain.doc('a').update({ data: { n: _.inc(1) } });
      const stale = plain.where({ _id: 'a', n: 0 }).update({ data: { seen: true } });
      void waiting.then(() => {
        isDone = true;
      });
      await pause(150);
      expect(isDone).toBe(false);
      await open.commit();
      expect((await waiting).stats.updated).toBe(1);
      expect((await stale).stats.updated).toBe(0);
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 11 });
    },
  },
];

const endRules: readonly Rule[] = [
  {
    title: '[DB66] of two transactions that add one _id only one succeeds',
    async check({ db }) {
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection(PLAIN).add({ data: { _id: 'a', by: 1 } });
      expect((await refusalOf(second.collection(PLAIN).add({ data: { _id: 'a', by: 2 } }))).text).toMatch(
        CONFLICT,
      );
      await first.commit();
      expect(await one(db.collection(PLAIN), 'a')).toEqual({ _id: 'a', by: 1 });
    },
  },
  {
    title: '[DB67] unique indexes hold inside transactions',
    async check({ db }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({ data: { _id: 'a', code: 'x' } });
      const open = await db.startTransaction();
      const refusal = await refusalOf(open.collection(INDEXED).add({ data: { _id: 'b', code: 'x' } }));
      expect(refusal.text).toMatch(/E11000|duplicate key/i);
      const other = await db.startTransaction();
      await other
        .collection(INDEXED)
        .doc('a')
        .update({ data: { code: 'y' } });
      await other.collection(INDEXED).add({ data: { _id: 'b', code: 'x' } });
      await other.commit();
      expect(await one(indexed, 'b')).toEqual({ _id: 'b', code: 'x' });
    },
  },
  {
    title: '[DB68] where().update inside a transaction runs outside it: a trap of the SDK',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .where({ _id: 'a' })
        .update({ data: { n: 2 } });
      await open.rollback();
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 2 });
    },
  },
  {
    title: '[DB69] clashing transfers with our own retry all commit and keep the sum',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', n: 100 },
          { _id: 'b', n: 100 },
        ],
      });
      await Promise.all(
        Array.from({ length: 8 }, () =>
          untilCommitted(db, async (open) => {
            const accounts = open.collection(PLAIN);
            const from = await one(accounts, 'a');
            await accounts.doc('a').update({ data: { n: Number(from?.['n']) - 1 } });
            await accounts.doc('b').update({ data: { n: _.inc(1) } });
          }),
        ),
      );
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 92 });
      expect(await one(plain, 'b')).toEqual({ _id: 'b', n: 108 });
    },
  },
  {
    title: '[DB70] runTransaction answers what its callback answers; rollback(x) rejects with exactly x',
    async check({ db }) {
      expect(await db.runTransaction(() => Promise.resolve('answer'))).toBe('answer');
      const reason = { why: 'full' };
      const work = db.runTransaction(async (open) => {
        await open.collection(PLAIN).add({ data: { _id: 'a' } });
        await open.rollback(reason);
      });
      await expect(work).rejects.toBe(reason);
      expect(await one(db.collection(PLAIN), 'a')).toBeNull();
    },
  },
  {
    title: '[DB71] a transaction ends after 30 seconds: its locks are free, its writes are gone',
    async check({ db, elapse }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      const open = await db.startTransaction();
      await open
        .collection(PLAIN)
        .doc('a')
        .update({ data: { n: 2 } });
      await elapse(PAST_LIFE);
      expect((await refusalOf(one(open.collection(PLAIN), 'a'))).text).toMatch(CONFLICT);
      expect((await plain.doc('a').update({ data: { n: 3 } })).stats.updated).toBe(1);
      await expect(open.commit()).rejects.toBeDefined();
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 3 });
    },
  },
  {
    title: '[DB72] nothing can be done in a transaction after commit or rollback',
    async check({ db }) {
      const open = await db.startTransaction();
      await open.commit();
      expect((await refusalOf(open.collection(PLAIN).add({ data: { _id: 'a' } }))).text).toMatch(CONFLICT);
      await expect(open.commit()).rejects.toBeDefined();
      expect(await one(db.collection(PLAIN), 'a')).toBeNull();
    },
  },
  {
    title: '[DB73] serverDate is not available inside a transaction',
    async check({ db }) {
      const open = await db.startTransaction();
      await refusalOf(open.collection(PLAIN).add({ data: { _id: 'a', at: db.serverDate() } }));
      expect(await one(db.collection(PLAIN), 'a')).toBeNull();
    },
  },
  {
    title: '[DB74] set inside a transaction works, but the SDK reports created 0',
    async check({ db }) {
      const open = await db.startTransaction();
      const { stats } = await open
        .collection(PLAIN)
        .doc('a')
        .set({ data: { n: 1 } });
      expect(stats.created).toBe(0);
      await open
        .collection(PLAIN)
        .doc('a')
        .set({ data: { n: 2 } });
      await open.commit();
      expect(await one(db.collection(PLAIN), 'a')).toEqual({ _id: 'a', n: 2 });
    },
  },
  {
    title: '[DB75] a missing document inside a transaction reads as null; update reports 0',
    async check({ db }) {
      const open = await db.startTransaction();
      expect(await one(open.collection(PLAIN), 'none')).toBeNull();
      expect(
        (
          await open
            .collection(PLAIN)
            .doc('none')
            .update({ data: { n: 1 } })
        ).stats.updated,
      ).toBe(0);
      expect((await open.collection(PLAIN).doc('none').remove()).stats.removed).toBe(0);
      await open.commit();
      expect((await db.collection(PLAIN).count()).total).toBe(0);
    },
  },
  {
    title: '[DB76] a refused write ends its transaction: nothing of it is committed',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'taken' } });
      const open = await db.startTransaction();
      await open.collection(PLAIN).add({ data: { _id: 'a' } });
      await refusalOf(open.collection(PLAIN).add({ data: { _id: 'taken' } }));
      await expect(open.commit()).rejects.toBeDefined();
      expect(await one(plain, 'a')).toBeNull();
    },
  },
];

export const transactionRules: readonly Rule[] = [...isolationRules, ...endRules];
