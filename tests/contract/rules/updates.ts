import { one, PLAIN, refusalOf, type Rule } from '../rule';

export const updateRules: readonly Rule[] = [
  {
    title: '[DB15] nested objects in update merge field by field; _.set replaces',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', o: { x: 1, y: 1 }, r: { x: 1, y: 1 } } });
      await plain.doc('a').update({ data: { o: { x: 2 }, r: _.set({ x: 2 }) } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', o: { x: 2, y: 1 }, r: { x: 2 } });
    },
  },
  {
    title: '[DB16] a field below null or a scalar cannot be set',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', o: null, s: 'text' } });
      expect((await refusalOf(plain.doc('a').update({ data: { o: { x: 1 } } }))).text).toMatch(
        /Cannot create field/,
      );
      expect((await refusalOf(plain.doc('a').update({ data: { 's.x': 1 } }))).text).toMatch(
        /Cannot create field/,
      );
      expect(await one(plain, 'a')).toEqual({ _id: 'a', o: null, s: 'text' });
    },
  },
  {
    title: '[DB17] inc is atomic: parallel increments all count',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 0 } });
      await Promise.all(Array.from({ length: 20 }, () => plain.doc('a').update({ data: { n: _.inc(2) } })));
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 40 });
    },
  },
  {
    title: '[DB18] inc and mul start a missing field at 0 and refuse a text',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', s: 'x', m: 3 } });
      await plain.doc('a').update({ data: { n: _.inc(5), z: _.mul(7), m: _.mul(2), 'o.deep': _.inc(-1) } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', s: 'x', m: 6, n: 5, z: 0, o: { deep: -1 } });
      expect((await refusalOf(plain.doc('a').update({ data: { s: _.inc(1) } }))).errCode).toBe(-502001);
    },
  },
  {
    title: '[DB19] min, max, remove and rename',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', lo: 5, hi: 5, gone: 1, old: 'v' } });
      await plain.doc('a').update({
        data: { lo: _.min(3), hi: _.max(3), fresh: _.max(9), gone: _.remove(), old: _.rename('new') },
      });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', lo: 3, hi: 5, fresh: 9, new: 'v' });
    },
  },
  {
    title: '[DB20] push appends one or many, and takes each, position, sort and slice',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', list: [3] } });
      await plain.doc('a').update({ data: { list: _.push(1), fresh: _.push(['p', 'q']) } });
      await plain.doc('a').update({ data: { list: _.push({ each: [9, 2], position: 0 }) } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', list: [9, 2, 3, 1], fresh: ['p', 'q'] });
      await plain.doc('a').update({ data: { list: _.push({ each: [5], sort: 1, slice: -3 }) } });
      expect(await one(plain, 'a')).toMatchObject({ list: [3, 5, 9] });
      await plain.add({ data: { _id: 'b', list: [{ s: 2 }, { s: 1 }] } });
      await plain
        .doc('b')
        .update({ data: { list: _.push({ each: [{ s: 3 }], sort: { s: -1 }, slice: 2 }) } });
      expect(await one(plain, 'b')).toEqual({ _id: 'b', list: [{ s: 3 }, { s: 2 }] });
    },
  },
  {
    title: '[DB21] unshift, pop and shift work on the ends of a list',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', u: [2], p: [1, 2, 3], s: [1, 2, 3] } });
      await plain.doc('a').update({ data: { u: _.unshift([0, 1]), p: _.pop(), s: _.shift() } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', u: [0, 1, 2], p: [1, 2], s: [2, 3] });
    },
  },
  {
    title: '[DB22] pull by value or condition, pullAll, addToSet without doubles',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      const items = [
        { k: 1, n: 5 },
        { k: 2, n: 9 },
      ];
      await plain.add({
        data: { _id: 'a', v: [1, 2, 1], c: [1, 5, 9], o: items, all: [1, 2, 3], set: ['x'] },
      });
      await plain.doc('a').update({
        data: {
          v: _.pull(1),
          c: _.pull(_.gte(5)),
          o: _.pull({ n: _.gt(6) }),
          all: _.pullAll([1, 3]),
          set: _.addToSet('x'),
          fresh: _.addToSet('y'),
        },
      });
      expect(await one(plain, 'a')).toEqual({
        _id: 'a',
        v: [2],
        c: [1],
        o: [{ k: 1, n: 5 }],
        all: [2],
        set: ['x'],
        fresh: ['y'],
      });
    },
  },
  {
    title: '[DB23] array operators refuse a field that is no array',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', s: 'x' } });
      expect((await refusalOf(plain.doc('a').update({ data: { s: _.push('y') } }))).errCode).toBe(-502001);
      expect((await refusalOf(plain.doc('a').update({ data: { s: _.addToSet('y') } }))).errCode).toBe(
        -502001,
      );
    },
  },
  {
    title: '[DB24] a conditional update is atomic: the last seat goes to one of many',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', left: 3 } });
      const taken = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const take = plain.where({ _id: 'a', left: _.gt(0) }).update({ data: { left: _.inc(-1) } });
          return (await take).stats.updated;
        }),
      );
      expect(taken.filter((updated) => updated === 1)).toHaveLength(3);
      expect(await one(plain, 'a')).toEqual({ _id: 'a', left: 0 });
    },
  },
  {
    title: '[DB25] two operators on one path are refused',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a' } });
      const both = plain.doc('a').update({ data: { o: _.set({ x: 1 }), 'o.x': _.inc(1) } });
      expect((await refusalOf(both)).text).toMatch(/conflict/i);
    },
  },
  {
    title: '[DB26] a number in a path addresses an element of a list',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', list: [{ n: 1 }, { n: 2 }] } });
      await plain.doc('a').update({ data: { 'list.1.n': _.inc(5) } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', list: [{ n: 1 }, { n: 7 }] });
    },
  },
];
