import fc from 'fast-check';
import { anyPosition } from '../../tests/kit/arbitrary-facts';
import { distanceMeters } from './distance';

test('[AT3.3] distance is symmetric, zero on itself, whole and never more than half the globe', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, (a, b) => {
      const distance = distanceMeters(a, b);
      expect(distance).toBe(distanceMeters(b, a));
      expect(distanceMeters(a, a)).toBe(0);
      expect(Number.isSafeInteger(distance)).toBe(true);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(20_015_114);
    }),
  );
});

test('[AT3.3] known distances', () => {
  const marker = { latitude: 31.9, longitude: 102.2 };
  expect(distanceMeters(marker, { ...marker, latitude: 32.9 })).toBe(111_195);
  expect(distanceMeters({ latitude: 0, longitude: 179.999 }, { latitude: 0, longitude: -179.999 })).toBe(222);
  expect(distanceMeters({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBe(20_015_114);
});

test('[AT3.3] the triangle holds, within rounding', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, anyPosition, (a, b, c) => {
      expect(distanceMeters(a, c)).toBeLessThanOrEqual(distanceMeters(a, b) + distanceMeters(b, c) + 2);
    }),
  );
});
