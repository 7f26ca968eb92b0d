import { ids, INDEXED, PLAIN, refusalOf, type Rule } from '../rule';

export const aggregateRules: readonly Rule[] = [
  {
    title: '[DB49] an aggregation without limit answers 20 rows; an explicit limit answers more',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: Array.from({ length: 150 }, (_, n) => ({ n })) });
      expect((await plain.aggregate().sort({ n: 1 }).end()).list).toHaveLength(20);
      expect((await plain.aggregate().sort({ n: 1 }).limit(120).end()).list).toHaveLength(120);
    },
  },
  {
    title: '[DB50] match and group count, sum, average and find extremes',
    async check({ db, _ }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({ data: Array.from({ length: 12 }, (__, n) => ({ code: n, area: n % 2, n })) });
      const $ = _.aggregate;
      const { list } = await indexed
        .aggregate()
        .match({ n: _.gte(2) })
        .group({
          _id: '$area',
          c: $.sum(1),
          s: $.sum('$n'),
          a: $.avg('$n'),
          hi: $.max('$n'),
          lo: $.min('$n'),
        })
        .sort({ _id: 1 })
        .end();
      expect(list).toEqual([
        { _id: 0, c: 5, s: 30, a: 6, hi: 10, lo: 2 },
        { _id: 1, c: 5, s: 35, a: 7, hi: 11, lo: 3 },
      ]);
    },
  },
  {
    title: '[DB51] group by several fields answers them as an object; null groups everything',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { d: 'x', k: 1 },
          { d: 'x', k: 1 },
          { d: 'y', k: 2 },
        ],
      });
      const many = plain
        .aggregate()
        .group({ _id: { d: '$d', k: '$k' }, c: _.aggregate.sum(1) })
        .sort({ c: -1 });
      expect((await many.end()).list).toEqual([
        { _id: { d: 'x', k: 1 }, c: 2 },
        { _id: { d: 'y', k: 2 }, c: 1 },
      ]);
      const all = plain.aggregate().group({ _id: null, c: _.aggregate.sum(1) });
      expect((await all.end()).list).toEqual([{ _id: null, c: 3 }]);
    },
  },
  {
    title: '[DB52] project, addFields, unwind, replaceRoot, sortByCount, count, bucket, sample, skip',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({
        data: [
          { _id: 'a', tags: ['x', 'y'], o: { n: 1 } },
          { _id: 'b', tags: ['x'], o: { n: 2 } },
        ],
      });
      const run = async (stages: { end(): Promise<{ list: unknown[] }> }): Promise<unknown[]> =>
        (await stages.end()).list;
      const start = (): ReturnType<typeof plain.aggregate> => plain.aggregate().sort({ _id: 1 });
      expect(await run(start().unwind('$tags').project({ _id: 0, tags: 1 }))).toEqual([
        { tags: 'x' },
        { tags: 'y' },
        { tags: 'x' },
      ]);
      expect(await run(start().replaceRoot({ newRoot: '$o' }))).toEqual([{ n: 1 }, { n: 2 }]);
      expect(await run(start().unwind('$tags').sortByCount('$tags'))).toEqual([
        { _id: 'x', count: 2 },
        { _id: 'y', count: 1 },
      ]);
      expect(await run(start().count('total'))).toEqual([{ total: 2 }]);
      expect(await run(start().skip(1).addFields({ 'o.m': '$o.n' }).project({ o: 1 }))).toEqual([
        { _id: 'b', o: { n: 2, m: 2 } },
      ]);
      const buckets = { groupBy: '$o.n', boundaries: [0, 2, 4], output: { c: _.aggregate.sum(1) } };
      expect(await run(start().bucket(buckets))).toEqual([
        { _id: 0, c: 1 },
        { _id: 2, c: 1 },
      ]);
      expect(await run(start().sample({ size: 1 }))).toHaveLength(1);
    },
  },
  {
    title: '[DB53] lookup joins by equal fields',
    async check({ db }) {
      await db.collection(PLAIN).add({
        data: [
          { _id: 'p1', area: 'x' },
          { _id: 'p2', area: 'z' },
        ],
      });
      await db.collection(INDEXED).add({
        data: [
          { _id: 'i1', code: 1, area: 'x' },
          { _id: 'i2', code: 2, area: 'x' },
        ],
      });
      const { list } = await db
        .collection(PLAIN)
        .aggregate()
        .sort({ _id: 1 })
        .lookup({ from: INDEXED, localField: 'area', foreignField: 'area', as: 'joined' })
        .end();
      expect(list).toEqual([
        {
          _id: 'p1',
          area: 'x',
          joined: [
            { _id: 'i1', code: 1, area: 'x' },
            { _id: 'i2', code: 2, area: 'x' },
          ],
        },
        { _id: 'p2', area: 'z', joined: [] },
      ]);
    },
  },
  {
    title: '[DB54] lookup with let and a pipeline of its own',
    async check({ db, _ }) {
      await db.collection(PLAIN).add({
        data: [
          { _id: 'p1', area: 'x', least: 2 },
          { _id: 'p2', area: 'y', least: 0 },
        ],
      });
      await db.collection(INDEXED).add({
        data: [1, 2, 3].map((n) => ({ _id: `i${n}`, code: n, area: 'x', n })),
      });
      const $ = _.aggregate;
      const same = $.eq(['$area', '$$area']);
      const pipeline = [
        { $match: { $expr: $.and([same, $.gte(['$n', '$$least'])]) } },
        { $sort: { n: -1 } },
        { $project: { _id: 0, n: 1 } },
      ];
      const { list } = await db
        .collection(PLAIN)
        .aggregate()
        .sort({ _id: 1 })
        .lookup({ from: INDEXED, let: { area: '$area', least: '$least' }, pipeline, as: 'w' })
        .project({ w: 1 })
        .end();
      expect(list).toEqual([
        { _id: 'p1', w: [{ n: 3 }, { n: 2 }] },
        { _id: 'p2', w: [] },
      ]);
    },
  },
  {
    title: '[DB55] dates format in a named time zone: days follow Shanghai',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', at: new Date('2026-01-11T16:30:00Z') } });
      const day = { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' };
      const { list } = await plain
        .aggregate()
        .project({ day: _.aggregate.dateToString(day) })
        .end();
      expect(list).toEqual([{ _id: 'a', day: '2026-01-12' }]);
    },
  },
  {
    title: '[DB56] facet is typed by the SDK but throws',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      expect(() => plain.aggregate().facet({ a: [] })).toThrow();
      await plain.count();
    },
  },
  {
    title: '[DB57] leading match, sort, skip and limit agree with the same query',
    async check({ db, _ }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({
        data: Array.from({ length: 40 }, (__, n) => ({ _id: `d${n}`, code: n, area: n % 4, n })),
      });
      const { list } = await indexed
        .aggregate()
        .match({ area: _.in([1, 2]) })
        .sort({ area: -1, n: 1 })
        .skip(3)
        .limit(9)
        .end();
      const rows = await indexed
        .where({ area: _.in([1, 2]) })
        .orderBy('area', 'desc')
        .orderBy('n', 'asc')
        .skip(3)
        .limit(9)
        .get();
      expect(ids(list)).toEqual(ids(rows.data));
      expect(list).toHaveLength(9);
    },
  },
  {
    title: '[DB58] an unknown expression is refused',
    async check({ db }) {
      await db.collection(PLAIN).add({ data: { n: 1 } });
      await refusalOf(
        db
          .collection(PLAIN)
          .aggregate()
          .project({ n: { $noSuchOperator: 1 } })
          .end(),
      );
    },
  },
];
