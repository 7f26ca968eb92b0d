/** 地点码: a code printed once for a place, and what a volunteer asks for by it (AT3.2). */
import { shiftViewSchema } from './activity.contract';
import { attendanceSummarySchema, presenceDeedSchema } from './attendance-view';
import {
  countField,
  instantField,
  requestIdField,
  sceneField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const placeCodeViewSchema = z.object({
  placeName: z.string(),
  divisionName: z.string(),
  radiusMeters: countField,
  /** 0: never printed; each change makes it larger */
  version: countField,
  /** null: none is in force */
  scene: z.string().nullable(),
  changedAt: instantField.nullable(),
});
export type PlaceCodeView = z.infer<typeof placeCodeViewSchema>;

export const getPlaceCode = procedure({
  summary: '场次所在地点的地点码（打印张贴用）',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: placeCodeViewSchema,
});

export const changePlaceCode = procedure({
  summary: '制作、更换或停用地点码；version 是看到的版本，旧的打印件随之失效',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    version: countField,
    change: z.enum(['issue', 'withdraw']),
  }),
  output: placeCodeViewSchema,
});

export const listPlaceShifts = procedure({
  summary: '扫地点码：这里现在可以签到或签退的场次，以及我的状态',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ scene: sceneField }),
  output: z.object({
    placeName: z.string(),
    divisionName: z.string(),
    shifts: z.array(shiftViewSchema),
    mine: z.array(attendanceSummarySchema),
  }),
});

const confirmationStateSchema = z.enum(['waiting', 'confirmed', 'declined']);

export const requestConfirmation = procedure({
  summary: '扫地点码但定不了位：请现场组织者确认；确认之前不算到场',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    deed: presenceDeedSchema,
    scene: sceneField,
  }),
  output: z.object({ outcome: z.enum(['waiting', 'already']), askedAt: instantField.nullable() }),
});

export const getConfirmation = procedure({
  summary: '我的确认请求到哪一步了',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, deed: presenceDeedSchema }),
  output: z.object({ state: confirmationStateSchema.nullable(), askedAt: instantField.nullable() }),
});

export const listConfirmations = procedure({
  summary: '等组织者确认的人，先请求的在前',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField }),
  output: z.object({
    waiting: z.array(
      z.object({
        volunteerId: volunteerIdField,
        maskedName: z.string(),
        deed: presenceDeedSchema,
        askedAt: instantField,
      }),
    ),
    /** there are more than these */
    hasMore: z.boolean(),
  }),
});

export const answerConfirmation = procedure({
  summary: '组织者确认此人在场，或回绝',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftId: shiftIdField,
    volunteerId: volunteerIdField,
    deed: presenceDeedSchema,
    isHere: z.boolean(),
  }),
  output: z.object({ state: confirmationStateSchema }),
});
