import type { Figure } from '@contract/statistics.contract';
import type { MeasureId } from '@domain/statistics/measure';
import { periodChangeText } from './report-text';

const figure = (
  measure: MeasureId,
  numerator: number,
  denominator: number | null,
  value: number | null,
): Figure => ({
  measure,
  value,
  numerator,
  denominator,
  populationYear: null,
  source: null,
});

test('[EX2] a change over a period: differences, points for rates, none without a base', () => {
  const counts = (now: number, before: number) =>
    periodChangeText(figure('registered', now, null, now), figure('registered', before, null, before));
  expect([counts(1234, 0), counts(5, 5), counts(4, 6)]).toEqual(['+1,234', '持平', '−2']);
  const hours = (now: number) =>
    periodChangeText(figure('serviceHours', now, null, now), figure('serviceHours', 0, null, 0));
  expect([hours(90), hours(6_000)]).toEqual(['+1.5', '+100.0']);
  const rate = (now: number, before: number | null) =>
    periodChangeText(
      figure('activityRate.CUM', now, 400, 1),
      figure('activityRate.CUM', 100, before, before === null ? null : 1),
    );
  expect([rate(101, 400), rate(100, 400), rate(99, 400), rate(1, null)]).toEqual([
    '+0.25 个百分点',
    '持平',
    '−0.25 个百分点',
    '—',
  ]);
  const average = (now: number | null) =>
    periodChangeText(figure('averageHours.active', 1, 1, now), figure('averageHours.active', 1, 1, 150));
  expect([average(275), average(null)]).toEqual(['+1.25', '—']);
});
