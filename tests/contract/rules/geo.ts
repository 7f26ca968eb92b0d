import { ids, one, PLACES, PLAIN, refusalOf, type Rule } from '../rule';
import type { SdkDatabase } from '../sdk';

/** Four places: three in one town, about 0, 111 and 1,112 metres apart, and one far away. */
async function fill(db: SdkDatabase): Promise<void> {
  const { Point } = db.Geo;
  await db.collection(PLACES).add({
    data: [
      { _id: 'far', place: Point(104.06, 30.67) },
      { _id: 'square', place: Point(102.22, 31.9) },
      { _id: 'school', place: Point(102.22, 31.901) },
      { _id: 'bridge', place: Point(102.22, 31.91) },
      { _id: 'nowhere' },
    ],
  });
}

function box(db: SdkDatabase, west: number, south: number, east: number, north: number): object {
  const { Point, LineString, Polygon } = db.Geo;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return Polygon([LineString(ring.map(([longitude, latitude]) => Point(longitude, latitude)))]);
}

export const geoRules: readonly Rule[] = [
  {
    title: '[DB44] a point comes back with its longitude and latitude',
    async check({ db }) {
      await fill(db);
      const row = await one(db.collection(PLACES), 'square');
      expect(row?.['place']).toMatchObject({ longitude: 102.22, latitude: 31.9 });
    },
  },
  {
    title: '[DB45] geoNear answers nearest first within the distances, in metres',
    async check({ db, _ }) {
      await fill(db);
      const geometry = db.Geo.Point(102.22, 31.9);
      const near = async (options: object): Promise<string[]> =>
        ids(
          (
            await db
              .collection(PLACES)
              .where({ place: _.geoNear({ geometry, ...options }) })
              .get()
          ).data,
        );
      expect(await near({ maxDistance: 500 })).toEqual(['square', 'school']);
      expect(await near({ minDistance: 50, maxDistance: 5000 })).toEqual(['school', 'bridge']);
    },
  },
  {
    title: '[DB46] geoNear on a field without a geo index is refused',
    async check({ db, _ }) {
      const geometry = db.Geo.Point(102.22, 31.9);
      await db.collection(PLAIN).add({ data: { place: geometry } });
      await refusalOf(
        db
          .collection(PLAIN)
          .where({ place: _.geoNear({ geometry, maxDistance: 10 }) })
          .get(),
      );
    },
  },
  {
    title: '[DB47] geoWithin takes a polygon or a circle, geoIntersects any shape',
    async check({ db, _ }) {
      await fill(db);
      const places = db.collection(PLACES);
      const within = async (condition: object): Promise<string[]> =>
        ids((await places.where({ place: condition }).orderBy('_id', 'asc').get()).data);
      const geometry = box(db, 102.2, 31.89, 102.3, 31.905);
      expect(await within(_.geoWithin({ geometry }))).toEqual(['school', 'square']);
      expect(await within(_.geoIntersects({ geometry }))).toEqual(['school', 'square']);
      const centerSphere = [db.Geo.Point(102.22, 31.9), 2 / 6378.1];
      expect(await within(_.geoWithin({ centerSphere }))).toEqual(['bridge', 'school', 'square']);
    },
  },
  {
    title: '[DB48] the geoNear stage adds the distance and takes a query',
    async check({ db }) {
      await fill(db);
      const { list } = await db
        .collection(PLACES)
        .aggregate()
        .geoNear({
          near: db.Geo.Point(102.22, 31.9),
          spherical: true,
          distanceField: 'metres',
          maxDistance: 2000,
          query: { _id: /s/ },
        })
        .end();
      expect(ids(list)).toEqual(['square', 'school']);
      expect(Number(list[0]?.['metres'])).toBeCloseTo(0, 3);
      expect(Number(list[1]?.['metres'])).toBeGreaterThan(105);
      expect(Number(list[1]?.['metres'])).toBeLessThan(117);
    },
  },
];
