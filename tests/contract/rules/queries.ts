import { ids, INDEXED, one, PLAIN, refusalOf, type Rule } from '../rule';
import type { SdkCollection } from '../sdk';

async function found(collection: SdkCollection, condition: object): Promise<string[]> {
  return ids((await collection.where(condition).orderBy('_id', 'asc').get()).data);
}

export const queryRules: readonly Rule[] = [
  {
    title: '[DB27] a query answers 100 rows by default and 1,000 at most',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      for (let page = 0; page < 3; page += 1) {
        await plain.add({ data: Array.from({ length: 400 }, (_, n) => ({ _id: `d${page}-${n}` })) });
      }
      expect((await plain.get()).data).toHaveLength(100);
      expect((await plain.limit(5000).get()).data).toHaveLength(1000);
      expect((await plain.count()).total).toBe(1200);
    },
  },
  {
    title: '[DB28] orderBy, skip and limit page through everything once',
    async check({ db }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({
        data: Array.from({ length: 25 }, (_, n) => ({ _id: `d${n}`, code: n, area: n % 3, n })),
      });
      const seen: string[] = [];
      for (let skip = 0; skip < 30; skip += 10) {
        const page = indexed.orderBy('area', 'desc').orderBy('n', 'asc').skip(skip).limit(10);
        seen.push(...ids((await page.get()).data));
      }
      const expected = [2, 1, 0].flatMap((area) =>
        Array.from({ length: 25 }, (_, n) => n)
          .filter((n) => n % 3 === area)
          .map((n) => `d${n}`),
      );
      expect(seen).toEqual(expected);
    },
  },
  {
    title: '[DB29] doc().get() of a missing document throws, or answers null when told so',
    async check({ db, strict }) {
      const refusal = await refusalOf(strict.collection(PLAIN).doc('none').get());
      expect(refusal.errCode).toBe(-1);
      expect(await one(db.collection(PLAIN), 'none')).toBeNull();
    },
  },
  {
    title: '[DB30] comparisons match values of their own type only',
    async check({ db, _ }) {
      for (const name of [PLAIN, INDEXED]) {
        const collection = db.collection(name);
        await collection.add({ data: { _id: 'b', code: 1, n: 5 } });
        await collection.add({ data: { _id: 'c', code: 2, n: '5' } });
        await collection.add({ data: { _id: 'd', code: 3, n: new Date(5) } });
        await collection.add({ data: { _id: 'e', code: 4, n: true } });
        await collection.add({ data: { _id: 'f', code: 5, n: null } });
        expect(await found(collection, { n: _.gt(1) })).toEqual(['b']);
        expect(await found(collection, { n: _.lte('9') })).toEqual(['c']);
        expect(await found(collection, { n: _.gte(new Date(0)) })).toEqual(['d']);
        expect(await found(collection, { n: 5 })).toEqual(['b']);
        expect(await found(collection, { n: true })).toEqual(['e']);
      }
    },
  },
  {
    title: '[DB31] null matches a missing field; neq and nin match documents without it',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: [{ _id: 'a', n: 1 }, { _id: 'b', n: null }, { _id: 'c' }] });
      expect(await found(plain, { n: null })).toEqual(['b', 'c']);
      expect(await found(plain, { n: _.neq(1) })).toEqual(['b', 'c']);
      expect(await found(plain, { n: _.nin([1, 2]) })).toEqual(['b', 'c']);
      expect(await found(plain, { n: _.in([1, null]) })).toEqual(['a', 'b', 'c']);
      expect(await found(plain, { n: _.exists(true) })).toEqual(['a', 'b']);
      expect(await found(plain, { n: _.exists(false) })).toEqual(['c']);
    },
  },
  {
    title: '[DB32] and, or, nor, not and mod combine',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: Array.from({ length: 6 }, (__, n) => ({ _id: `d${n}`, n, g: n % 2 })) });
      expect(await found(plain, { n: _.gt(1).and(_.lt(4)) })).toEqual(['d2', 'd3']);
      expect(await found(plain, { n: _.lt(1).or(_.gt(4)) })).toEqual(['d0', 'd5']);
      expect(await found(plain, _.or([{ n: 0 }, { g: 1, n: _.gt(3) }]))).toEqual(['d0', 'd5']);
      expect(await found(plain, _.and([{ g: 0 }, { n: _.neq(2) }]))).toEqual(['d0', 'd4']);
      expect(await found(plain, _.nor([{ n: _.gt(1) }]))).toEqual(['d0', 'd1']);
      expect(await found(plain, { n: _.not(_.gt(1)) })).toEqual(['d0', 'd1']);
      expect(await found(plain, { n: _.mod(4, 1) })).toEqual(['d1', 'd5']);
    },
  },
  {
    title: '[DB33] arrays match by element, as a whole, and by all, size and elemMatch',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: {
          _id: 'a',
          tags: ['x', 'y'],
          items: [
            { k: 1, n: 5 },
            { k: 2, n: 1 },
          ],
        },
      });
      await plain.add({ data: { _id: 'b', tags: ['y'], items: [{ k: 1, n: 1 }] } });
      expect(await found(plain, { tags: 'x' })).toEqual(['a']);
      expect(await found(plain, { tags: _.all(['x', 'y']) })).toEqual(['a']);
      expect(await found(plain, { tags: _.size(1) })).toEqual(['b']);
      expect(await found(plain, { 'items.n': 5 })).toEqual(['a']);
      expect(await found(plain, { items: _.elemMatch({ k: 1, n: _.gt(3) }) })).toEqual(['a']);
      expect(await found(plain, { tags: _.eq(['y']) })).toEqual(['b']);
    },
  },
  {
    title: '[DB34] an indexed field that holds an array still matches by element',
    async check({ db, _ }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({ data: { _id: 'a', code: 1, area: ['p', 'q'], n: [1, 9] } });
      await indexed.add({ data: { _id: 'b', code: 2, area: 'q', n: 4 } });
      expect(await found(indexed, { area: 'q' })).toEqual(['a', 'b']);
      expect(await found(indexed, { n: _.gt(8) })).toEqual(['a']);
      expect(ids((await indexed.orderBy('n', 'asc').get()).data)).toEqual(['a', 'b']);
      expect(ids((await indexed.orderBy('n', 'desc').get()).data)).toEqual(['a', 'b']);
    },
  },
  {
    title: '[DB35] regular expressions, literal or by db.RegExp',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', s: 'Alpha-1' },
          { _id: 'b', s: 'beta-1' },
          { _id: 'c', s: 7 },
        ],
      });
      expect(await found(plain, { s: /^Al/ })).toEqual(['a']);
      expect(await found(plain, { s: db.RegExp({ regexp: '^al', options: 'i' }) })).toEqual(['a']);
      expect(await found(plain, { s: /-1$/ })).toEqual(['a', 'b']);
      expect(await found(plain, { _id: /^[ab]/ })).toEqual(['a', 'b']);
    },
  },
  {
    title: '[DB36] sorting puts null and missing first, then numbers, texts, booleans, dates',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'date', n: new Date(0) } });
      await plain.add({ data: { _id: 'bool', n: false } });
      await plain.add({ data: { _id: 'text', n: '' } });
      await plain.add({ data: { _id: 'number', n: 10 } });
      await plain.add({ data: { _id: 'missing' } });
      const order = ['missing', 'number', 'text', 'bool', 'date'];
      expect(ids((await plain.orderBy('n', 'asc').get()).data)).toEqual(order);
      expect(ids((await plain.orderBy('n', 'desc').get()).data)).toEqual([...order].reverse());
    },
  },
  {
    title: '[DB37] field() includes, excludes, reaches into objects and slices lists',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1, o: { x: 1, y: 2 }, list: [1, 2, 3] } });
      const get = async (projection: object): Promise<unknown> =>
        (await plain.field(projection).get()).data[0];
      expect(await get({ n: true })).toEqual({ _id: 'a', n: 1 });
      expect(await get({ n: true, _id: false })).toEqual({ n: 1 });
      expect(await get({ 'o.x': true })).toEqual({ _id: 'a', o: { x: 1 } });
      expect(await get({ o: false, list: false })).toEqual({ _id: 'a', n: 1 });
      expect(await get({ n: true, list: _.project.slice(2) })).toMatchObject({ list: [1, 2] });
    },
  },
  {
    title: '[DB38] two fields with or() in one condition are merged into a single or by the SDK: a trap',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', x: 1, y: 9 },
          { _id: 'b', x: 1, y: 1 },
          { _id: 'c', x: 9, y: 9 },
        ],
      });
      const merged = await found(plain, { x: _.eq(1).or(_.eq(2)), y: _.eq(1).or(_.eq(2)) });
      expect(merged).toEqual(['a', 'b']);
      const meant = _.and([{ x: _.in([1, 2]) }, { y: _.in([1, 2]) }]);
      expect(await found(plain, meant)).toEqual(['b']);
    },
  },
  {
    title: '[DB39] a result above 1 MB is refused; in pages it can be read',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      for (let n = 0; n < 6; n += 1) await plain.add({ data: { _id: `d${n}`, s: 'x'.repeat(200_000) } });
      await refusalOf(plain.get());
      expect((await plain.limit(3).get()).data).toHaveLength(3);
    },
  },
  {
    title: '[DB40] where _id in 200 ids answers all of them',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: Array.from({ length: 300 }, (__, n) => ({ _id: `d${n}`, n })) });
      const wanted = Array.from({ length: 200 }, (__, n) => `d${n + 50}`);
      const rows = (
        await plain
          .where({ _id: _.in(wanted) })
          .limit(1000)
          .get()
      ).data;
      expect(new Set(ids(rows))).toEqual(new Set(wanted));
    },
  },
  {
    title: '[DB41] count follows the condition',
    async check({ db, _ }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({
        data: Array.from({ length: 30 }, (__, n) => ({ code: n, area: n % 3, n, free: n })),
      });
      expect((await indexed.where({ area: 1, n: _.gte(10) }).count()).total).toBe(7);
      expect((await indexed.where({ free: _.lt(4) }).count()).total).toBe(4);
      expect((await indexed.where({ n: _.in([1, 2, 99]) }).count()).total).toBe(2);
    },
  },
  {
    title: '[DB42] the SDK refuses a condition whose values are all undefined; watch does not exist',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      expect(() => plain.where({ n: undefined })).toThrow();
      expect('watch' in plain).toBe(false);
      await plain.count();
    },
  },
  {
    title: '[DB43] objects match as a whole only by _.eq; a plain object matches field by field',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', o: { x: 1, y: 2 } },
          { _id: 'b', o: { x: 1 } },
        ],
      });
      expect(await found(plain, { o: { x: 1 } })).toEqual(['a', 'b']);
      expect(await found(plain, { o: _.eq({ x: 1 }) })).toEqual(['b']);
    },
  },
];
