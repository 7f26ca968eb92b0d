/** 复制到另一个县 (BP9): what goes along, where to, and by which team. */
import { SERVICE_FIELDS } from '@domain/project/project';
import { divisionCodeField, lineField, projectIdField, requestIdField, teamIdField } from './fields';
import { outcomeWordFields } from './outcome.contract';
import { originSchema } from './project.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const TEAM_NAME_MAXIMUM = 30;

export const getKit = procedure({
  summary: '把品牌项目复制到别的县之前：会复制什么、能复制到哪些县、由哪支队伍承接',
  audience: 'office',
  kind: 'query',
  input: z.object({
    projectId: projectIdField,
    /** whose teams are asked for */
    countyCode: divisionCodeField.nullable(),
  }),
  output: z.object({
    origin: originSchema,
    isBrand: z.boolean(),
    goal: z.string(),
    field: z.enum(SERVICE_FIELDS),
    safeguards: z.string(),
    outcomeName: z.string(),
    words: z.object(outcomeWordFields).nullable(),
    /** this office's counties but the project's own */
    counties: z.array(
      z.object({
        divisionCode: divisionCodeField,
        name: z.string(),
        /** it was copied there already */
        cloneId: projectIdField.nullable(),
      }),
    ),
    /** of the county asked for, the first hundred */
    teams: z.array(z.object({ teamId: teamIdField, name: z.string() })),
  }),
});
export type KitView = z.output<typeof getKit.output>;

export const cloneProject = procedure({
  summary: '把品牌项目的做法复制到一个县，从孵化开始；人和数字不复制，一个县只复制一次',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    projectId: projectIdField,
    countyCode: divisionCodeField,
    team: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('known'), teamId: teamIdField }),
      z.object({ kind: z.literal('new'), name: lineField(2, TEAM_NAME_MAXIMUM) }),
    ]),
  }),
  output: z.object({ projectId: projectIdField }),
});
