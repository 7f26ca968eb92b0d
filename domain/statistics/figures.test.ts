import fc from 'fast-check';
import { COMMUNITIES } from '../../tests/kit/arbitrary-volunteers';
import { TallyBook } from '../../tests/kit/tally-book';
import { parseDivisionCode } from '../geography/division';
import { parseProjectId, parseVolunteerId } from '../kernel/identifiers';
import { addDays, parseCivilDay } from '../time/civil-day';
import { contributionOf } from './contribution';
import { MEASURES, QUANTITIES } from './measure';
import { populationOn, type PopulationFigure } from './population';
import { rankContestants } from './ranking';
import { basisPointsOf, compareRatios, formatBasisPoints, formatRatio, ratioOf, type Ratio } from './ratio';
import { stocksOn } from './tally';

const day = parseCivilDay;
const anyRatio: fc.Arbitrary<Ratio> = fc.record({
  numerator: fc.integer({ min: 0, max: 2 ** 40 }),
  denominator: fc.integer({ min: 1, max: 2 ** 40 }),
});
const anyRatioOrNone = fc.option(anyRatio, { freq: 5 });

test('[ST14][ST12] published: 雅安 2023 and 2020, from people of a hundredth of the city', () => {
  const counts = { registered: 2_334, active: 1_309 };
  const yaan = parseDivisionCode('5118');
  const book = new TallyBook();
  for (let index = 0; index < counts.registered; index += 1) {
    const registeredDay = addDays(day('2020-01-01'), index % 1_000);
    const record = {
      serviceDay: addDays(registeredDay, index % 300),
      minutes: 60 + (index % 120),
      isStrict: index % 2 === 0,
      isSupplemented: false,
      isLate: false,
      projectId: parseProjectId('project001'),
    };
    const standing = {
      volunteerId: parseVolunteerId(`v${String(index).padStart(9, '0')}`),
      status: 'active' as const,
      registeredDay,
      leftDay: null,
      residences: [{ divisionCode: parseDivisionCode('511802001001'), fromDay: registeredDay }],
    };
    book.add(
      contributionOf({ standing, records: index < counts.active ? [record] : [], visits: [], trainings: [] }),
    );
  }
  const stocks = stocksOn(book.tallies(), yaan, day('2023-12-31'));
  expect({ registered: stocks.registered, active: stocks.activeCum }).toEqual(counts);
  expect(formatRatio(ratioOf(stocks.activeCum, stocks.registered))).toBe('56.08%');
  expect(formatRatio(ratioOf(130_900, 233_400))).toBe('56.08%');
  expect(formatRatio(ratioOf(233_400, 1_434_603))).toBe('16.27%');
});

test('[ST3] without a positive denominator there is no ratio: never 0, never 100 %', () => {
  expect([ratioOf(5, null), ratioOf(5, 0), ratioOf(0, 0), ratioOf(5, -1)]).toEqual([null, null, null, null]);
  expect(formatRatio(null)).toBe('—');
  expect(formatRatio(ratioOf(0, 5))).toBe('0.00%');
});

test('[ST2] fractions compare as BigInt products, beyond 2^53 too', () => {
  const near = { numerator: 9_007_199_254_740_990, denominator: 9_007_199_254_740_991 };
  const nearer = { numerator: 9_007_199_254_740_989, denominator: 9_007_199_254_740_990 };
  expect(compareRatios(near, nearer)).toBe(1);
  expect(compareRatios({ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 6 })).toBe(0);
  fc.assert(
    fc.property(anyRatioOrNone, anyRatioOrNone, anyRatioOrNone, (a, b, c) => {
      expect(compareRatios(a, b) + compareRatios(b, a)).toBe(0);
      expect(compareRatios(a, a)).toBe(0);
      if (compareRatios(a, b) <= 0 && compareRatios(b, c) <= 0) {
        expect(compareRatios(a, c)).toBeLessThanOrEqual(0);
      }
      if (a === null && b !== null) expect(compareRatios(a, b)).toBe(-1);
    }),
  );
});

test('[ST2] display rounds half up, once, at two decimals', () => {
  const points = (numerator: number, denominator: number) => basisPointsOf({ numerator, denominator });
  expect([points(1, 3), points(2, 3), points(1, 1), points(0, 7)]).toEqual([3333, 6667, 10_000, 0]);
  expect([points(1, 20_000), points(3, 20_000), points(1, 20_001)]).toEqual([1, 2, 0]);
  expect([points(-1, 20_000), points(-3, 20_000), points(-1, 3), points(-1, 19_999)]).toEqual([
    0, -1, -3333, -1,
  ]);
  expect([3500, -25, 5, 0, 10_000, -12_345].map(formatBasisPoints)).toEqual([
    '35.00',
    '-0.25',
    '0.05',
    '0.00',
    '100.00',
    '-123.45',
  ]);
  const anySigned = fc.tuple(
    fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
    fc.integer({ min: 1, max: 10 ** 11 }),
  );
  fc.assert(
    fc.property(anySigned, ([numerator, denominator]) => {
      // floor(x + ½) ≤ x + ½ < floor(x + ½) + 1, without any division
      const rounded = BigInt(basisPointsOf({ numerator, denominator }));
      const [n, d] = [BigInt(numerator) * 20_000n, BigInt(denominator) * 2n];
      expect(rounded * d <= n + d / 2n && n + d / 2n < (rounded + 1n) * d).toBe(true);
    }),
  );
});

test('[ST11] residents: the newest publication not after the day, or none', () => {
  const figure = (referenceDay: string, residents: number): PopulationFigure => ({
    residents,
    referenceDay: day(referenceDay),
    document: referenceDay,
  });
  const published = [
    figure('2020-11-01', 822_587),
    figure('2010-11-01', 898_713),
    figure('2023-12-31', 825_000),
  ];
  const on = (text: string) => populationOn(published, day(text))?.residents ?? null;
  expect(
    ['2010-10-31', '2010-11-01', '2020-10-31', '2020-11-01', '2023-12-30', '2023-12-31'].map(on),
  ).toEqual([null, 898_713, 898_713, 822_587, 822_587, 825_000]);
  expect(populationOn([], day('2024-01-01'))).toBeNull();
});

const contestantsOf = (ratios: readonly (Ratio | null)[]) =>
  ratios.map((ratio, index) => ({ divisionCode: parseDivisionCode(String(513_200 + index)), ratio }));

test('[ST17] competition ranking 1, 2, 2, 4, nothing ranked last, ties by division code', () => {
  const half = { numerator: 1, denominator: 2 };
  const ratios = [half, null, { numerator: 9, denominator: 10 }, { numerator: 50, denominator: 100 }];
  const ranked = rankContestants(contestantsOf([...ratios, { numerator: 1, denominator: 9 }, null]));
  expect(ranked.map(({ divisionCode, rank }) => [divisionCode, rank])).toEqual([
    ['513202', 1],
    ['513200', 2],
    ['513203', 2],
    ['513204', 4],
    ['513201', null],
    ['513205', null],
  ]);
});

test('[ST17] rank = 1 + the number of better ones, whatever the order they came in', () => {
  // Small numbers, so that equal fractions written differently are common.
  const anySmall = fc.option(
    fc.record({ numerator: fc.nat({ max: 6 }), denominator: fc.integer({ min: 1, max: 6 }) }),
    { freq: 6 },
  );
  fc.assert(
    fc.property(fc.array(anySmall, { maxLength: 14 }), (ratios) => {
      const contestants = contestantsOf(ratios);
      const ranked = rankContestants(contestants);
      expect(rankContestants([...contestants].reverse())).toEqual(ranked);
      expect(ranked).toHaveLength(contestants.length);
      for (const { ratio, rank } of ranked) {
        const better = ratios.filter((other) => compareRatios(other, ratio) > 0).length;
        expect(rank).toBe(ratio === null ? null : better + 1);
      }
    }),
  );
});

test('[ST4][ST14] every measure has title, version, rule and a definition that says what it divides', () => {
  for (const [id, { title, version, rule, definition }] of Object.entries(MEASURES)) {
    expect(title).not.toBe('');
    expect(version).toBeGreaterThanOrEqual(1);
    expect(rule).toMatch(/^ST\d+(–ST\d+)?$/);
    expect(definition.length).toBeGreaterThan(20);
    if (/Ratio|Rate|Growth/.test(id)) expect(definition).toContain('÷');
  }
});

test('[ST2] a quantity is a sum of integers', () => {
  const stocks = stocksOn(new Map(), COMMUNITIES[0]!, day('2024-01-01'));
  expect(Object.keys(stocks).sort()).toEqual([...QUANTITIES].sort());
  expect(Object.values(stocks).every((amount) => amount === 0)).toBe(true);
});
