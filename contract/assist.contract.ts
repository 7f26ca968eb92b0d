/** 协助签到: the volunteer's card, and checking people in who cannot do it themselves (AT3.4, AT3.5). */
import { GROUP_MAXIMUM } from '@domain/attendance/decide-assist';
import { attendanceStateSchema } from './attendance-view';
import { ERROR_CODES } from './error-codes';
import {
  countField,
  cursorField,
  instantField,
  printedCodeFields,
  requestIdField,
  shiftIdField,
  volunteerIdField,
} from './fields';
import { presenceDeedSchema } from './attendance-view';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const cardViewSchema = z.object({
  scene: z.string(),
  version: countField,
  name: z.string(),
  volunteerNumber: z.string(),
});
export type CardView = z.infer<typeof cardViewSchema>;

export const getMyCard = procedure({
  summary: '我的志愿者证',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: cardViewSchema,
});

export const replaceMyCard = procedure({
  summary: '换一张新的志愿者证，旧的全部失效；version 是看到的版本',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, version: countField }),
  output: cardViewSchema,
});

/** What an organiser knows a person by: the masked name, and the end of the number on the card. */
const personFields = { volunteerId: volunteerIdField, maskedName: z.string() };

export const listRoster = procedure({
  summary: '场次名单：已报名和已到的人（姓名脱敏），分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({
    people: z.array(z.object({ ...personFields, state: attendanceStateSchema })),
    nextCursor: cursorField,
  }),
});
export type RosterPerson = z.infer<typeof listRoster.output>['people'][number];

export const listCards = procedure({
  summary: '打印场次名单上各人的志愿者证，分页；每次查看都有记录',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ shiftId: shiftIdField, cursor: cursorField }),
  output: z.object({
    cards: z.array(z.object({ ...personFields, scene: z.string() })),
    nextCursor: cursorField,
  }),
});

const helpedSchema = z.object({
  volunteerId: volunteerIdField,
  /** what the scanned card says; null: chosen from the list */
  card: z.object(printedCodeFields).nullable(),
});
export type HelpedInput = z.input<typeof helpedSchema>;

export const assist = procedure({
  summary: '组织者为到场的人签到或签退：扫志愿者证，或从名单选好后点清人数；逐人给出结果',
  audience: 'organiser',
  kind: 'command',
  input: z
    .object({
      requestId: requestIdField,
      shiftId: shiftIdField,
      deed: presenceDeedSchema,
      people: z.array(helpedSchema).min(1).max(GROUP_MAXIMUM),
      /** heads counted on the spot; null: cards alone */
      headCount: countField.max(GROUP_MAXIMUM).nullable(),
    })
    .refine(({ people, headCount }) => headCount !== null || people.every(({ card }) => card !== null), {
      path: ['headCount'],
    }),
  output: z.object({
    people: z.array(
      z.object({
        volunteerId: volunteerIdField,
        /** null: not known who */
        maskedName: z.string().nullable(),
        outcome: z.enum(['done', 'already', 'refused']),
        /** of the check-in or check-out */
        at: instantField.nullable(),
        creditedMinutes: countField,
        refusal: z
          .object({
            code: z.enum(ERROR_CODES),
            params: z.record(z.string(), z.union([z.string(), z.number()])),
          })
          .nullable(),
      }),
    ),
  }),
});
export type Assisted = z.infer<typeof assist.output>['people'][number];
