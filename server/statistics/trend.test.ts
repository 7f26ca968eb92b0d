import { contains, parseDivisionCode } from '@domain/geography/division';
import { ACTIVITY_MEASURES, type ActivityMeasure } from '@domain/statistics/measure';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import type { OutputOf } from '@contract/procedures';
import { RANKINGS, TREND_MEASURES, type TrendMeasure } from '@contract/statistics.contract';
import { countNaively } from '../../tests/kit/naive-count';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { targetInput } from '../../tests/kit/targets';
import { documentSchemas } from '../kernel/documents';
import { toFacts } from './volunteer-facts';

// Each test reads figures many times over.

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(120);
});
afterAll(() => product.stop());

type Board = OutputOf<'statistics.getBoard'>;
const CITY = parseDivisionCode('5132');
const board = (divisionCode: string | null = null, day: Board['day'] | null = null): Promise<Board> =>
  product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode, day });
const trend = (measure: TrendMeasure, grain: 'month' | 'day', divisionCode: string | null = null) =>
  product.must(CITY_OFFICE, 'statistics.getTrend', { divisionCode, measure, grain, day: null });

function everybody() {
  const records = product.documents('attendances').map((row) => documentSchemas.attendances.parse(row));
  return product.documents('volunteers').map((row) => {
    const volunteer = documentSchemas.volunteers.parse(row);
    return toFacts(
      volunteer,
      records.filter((record) => record.volunteerId === volunteer._id && record.state === 'confirmed'),
    );
  });
}

function figureOf(division: Board['division'], measure: string) {
  const {
    registered,
    registrationRatio,
    activeCum,
    activeYear,
    activityRateCum,
    activityRateYear,
    serviceHours,
  } = division;
  const named = [registered, registrationRatio, activeCum, activeYear, activityRateCum, activityRateYear];
  const found = [...named, serviceHours, ...division.further].find((figure) => figure.measure === measure);
  if (found === undefined) throw new Error(`the board lacks ${measure}`);
  return found;
}

test('[ST14] the board carries all six definitions of activity, equal to a naive count', async () => {
  const people = everybody();
  const { day, division, children } = await board();
  for (const one of [division, ...children]) {
    const naive = countNaively(people, one.divisionCode, day);
    for (const [name, quantity] of Object.entries(ACTIVITY_MEASURES)) {
      expect(figureOf(one, `active.${name}`).value).toBe(naive[quantity]);
      const rate = figureOf(one, `activityRate.${name}`);
      expect([rate.numerator, rate.denominator]).toEqual([naive[quantity], naive.registered || null]);
    }
    for (const window of ['CUM', 'YEAR', 'R12'] satisfies ActivityMeasure[]) {
      const strict = figureOf(one, `active.${window}-STRICT`).numerator;
      expect(strict).toBeLessThanOrEqual(figureOf(one, `active.${window}`).numerator);
    }
  }
});

test('[ST17] every definition ranks the counties', async () => {
  const { rankings, children } = await board();
  expect(rankings.map(({ measure }) => measure)).toEqual([...RANKINGS]);
  for (const { measure, rows } of rankings) {
    const values = rows.map(({ divisionCode, rank }) => {
      const child = children.find((one) => one.divisionCode === divisionCode);
      const value = child === undefined ? null : figureOf(child, measure).value;
      expect(rank === null).toBe(value === null);
      return value ?? -1;
    });
    expect(values).toEqual([...values].sort((a, b) => b - a));
  }
});

test('[ST18] average hours: the same minutes over the registered and over the active', async () => {
  const { division } = await board();
  const byRegistered = figureOf(division, 'averageHours.registered');
  const byActive = figureOf(division, 'averageHours.active');
  const minutes = division.serviceHours.value ?? 0;
  expect([byRegistered.numerator, byActive.numerator]).toEqual([minutes, minutes]);
  expect([byRegistered.denominator, byActive.denominator]).toEqual([
    division.registered.value,
    division.activeCum.value,
  ]);
  expect(byActive.value).toBe(Math.round((minutes * 100) / 60 / (division.activeCum.value ?? 1)));
});

test('[ST16] 同比 and 环比 compare with the board of those days', async () => {
  const now = await board();
  const [monthEnd, lastYear] = [
    await board(null, now.growthSinceDay),
    await board(null, now.sameDayLastYear),
  ];
  expect(now.changes.map(({ measure }) => measure)).toEqual([...TREND_MEASURES]);
  const change = (measure: string) => now.changes.find((one) => one.measure === measure);
  const registered = now.division.registered.numerator;
  const growth = (then: Board): number => (registered / then.division.registered.numerator - 1) * 10_000;
  expect(change('registered')?.kind).toBe('percent');
  expect(change('registered')?.sinceMonthEnd).toBeCloseTo(growth(monthEnd), -0.5);
  expect(change('registered')?.sinceLastYear).toBeCloseTo(growth(lastYear), -0.5);
  const rate = (of: Board): number => of.division.activityRateCum.value ?? 0;
  expect(change('activityRate.CUM')?.kind).toBe('percentagePoints');
  const points = change('activityRate.CUM')?.sinceLastYear ?? Number.NaN;
  expect(Math.abs(points - (rate(now) - rate(lastYear)))).toBeLessThanOrEqual(1);
});

test.each(['month', 'day'] as const)(
  '[ST44] a trend by %s: every point is the figure of that day',
  async (grain) => {
    const people = everybody();
    const { points } = await trend('active.R12', grain);
    expect(points).toHaveLength(grain === 'month' ? 24 : 31);
    for (const { day, figure } of points)
      expect(figure.value).toBe(countNaively(people, CITY, day).activeR12);
    const { day } = await board();
    expect(points.at(-1)?.day).toBe(day);
    if (grain === 'day') expect(points[0]?.day).toBe(addDays(day, -30));
  },
);

test('[ST44] a trend of any measure ends with the figure on the board, in three round trips', async () => {
  const { division } = await board('513201');
  for (const measure of TREND_MEASURES) {
    const { points } = await trend(measure, 'month', '513201');
    expect(points.at(-1)?.figure).toEqual(figureOf(division, measure));
  }
  const trips = await product.roundTripsOf(() => trend('registered', 'day'));
  expect(trips).toBeLessThanOrEqual(3);
});

test('[RO2] a trend follows the rules of the board', async () => {
  const asked = { measure: 'registered', grain: 'day', day: null } as const;
  const other = await product.call('demo-county', 'statistics.getTrend', {
    ...asked,
    divisionCode: '513221',
  });
  expect(other).toMatchObject({ code: 'actor.forbidden' });
  const own = await product.must('demo-county', 'statistics.getTrend', { ...asked, divisionCode: '513201' });
  expect(contains(CITY, parseDivisionCode('513201')) && own.divisionName).toBe('马尔康市');
});

test('[ST44] each point has the target of its day, also across a withdrawal and a renewal', async () => {
  const before = await trend('activityRate.CUM', 'month');
  const seeded = before.targets[0];
  expect(before.targets).toHaveLength(1);
  expect(seeded).toMatchObject({ valueBasisPoints: 6_000, divisionName: '阿坝藏族羌族自治州' });
  for (const { day, targetId } of before.points) {
    expect(targetId).toBe(seeded !== undefined && seeded.fromDay <= day ? seeded.targetId : null);
  }
  product.standAt(2 * DAY_MS);
  const old = { requestId: requestId(), targetId: seeded?.targetId ?? '' };
  await product.must(CITY_OFFICE, 'statistics.withdrawTarget', old);
  const today = civilDayOf(product.cloud.clock.now());
  const renewed = targetInput('5132', { valueBasisPoints: 6_500, fromDay: today });
  await product.must(CITY_OFFICE, 'statistics.addTarget', renewed);
  const after = await trend('activityRate.CUM', 'day');
  expect(after.targets.map(({ valueBasisPoints }) => valueBasisPoints)).toEqual([6_500, 6_000]);
  expect(after.points.at(-1)?.targetId).toBe(after.targets[0]?.targetId);
  expect(after.points.at(-2)?.targetId).toBe(seeded?.targetId);
  expect((await trend('registered', 'day')).targets).toEqual([]);
  expect(await product.roundTripsOf(() => trend('activityRate.CUM', 'day'))).toBeLessThanOrEqual(4);
  product.standAt();
});

test('[ST3] days before the city’s first fact are refused by name, or — in a trend', async () => {
  const people = everybody();
  const served = people.flatMap(({ records }) => records.map(({ serviceDay }) => serviceDay));
  const [first] = [...people.map(({ standing }) => standing.registeredDay), ...served].sort();
  if (first === undefined) throw new Error('the demo has people');
  const before = addDays(first, -1);
  const asked = { divisionCode: '513201100', day: before };
  const answers = await Promise.all([
    product.call(CITY_OFFICE, 'statistics.getBoard', asked),
    product.call(CITY_OFFICE, 'statistics.getPlan', { ...asked, window: null }),
    product.call(CITY_OFFICE, 'statistics.getTrend', { ...asked, measure: 'registered', grain: 'day' }),
    product.call(CITY_OFFICE, 'statistics.listFacts', { ...asked, measure: 'registered', cursor: null }),
  ]);
  for (const answer of answers) {
    expect(answer).toMatchObject({ code: 'statistics.beforeData', params: { firstDay: first } });
  }
  // A township without anybody on the first day: the data have begun, so that nobody is 0.
  const { division } = await board('513201100', first);
  expect(division.registered.value).toBe(division.registered.numerator);
  const input = { divisionCode: null, measure: 'registered', grain: 'day', day: first } as const;
  const { points, dataFrom } = await product.must(CITY_OFFICE, 'statistics.getTrend', input);
  expect(dataFrom).toBe(first);
  expect(points.at(-1)?.figure.value).not.toBeNull();
  expect(points.slice(0, -1).map(({ figure }) => figure.value)).toEqual(Array(30).fill(null));
});
