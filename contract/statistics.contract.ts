import type { MeasureId } from '@domain/statistics/measure';
import { MEASURES } from '@domain/statistics/measure';
import { LISTED_MEASURES } from '@domain/statistics/membership';
import { countField, cursorField, dayField, divisionCodeField, instantField, targetIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const MEASURE_IDS = Object.keys(MEASURES);
const measureField = z.string().refine((text): text is MeasureId => MEASURE_IDS.includes(text));

/**
 * ST4: a figure never travels without its definition and as-of time. `value` null is shown as "—" with the
 * reason.
 */
export const figureSchema = z.object({
  measure: measureField,
  /**
   * persons, minutes, basis points for a ratio, hundredths of an hour for an average, hundredths of a
   * multiple
   */
  value: z.number().int().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  populationYear: z.number().int().nullable(),
  source: z.string().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const RANKINGS = [
  'registrationRatio',
  'activityRate.CUM',
  'activityRate.YEAR',
  'activityRate.R12',
  'activityRate.CUM-STRICT',
  'activityRate.YEAR-STRICT',
  'activityRate.R12-STRICT',
] as const;
export type RankingId = (typeof RANKINGS)[number];

export const divisionFiguresSchema = z.object({
  divisionCode: divisionCodeField,
  name: z.string(),
  registered: figureSchema,
  registrationRatio: figureSchema,
  registeredGrowth: figureSchema,
  activeCum: figureSchema,
  activeYear: figureSchema,
  activityRateCum: figureSchema,
  activityRateYear: figureSchema,
  serviceHours: figureSchema,
  /** the other windows and definitions of activity, and average hours */
  further: z.array(figureSchema),
});
export type DivisionFigures = z.infer<typeof divisionFiguresSchema>;

/** 同比、环比 of one figure of the division itself (ST16). */
export const figureChangeSchema = z.object({
  measure: measureField,
  kind: z.enum(['percent', 'percentagePoints']),
  /** hundredths of a percent, or of a percentage point; null without a base */
  sinceMonthEnd: z.number().int().nullable(),
  sinceLastYear: z.number().int().nullable(),
});
export type FigureChange = z.infer<typeof figureChangeSchema>;

export const getBoard = procedure({
  summary: '看板：本级数字、下级各区划数字与排名，同一截至时间',
  audience: 'office',
  kind: 'query',
  input: z.object({ divisionCode: divisionCodeField.nullable(), day: dayField.nullable() }),
  output: z.object({
    /** every fact stored before this instant is in every figure on this page */
    asOf: instantField,
    day: dayField,
    growthSinceDay: dayField,
    /** the base of 同比 */
    sameDayLastYear: dayField,
    changes: z.array(figureChangeSchema),
    division: divisionFiguresSchema,
    children: z.array(divisionFiguresSchema),
    rankings: z.array(
      z.object({
        measure: z.enum(RANKINGS),
        rows: z.array(
          z.object({
            divisionCode: divisionCodeField,
            rank: countField.nullable(),
            previousRank: countField.nullable(),
          }),
        ),
      }),
    ),
    lineage: z.array(z.object({ divisionCode: divisionCodeField, name: z.string() })),
  }),
});
export type Board = z.output<typeof getBoard.output>;

/** Which figure of which division on which day: null is the office's own division, and today. */
const figureAskedFor = {
  divisionCode: divisionCodeField.nullable(),
  measure: z.enum(LISTED_MEASURES),
  day: dayField.nullable(),
  cursor: cursorField,
};

export const factRowSchema = z.object({
  /** 姓 and stars */
  maskedName: z.string(),
  townshipName: z.string(),
  registeredDay: dayField,
  /** minutes in the figure 服务时长, else 1 person */
  amount: countField,
  /** the newest days of service that make the person count, ascending */
  serviceDays: z.array(dayField),
  serviceDayCount: countField,
});
export type FactRow = z.infer<typeof factRowSchema>;

export const listFacts = procedure({
  summary: '数字背后的名单（脱敏、分页；每次查看记入访问日志）',
  audience: 'office',
  kind: 'query',
  input: z.object(figureAskedFor),
  output: z.object({
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    day: dayField,
    /** may be empty while there is a next page: a page looks through a bounded number of persons */
    rows: z.array(factRowSchema),
    nextCursor: cursorField,
  }),
});

export const getFigureRecount = procedure({
  summary: '逐条核对一个数字：由事实重新计数，分段进行，可续',
  audience: 'office',
  kind: 'query',
  input: z.object(figureAskedFor),
  output: z.object({
    /** persons or minutes found in this stretch; the caller adds them up */
    amount: countField,
    personsChecked: countField,
    nextCursor: cursorField,
    /** the figure as published, read after this stretch */
    published: z.number().int(),
    asOf: instantField,
  }),
});

export const TREND_MEASURES = [
  'registered',
  'registrationRatio',
  'active.CUM',
  'active.YEAR',
  'active.R12',
  'active.CUM-STRICT',
  'active.YEAR-STRICT',
  'active.R12-STRICT',
  'activityRate.CUM',
  'activityRate.YEAR',
  'activityRate.R12',
  'activityRate.CUM-STRICT',
  'activityRate.YEAR-STRICT',
  'activityRate.R12-STRICT',
  'serviceHours',
  'averageHours.registered',
  'averageHours.active',
  'twentyHourShare',
  'closureRate',
  'timelinessRate',
  'supplementShare',
  'trainingRate',
  'ruralShiftShare',
  'ruralMinuteShare',
  'ruralCoverage',
  'ruralEquity',
  'grassrootsShare',
] as const satisfies readonly MeasureId[];
export type TrendMeasure = (typeof TREND_MEASURES)[number];

export const getTrend = procedure({
  summary: '一个数字的走势：近 24 个月末，或近 31 天',
  audience: 'office',
  kind: 'query',
  input: z.object({
    divisionCode: divisionCodeField.nullable(),
    measure: z.enum(TREND_MEASURES),
    grain: z.enum(['month', 'day']),
    day: dayField.nullable(),
  }),
  output: z.object({
    asOf: instantField,
    divisionName: z.string(),
    /** ascending; the last is the day asked for */
    points: z.array(
      z.object({
        day: dayField,
        figure: figureSchema,
        /** the target in force that day, among `targets`; null: none, or a measure that has none */
        targetId: targetIdField.nullable(),
      }),
    ),
    /** the first day of data, when some points lie before it; their figures have no value */
    dataFrom: dayField.nullable(),
    targets: z.array(
      z.object({
        targetId: targetIdField,
        valueBasisPoints: countField,
        divisionName: z.string(),
        fromDay: dayField,
        toDay: dayField,
        document: z.string(),
        withdrawnDay: dayField.nullable(),
      }),
    ),
  }),
});
export type Trend = z.output<typeof getTrend.output>;

/** One line of the public board; null is a hidden number (ST23). */
export const publicRowSchema = z.object({
  divisionCode: divisionCodeField,
  name: z.string(),
  registered: countField.nullable(),
  activeCum: countField.nullable(),
  serviceMinutes: countField.nullable(),
  brandProjectCount: countField,
});
export type PublicRow = z.infer<typeof publicRowSchema>;

export const getPublicBoard = procedure({
  summary: '公开的统计：全市和各县，小于 5 人的数不公开',
  audience: 'visitor',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    asOf: instantField,
    day: dayField,
    total: publicRowSchema,
    counties: z.array(publicRowSchema),
  }),
});
export type PublicBoard = z.output<typeof getPublicBoard.output>;
