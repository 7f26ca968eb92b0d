import { wgs84ToGcj02 } from './gcj02';

const metersPerDegree = 111_320;

function shiftMeters(latitude: number, longitude: number): number {
  const moved = wgs84ToGcj02({ latitude, longitude });
  const north = (moved.latitude - latitude) * metersPerDegree;
  const east = (moved.longitude - longitude) * metersPerDegree * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

test('Tiananmen is where the published pairs of both datums put it', () => {
  const moved = wgs84ToGcj02({ latitude: 39.907375, longitude: 116.391349 });
  expect(moved.latitude).toBeCloseTo(39.908775, 4);
  expect(moved.longitude).toBeCloseTo(116.397591, 4);
});

test('inside the prefecture the shift is some hundred metres', () => {
  expect(shiftMeters(31.9, 102.22)).toBeGreaterThan(100);
  expect(shiftMeters(31.9, 102.22)).toBeLessThan(800);
});

test('outside China nothing moves', () => {
  expect(wgs84ToGcj02({ latitude: 48.8584, longitude: 2.2945 })).toEqual({
    latitude: 48.8584,
    longitude: 2.2945,
  });
});
