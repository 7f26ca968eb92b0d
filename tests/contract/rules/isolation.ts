import { CONFLICT, ids, one, PLAIN, refusalOf, type Rule } from '../rule';

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export const isolationRules: readonly Rule[] = [
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
    title: '[DB65] a plain write waits for the transaction holding the document, then counts on its result',
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
