import fc from 'fast-check';
import { addDays, parseCivilDay } from '../time/civil-day';
import { byGreatest, comparableRows, obstacleOf, rangeOf, rankRanges, type PublishedValue } from './peer';

const day = parseCivilDay;
const percent = (hundredths: number): PublishedValue => ({
  kind: 'rounded',
  digits: hundredths,
  exponent: -4,
});
const fraction = (numerator: number, denominator: number): PublishedValue => ({
  kind: 'fraction',
  numerator,
  denominator,
});
const ranksOf = (...values: PublishedValue[]) =>
  rankRanges(values.map(rangeOf)).map(({ best, worst }) =>
    best === worst ? best : `${String(best)}–${String(worst)}`,
  );

test('[ST17] a rounded percentage leaves a rank open only where it matters', () => {
  // 130,900 ÷ 233,400 = 56.0840…%: a published 56.08 % may be more or less than that.
  expect(ranksOf(fraction(130_900, 233_400), percent(5_608), percent(5_609))).toEqual(['2–3', '2–3', 1]);
  expect(ranksOf(percent(5_608), percent(5_608))).toEqual(['1–2', '1–2']);
  expect(ranksOf(fraction(1, 2), fraction(2, 4), fraction(1, 3))).toEqual([1, 1, 3]);
  // 56.085 % is rounded up: not one of what 56.08 % may have been.
  expect(ranksOf(fraction(56_085, 100_000), percent(5_608))).toEqual([1, 2]);
  expect(ranksOf(fraction(56_075, 100_000), percent(5_608))).toEqual(['1–2', 1]);
});

test('[ST17] more than 23 % is ahead of 23 % and below, and may be ahead of anything', () => {
  const above: PublishedValue = { kind: 'above', digits: 230, exponent: -3 };
  expect(ranksOf(above, fraction(23, 100), fraction(1, 10))).toEqual([1, 2, 3]);
  expect(ranksOf(above, fraction(3, 10))).toEqual(['1–2', '1–2']);
  expect(ranksOf(above, above)).toEqual(['1–2', '1–2']);
});

test('[ST17] whole numbers are exact, 万 is rounded', () => {
  const whole = (digits: number): PublishedValue => ({ kind: 'whole', digits, exponent: 0 });
  expect(ranksOf(whole(233_400), whole(233_399))).toEqual([1, 2]);
  expect(ranksOf({ kind: 'rounded', digits: 2_334, exponent: 2 }, whole(233_449), whole(233_450))).toEqual([
    '2–3',
    '2–3',
    1,
  ]);
});

test('[ST17] the ranks are those that trying every possible value finds', () => {
  const anyValue = fc.oneof(
    fc.nat(4).map((digits): PublishedValue => ({ kind: 'rounded', digits, exponent: -1 })),
    fc.nat(48).map((numerator) => fraction(numerator, 100)),
  );
  /** in two-hundredths: a fraction is one point, a rounded tenth is 20 of them */
  const possible = (value: PublishedValue): number[] => {
    if (value.kind === 'fraction') return [value.numerator * 2];
    return Array.from({ length: 20 }, (_none, at) => ('digits' in value ? value.digits * 20 : 0) - 10 + at);
  };
  fc.assert(
    fc.property(fc.array(anyValue, { minLength: 1, maxLength: 5 }), (values) => {
      const all = values.map(possible);
      rankRanges(values.map(rangeOf)).forEach(({ best, worst }, index) => {
        const own = all[index] ?? [];
        const others = all.filter((_none, at) => at !== index);
        const ahead = (mine: number, theirs: (points: number[]) => number): number =>
          others.filter((points) => theirs(points) > mine).length;
        expect(best).toBe(1 + Math.min(...own.map((mine) => ahead(mine, (points) => Math.min(...points)))));
        expect(worst).toBe(1 + Math.max(...own.map((mine) => ahead(mine, (points) => Math.max(...points)))));
      });
    }),
  );
});

test('[ST17] comparable: the same definition, at most a quarter apart; the nearest of a city', () => {
  const end = day('2023-12-31');
  const row = (
    asOfDay: typeof end,
    definition: Parameters<typeof obstacleOf>[0]['definition'] = 'registered',
  ) => ({
    cityName: '甲市',
    asOfDay,
    definition,
  });
  expect(obstacleOf(row(end), 'registered', end)).toBeNull();
  expect(obstacleOf(row(end, 'unstated'), 'registered', end)).toBe('definitionUnstated');
  expect(obstacleOf(row(end, 'other'), 'registrationRatio', end)).toBe('definitionDiffers');
  expect(obstacleOf(row(addDays(end, 92)), 'registered', end)).toBeNull();
  expect(obstacleOf(row(addDays(end, -93)), 'registered', end)).toBe('tooFarApart');
  const near = row(addDays(end, -3));
  expect(comparableRows([row(addDays(end, 40)), near, row(addDays(end, -60))], 'registered', end)).toEqual([
    near,
  ]);
  expect([rangeOf(percent(1)), rangeOf(percent(2))].sort(byGreatest)[0]).toEqual(rangeOf(percent(2)));
});
