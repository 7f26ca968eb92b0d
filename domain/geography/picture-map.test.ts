import fc from 'fast-check';
import { distanceMeters } from './distance';
import { centreOf, groupsOf, pictureMapOf } from './picture-map';

const anyPosition = fc.record({
  latitude: fc.double({ min: 20, max: 50, noNaN: true }),
  longitude: fc.double({ min: 80, max: 130, noNaN: true }),
});
const somePositions = fc.array(anyPosition, { minLength: 1, maxLength: 30 });
/** rounding of what is drawn */
const HAIR = 1e-6;

test('[BP15] every place lies within the margins; north is up and east is to the right', () => {
  fc.assert(
    fc.property(somePositions, (positions) => {
      const { width, height, place } = pictureMapOf(positions, 320, 24);
      expect(width / height).toBeGreaterThan(0.7);
      expect(width / height).toBeLessThan(1.9);
      const points = positions.map((position) => ({ ...position, ...place(position) }));
      for (const { x, y } of points) {
        expect(Math.min(x - 24, 320 - 24 - x, y - 24, height - 24 - y)).toBeGreaterThan(-HAIR);
      }
      const [first, ...others] = points;
      for (const other of others) {
        if (first === undefined) continue;
        expect(Math.sign(first.latitude - other.latitude) * (other.y - first.y)).toBeGreaterThan(-HAIR);
        expect(Math.sign(first.longitude - other.longitude) * (first.x - other.x)).toBeGreaterThan(-HAIR);
      }
    }),
  );
});

test('[BP15] a kilometre is as long to the east as to the north', () => {
  const middle = { latitude: 32, longitude: 103 };
  const north = { ...middle, latitude: 33 };
  const east = { ...middle, longitude: 104 };
  const { place } = pictureMapOf([middle, north, east], 320, 20);
  const length = (to: typeof middle) =>
    Math.hypot(place(to).x - place(middle).x, place(to).y - place(middle).y) / distanceMeters(middle, to);
  expect(length(east) / length(north)).toBeCloseTo(1, 1);
});

test('[BP15] marks that would cover each other are one group; everything is in exactly one', () => {
  const anyMark = fc.record({ x: fc.nat({ max: 300 }), y: fc.nat({ max: 300 }), id: fc.nat() });
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 40 }), (marks) => {
      const groups = groupsOf(marks, 44);
      const ids = (all: typeof marks) => all.map(({ id }) => id).sort((a, b) => a - b);
      expect(ids(groups.flat())).toEqual(ids(marks));
      const centres = groups.map(centreOf);
      centres.forEach((one, index) => {
        for (const other of centres.slice(index + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(44 - HAIR);
        }
      });
    }),
  );
});
