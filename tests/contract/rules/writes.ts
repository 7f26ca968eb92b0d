import { ids, INDEXED, one, PLAIN, refusalOf, UNDECLARED, type Rule } from '../rule';

const DUPLICATE = /E11000|duplicate key/i;

export const writeRules: readonly Rule[] = [
  {
    title: '[DB1] add answers the new string id and keeps a given one',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      const made = await plain.add({ data: { name: '张三' } });
      expect(typeof made._id).toBe('string');
      expect(await one(plain, made._id ?? '')).toEqual({ _id: made._id, name: '张三' });
      expect((await plain.add({ data: { _id: 'given', name: '李四' } }))._id).toBe('given');
    },
  },
  {
    title: '[DB2] add with a taken _id is refused and changes nothing',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      const refusal = await refusalOf(plain.add({ data: { _id: 'a', n: 2 } }));
      expect(refusal.text).toMatch(DUPLICATE);
      expect(refusal.errCode).toBe(-502001);
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 1 });
    },
  },
  {
    title: '[DB3] a unique index refuses a second equal value by add, update and set',
    async check({ db }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({ data: { _id: 'a', code: 'x' } });
      await indexed.add({ data: { _id: 'b', code: 'y' } });
      expect((await refusalOf(indexed.add({ data: { code: 'x' } }))).text).toMatch(DUPLICATE);
      expect((await refusalOf(indexed.doc('b').update({ data: { code: 'x' } }))).text).toMatch(DUPLICATE);
      expect((await refusalOf(indexed.doc('c').set({ data: { code: 'x' } }))).text).toMatch(DUPLICATE);
      expect((await indexed.count()).total).toBe(2);
    },
  },
  {
    title: '[DB4] in a unique index a missing field counts as null, so only one document may lack it',
    async check({ db }) {
      const indexed = db.collection(INDEXED);
      await indexed.add({ data: { _id: 'a' } });
      expect((await refusalOf(indexed.add({ data: { _id: 'b' } }))).text).toMatch(DUPLICATE);
      expect((await refusalOf(indexed.add({ data: { _id: 'b', code: null } }))).text).toMatch(DUPLICATE);
    },
  },
  {
    title: '[DB5] a batch add answers ids in order; before a duplicate the earlier documents stay',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      const made = await plain.add({ data: [{ _id: 'a' }, { _id: 'b' }] });
      expect(made._ids).toEqual(['a', 'b']);
      await refusalOf(plain.add({ data: [{ _id: 'c' }, { _id: 'a' }, { _id: 'd' }] }));
      expect(ids((await plain.orderBy('_id', 'asc').get()).data)).toEqual(['a', 'b', 'c']);
    },
  },
  {
    title: '[DB6] update and remove of a missing document report 0 and create nothing',
    async check({ db, _ }) {
      const plain = db.collection(PLAIN);
      expect((await plain.doc('none').update({ data: { n: _.inc(1) } })).stats.updated).toBe(0);
      expect((await plain.doc('none').remove()).stats.removed).toBe(0);
      expect((await plain.count()).total).toBe(0);
    },
  },
  {
    title: '[DB7] an update that changes nothing reports 0',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', n: 1 } });
      expect((await plain.doc('a').update({ data: { n: 1 } })).stats.updated).toBe(0);
      expect((await plain.doc('a').update({ data: { n: 2 } })).stats.updated).toBe(1);
    },
  },
  {
    title: '[DB8] set creates or replaces the whole document and tells which',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      expect((await plain.doc('a').set({ data: { n: 1, gone: true } })).stats).toEqual({
        updated: 0,
        created: 1,
      });
      expect((await plain.doc('a').set({ data: { n: 2 } })).stats).toEqual({ updated: 1, created: 0 });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', n: 2 });
    },
  },
  {
    title: '[DB9] where().update and where().remove touch every match; multi: false touches one',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: [{ g: 1 }, { g: 1 }, { g: 1 }, { g: 2 }] });
      expect((await plain.where({ g: 1 }).update({ data: { seen: true } })).stats.updated).toBe(3);
      expect((await plain.where({ g: 1 }).update({ data: { once: true }, multi: false })).stats.updated).toBe(
        1,
      );
      expect((await plain.where({ g: 1 }).remove()).stats.removed).toBe(3);
      expect((await plain.count()).total).toBe(1);
    },
  },
  {
    title: '[DB10] undefined fields are dropped, null is kept',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', gone: undefined, kept: null, o: { gone: undefined, n: 1 } } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', kept: null, o: { n: 1 } });
    },
  },
  {
    title: '[DB11] dates come back as equal dates, in objects and arrays too',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      const at = new Date('2026-01-12T08:30:00.123Z');
      await plain.add({ data: { _id: 'a', at, o: { at }, list: [at] } });
      const row = await one(plain, 'a');
      expect(row).toEqual({ _id: 'a', at, o: { at }, list: [at] });
    },
  },
  {
    title: '[DB12] serverDate is the time of the database, moved by its offset',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      await plain.add({ data: { _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) } });
      const row = await one(plain, 'a');
      const [at, later] = [row?.['at'], row?.['later']];
      if (!(at instanceof Date) || !(later instanceof Date)) throw new Error('dates expected');
      expect(later.getTime() - at.getTime()).toBe(60_000);
      expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
    },
  },
  {
    title: '[DB13] a collection that was never declared is refused with -502005',
    async check({ db }) {
      const missing = db.collection(UNDECLARED);
      expect((await refusalOf(missing.get())).errCode).toBe(-502005);
      expect((await refusalOf(missing.add({ data: { n: 1 } }))).errCode).toBe(-502005);
      expect((await refusalOf(missing.count())).errCode).toBe(-502005);
      expect((await refusalOf(missing.aggregate().match({ n: 1 }).end())).text).toMatch(/not exist/i);
    },
  },
  {
    title: '[DB14] text in any script, empty containers and fractions come back unchanged',
    async check({ db }) {
      const plain = db.collection(PLAIN);
      const data = {
        s: '向锋 𠮷 "quoted"\n',
        empty: '',
        o: {},
        list: [],
        f: 0.1,
        big: 2 ** 53 - 1,
        neg: -1.5,
        b: false,
      };
      await plain.add({ data: { _id: 'a', ...data } });
      expect(await one(plain, 'a')).toEqual({ _id: 'a', ...data });
    },
  },
];
