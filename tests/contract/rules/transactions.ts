import { CONFLICT, INDEXED, one, PLAIN, refusalOf, type Rule } from '../rule';
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

export const transactionRules: readonly Rule[] = [
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
