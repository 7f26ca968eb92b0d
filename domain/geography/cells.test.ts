import fc from 'fast-check';
import { cellsAround, cellsOf, REACH_METERS, REACHES } from './cells';
import { distanceMeters } from './distance';

const anyPosition = fc.record({
  latitude: fc.double({ min: 3, max: 54, noNaN: true }),
  longitude: fc.double({ min: 73, max: 136, noNaN: true }),
});

test('[NM1] whatever lies within a reach lies in one of the nine cells around', () => {
  const found = { count: 0 };
  const anyTurn = fc.record({
    angle: fc.double({ min: 0, max: 7, noNaN: true }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(anyPosition, anyTurn, fc.constantFrom(...REACHES), (from, { angle, part }, reach) => {
      const meters = REACH_METERS[reach] * part;
      const latitude = from.latitude + (Math.cos(angle) * meters) / 111_195;
      const east = (Math.sin(angle) * meters) / (111_195 * Math.cos((from.latitude * Math.PI) / 180));
      const to = { latitude, longitude: from.longitude + east };
      if (distanceMeters(from, to) > REACH_METERS[reach]) return;
      found.count += 1;
      expect(cellsAround(from, reach)).toContain(cellsOf(to)[reach]);
    }),
  );
  expect(found.count).toBeGreaterThan(0);
});

test('[NM1] nine cells, each another, among them its own', () => {
  fc.assert(
    fc.property(anyPosition, fc.constantFrom(...REACHES), (position, reach) => {
      const cells = cellsAround(position, reach);
      expect(new Set(cells).size).toBe(9);
      expect(cells[4]).toBe(cellsOf(position)[reach]);
    }),
  );
});
