/** A small board for tests: three counties, one of them without a published population. */
import type { Board, DivisionFigures, Figure } from '@contract/statistics.contract';
import { parseDivisionCode } from '@domain/geography/division';
import type { MeasureId } from '@domain/statistics/measure';
import { basisPointsOf, ratioOf } from '@domain/statistics/ratio';
import { parseCivilDay } from '@domain/time/civil-day';

export interface ExampleNumbers {
  readonly code: string;
  readonly name: string;
  readonly registered: number;
  readonly before: number;
  readonly activeCum: number;
  readonly activeYear: number;
  readonly minutes: number;
  readonly residents: number | null;
}

function count(measure: MeasureId, value: number): Figure {
  return { measure, value, numerator: value, denominator: null, populationYear: null, source: null };
}

function share(measure: MeasureId, numerator: number, denominator: number | null): Figure {
  const ratio = ratioOf(numerator, denominator);
  const value = ratio === null ? null : basisPointsOf(ratio);
  return { measure, value, numerator, denominator, populationYear: null, source: null };
}

function average(measure: MeasureId, minutes: number, persons: number): Figure {
  const value = persons === 0 ? null : Math.round((minutes * 100) / 60 / persons);
  const denominator = persons === 0 ? null : persons;
  return { measure, value, numerator: minutes, denominator, populationYear: null, source: null };
}

export function exampleDivision(numbers: ExampleNumbers): DivisionFigures {
  const { registered, before, residents } = numbers;
  return {
    divisionCode: parseDivisionCode(numbers.code),
    name: numbers.name,
    registered: count('registered', registered),
    registrationRatio: {
      ...share('registrationRatio', registered, residents),
      populationYear: residents === null ? null : 2020,
      source: residents === null ? null : '第七次全国人口普查公报',
    },
    registeredGrowth: share('registeredGrowth', registered - before, before),
    activeCum: count('active.CUM', numbers.activeCum),
    activeYear: count('active.YEAR', numbers.activeYear),
    activityRateCum: share('activityRate.CUM', numbers.activeCum, registered),
    activityRateYear: share('activityRate.YEAR', numbers.activeYear, registered),
    serviceHours: count('serviceHours', numbers.minutes),
    further: [
      count('active.R12', numbers.activeYear),
      share('activityRate.R12', numbers.activeYear, registered),
      average('averageHours.registered', numbers.minutes, registered),
      average('averageHours.active', numbers.minutes, numbers.activeCum),
    ],
  };
}

const base = { before: 90, activeYear: 20, minutes: 600 };
export const EXAMPLE_CHILDREN: readonly ExampleNumbers[] = [
  { ...base, code: '513201', name: '马尔康市', registered: 100, activeCum: 50, residents: 58_390 },
  { ...base, code: '513221', name: '汶川县', registered: 200, activeCum: 120, residents: 82_971 },
  {
    ...base,
    code: '513222',
    name: '理县',
    registered: 0,
    before: 0,
    activeCum: 0,
    residents: null,
    minutes: 0,
  },
];

export const EXAMPLE_BOARD: Board = {
  asOf: 1_795_400_000_000,
  day: parseCivilDay('2026-11-23'),
  growthSinceDay: parseCivilDay('2026-10-31'),
  sameDayLastYear: parseCivilDay('2025-11-23'),
  changes: [],
  division: exampleDivision({
    code: '5132',
    name: '阿坝藏族羌族自治州',
    registered: 300,
    before: 180,
    activeCum: 170,
    activeYear: 60,
    minutes: 1200,
    residents: 822_587,
  }),
  children: EXAMPLE_CHILDREN.map(exampleDivision),
  rankings: [
    {
      measure: 'activityRate.CUM',
      rows: [
        { divisionCode: parseDivisionCode('513222'), rank: null, previousRank: null },
        { divisionCode: parseDivisionCode('513201'), rank: 2, previousRank: 1 },
        { divisionCode: parseDivisionCode('513221'), rank: 1, previousRank: 2 },
      ],
    },
  ],
  lineage: [{ divisionCode: parseDivisionCode('5132'), name: '阿坝藏族羌族自治州' }],
};
