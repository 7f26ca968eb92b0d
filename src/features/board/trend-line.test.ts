import type { Trend } from '@contract/statistics.contract';
import { addDays, parseCivilDay } from '@domain/time/civil-day';

import { lineAddress, pictureOf } from './trend-line';

function pointsOf(values: readonly (number | null)[]): Trend['points'] {
  return values.map((value, index) => ({
    day: addDays(parseCivilDay('2026-11-01'), index),
    figure: {
      measure: 'activityRate.CUM',
      value,
      numerator: value ?? 0,
      denominator: value === null ? null : 10_000,
      populationYear: null,
      source: null,
    },
  }));
}

test('the lowest lies at the bottom, the highest at the top, and both are named', () => {
  const { places, lowest, highest } = pictureOf(pointsOf([0, 10_000, 5000]));
  expect(places).toEqual([
    { x: 0, y: 0 },
    { x: 0.5, y: 1 },
    { x: 1, y: 0.5 },
  ]);
  expect([lowest?.value, highest?.value]).toEqual([0, 10_000]);
});

test('[ST3] a missing figure is a gap in the line, never a zero', () => {
  const { places } = pictureOf(pointsOf([3000, null, 4000, 5000]));
  expect(places[1]).toEqual({ x: 1 / 3, y: null });
  const svg = decodeURIComponent(lineAddress(places));
  expect(svg.match(/M/g)).toHaveLength(2);
});

test('a flat line runs through the middle; nothing at all has no extremes', () => {
  expect(pictureOf(pointsOf([7, 7])).places.map(({ y }) => y)).toEqual([0.5, 0.5]);
  expect(pictureOf(pointsOf([null, null]))).toMatchObject({ lowest: null, highest: null });
});
