/** 规划 (ST30–ST34): targets as rows, and what they ask of a division. */
import { TARGET_INDICATORS, TARGET_WINDOWS } from '@domain/statistics/target';
import {
  countField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
  targetIdField,
} from './fields';
import { procedure } from './procedure-kit';
import { figureSchema } from './statistics.contract';
import * as z from 'zod';
import './zod-config';

export const TARGET_DOCUMENT_MAXIMUM_CHARACTERS = 80;

export const targetViewSchema = z.object({
  targetId: targetIdField,
  indicator: z.enum(TARGET_INDICATORS),
  valueBasisPoints: countField,
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  fromDay: dayField,
  toDay: dayField,
  document: z.string(),
  setAt: instantField,
  withdrawnDay: dayField.nullable(),
});
export type TargetView = z.output<typeof targetViewSchema>;

export const listTargets = procedure({
  summary: '区划的全部指标，新的在前，含已撤回的',
  audience: 'office',
  kind: 'query',
  input: z.object({ divisionCode: divisionCodeField }),
  output: z.object({
    targets: z.array(targetViewSchema),
    /** may the caller add and withdraw here? */
    mayEdit: z.boolean(),
  }),
});

export const addTarget = procedure({
  summary: '为本区划增加一项指标，须注明文件和起止日',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    divisionCode: divisionCodeField,
    indicator: z.enum(TARGET_INDICATORS),
    /** 6000 is 60 %; what is no share of a whole is refused by name */
    valueBasisPoints: z.number().int().min(-1_000_000).max(1_000_000),
    fromDay: dayField,
    toDay: dayField,
    document: lineField(0, TARGET_DOCUMENT_MAXIMUM_CHARACTERS),
  }),
  output: z.object({ target: targetViewSchema }),
});

export const withdrawTarget = procedure({
  summary: '撤回一项指标，自今日起不再适用；不删除',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, targetId: targetIdField }),
  output: z.object({ target: targetViewSchema }),
});

const paceSchema = z.object({
  state: z.enum(['reached', 'slipping', 'onTime', 'late', 'standstill']),
  daysLeft: z.number().int(),
  /** people who stop counting by the last day of the target unless they serve again */
  lapsing: countField,
  neededPerWeek: countField.nullable(),
  /** people in the eight weeks together: a mean times eight */
  recentSum: z.number().int(),
  halfWidthHundredths: countField,
  forecastDay: dayField.nullable(),
  earliestDay: dayField.nullable(),
  latestDay: dayField.nullable(),
  /** when everybody whose window runs out serves again; `forecastDay`: when nobody does */
  renewedDay: dayField.nullable(),
});
export type PaceView = z.output<typeof paceSchema>;

const standingSchema = z.object({
  measure: z.enum(TARGET_INDICATORS),
  divisionCode: divisionCodeField,
  name: z.string(),
  figure: figureSchema,
  rank: countField.nullable(),
  rankedCount: countField,
  /** everybody ahead or level, the nearest first; `people` null: even 100 % would not do */
  ahead: z.array(
    z.object({
      divisionCode: divisionCodeField,
      name: z.string(),
      rank: countField,
      people: countField.nullable(),
    }),
  ),
});
export type StandingView = z.output<typeof standingSchema>;

export const getPlan = procedure({
  summary: '规划：指标、缺口、稀释、速度与预计达标日、任务分解、超过前一名还差几人',
  audience: 'office',
  kind: 'query',
  input: z.object({
    divisionCode: divisionCodeField.nullable(),
    day: dayField.nullable(),
    /** the window of the activity target; null or one without a target: the first that has one */
    window: z.enum(TARGET_WINDOWS).nullable(),
  }),
  output: z.object({
    asOf: instantField,
    day: dayField,
    division: z.object({ divisionCode: divisionCodeField, name: z.string() }),
    lineage: z.array(z.object({ divisionCode: divisionCodeField, name: z.string() })),
    registered: figureSchema,
    active: figureSchema,
    activityRate: figureSchema,
    registrationRatio: figureSchema,
    /** the weeks the recent pace is taken from: first day of the first, last day of the last */
    paceFromDay: dayField,
    paceToDay: dayField,
    /** windows that have a target in force */
    windows: z.array(z.enum(TARGET_WINDOWS)),
    /** the one this plan is for: `active`, `activityRate` and `activity` are of it */
    window: z.enum(TARGET_WINDOWS),
    activity: z
      .object({
        target: targetViewSchema,
        registeredGoal: countField,
        activeGoal: countField,
        naiveGap: countField,
        jointGap: countField,
        /** null: below the target already */
        idleAllowance: countField.nullable(),
        pace: paceSchema,
        weekly: z.array(z.number().int()),
        quotas: z.array(
          z.object({
            divisionCode: divisionCodeField,
            name: z.string(),
            dormant: countField,
            quota: countField,
          }),
        ),
        /** beyond every dormant volunteer: people who have yet to register */
        unplaced: countField,
      })
      .nullable(),
    registration: z
      .object({
        target: targetViewSchema,
        /** null: no residents published, no goal */
        goal: countField.nullable(),
        gap: countField.nullable(),
        pace: paceSchema.nullable(),
      })
      .nullable(),
    /** the division itself among its siblings; empty for a city, whose peers are elsewhere */
    own: z.array(standingSchema),
    /** each child and the one just ahead of it */
    children: z.array(standingSchema),
  }),
});
export type Plan = z.output<typeof getPlan.output>;
