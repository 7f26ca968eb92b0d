import type { Trend } from '@contract/statistics.contract';
import { parseTargetId } from '@domain/kernel/identifiers';
import { addDays, parseCivilDay } from '@domain/time/civil-day';

import { lineAddress, pictureOf } from './trend-line';

const TARGET = {
  targetId: parseTargetId('target0001'),
  divisionName: '某州',
  fromDay: parseCivilDay('2026-01-01'),
  toDay: parseCivilDay('2026-12-31'),
  document: '〔2026〕1 号',
  withdrawnDay: null,
};

function pointsOf(values: readonly (number | null)[]): Pick<Trend, 'points' | 'targets'> {
  const points = values.map((value, index) => ({
    targetId: null,
    day: addDays(parseCivilDay('2026-11-01'), index),
    figure: {
      measure: 'activityRate.CUM' as const,
      value,
      numerator: value ?? 0,
      denominator: value === null ? null : 10_000,
      populationYear: null,
      source: null,
    },
  }));
  return { points, targets: [] };
}

test('the lowest lies at the bottom, the highest at the top, and both are named', () => {
  const { places, lowest, highest } = pictureOf(pointsOf([0, 10_000, 5000]));
  expect(places).toEqual([
    { x: 0, y: 0, targetY: null },
    { x: 0.5, y: 1, targetY: null },
    { x: 1, y: 0.5, targetY: null },
  ]);
  expect([lowest?.value, highest?.value]).toEqual([0, 10_000]);
});

test('[ST3] a missing figure is a gap in the line, never a zero', () => {
  const { places } = pictureOf(pointsOf([3000, null, 4000, 5000]));
  expect(places[1]).toEqual({ x: 1 / 3, y: null, targetY: null });
  const svg = decodeURIComponent(lineAddress(places));
  expect(svg.split('stroke="#c8161d"')[0]?.match(/M/g)).toHaveLength(2);
});

test('a flat line runs through the middle; nothing at all has no extremes', () => {
  expect(pictureOf(pointsOf([7, 7])).places.map(({ y }) => y)).toEqual([0.5, 0.5]);
  expect(pictureOf(pointsOf([null, null]))).toMatchObject({ lowest: null, highest: null });
});

test('[ST44] the target is in the picture, level over its days, a step where it changes', () => {
  const { points } = pointsOf([2000, 3000, 4000, 5000]);
  const newer = { ...TARGET, targetId: parseTargetId('target0002'), valueBasisPoints: 6000 };
  const ids = [null, TARGET.targetId, newer.targetId, newer.targetId];
  const { places, highest } = pictureOf({
    points: points.map((point, index) => ({ ...point, targetId: ids[index] ?? null })),
    targets: [newer, { ...TARGET, valueBasisPoints: 4000 }],
  });
  expect(places.map(({ targetY }) => targetY?.toFixed(2))).toEqual([undefined, '0.50', '1.00', '1.00']);
  expect(highest?.value).toBe(5000);
  expect(decodeURIComponent(lineAddress(places))).toContain('M166.7 150.0H500.0V0.0H833.3V0.0H1000.0');
});
