/** 品牌项目 and 乡村供给 (ST19–ST21), each with the facts it is made of. */
import { ACCREDITATION_LEVELS, HOST_LEVELS } from '@domain/project/project';
import {
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  projectIdField,
  shiftIdField,
} from './fields';
import { procedure } from './procedure-kit';
import { figureSchema } from './statistics.contract';
import * as z from 'zod';
import './zod-config';

const asked = { divisionCode: divisionCodeField.nullable(), day: dayField.nullable() };
const lineageSchema = z.array(z.object({ divisionCode: divisionCodeField, name: z.string() }));

export const brandRowSchema = z.object({
  projectId: projectIdField,
  title: z.string(),
  divisionName: z.string(),
  level: z.enum(ACCREDITATION_LEVELS),
  document: z.string(),
  validToDay: dayField,
  hostLevel: z.enum(HOST_LEVELS),
  isLive: z.boolean(),
  yearMinutes: countField,
  minutes: countField,
  shiftCount: countField,
  /** distinct persons (ST19) */
  volunteerCount: countField,
});
export type BrandRow = z.infer<typeof brandRowSchema>;

export const getBrands = procedure({
  summary: '品牌项目：个数、活跃、覆盖、集中度，和每个项目的时长与参与人数',
  audience: 'office',
  kind: 'query',
  input: z.object(asked),
  output: z.object({
    asOf: instantField,
    day: dayField,
    divisionName: z.string(),
    divisionCode: divisionCodeField,
    lineage: lineageSchema,
    figures: z.array(figureSchema),
    /** most hours this year first */
    brands: z.array(brandRowSchema),
    /** a county is covered when a live brand serves in it */
    uncovered: z.array(z.object({ divisionCode: divisionCodeField, name: z.string() })),
  }),
});
export type Brands = z.output<typeof getBrands.output>;

export const ruralCommunityRowSchema = z.object({
  divisionCode: divisionCodeField,
  name: z.string(),
  townshipName: z.string(),
  /** the last 90 days, counted anew from the shifts */
  shiftCount: countField,
  minutes: countField,
  /** null: nobody has ever served there */
  lastDay: dayField.nullable(),
  isServed: z.boolean(),
});
export type RuralCommunityRow = z.infer<typeof ruralCommunityRowSchema>;

export const listRuralCommunities = procedure({
  summary: '各村近 90 天的服务，按区划代码，分页；可只看没有服务的村',
  audience: 'office',
  kind: 'query',
  input: z.object({ ...asked, isUnservedOnly: z.boolean(), cursor: cursorField }),
  output: z.object({
    asOf: instantField,
    day: dayField,
    divisionName: z.string(),
    /** the figure as published: served and all villages */
    published: z.object({ servedCount: z.number().int(), ruralCommunityCount: countField }),
    /** of this page, counted anew; the caller adds them up */
    counted: z.object({ servedCount: countField, ruralCommunityCount: countField }),
    urbanRuralSource: z.string().nullable(),
    rows: z.array(ruralCommunityRowSchema),
    nextCursor: cursorField,
  }),
});

export const heldShiftSchema = z.object({
  shiftId: shiftIdField,
  title: z.string(),
  projectTitle: z.string(),
  placeName: z.string(),
  divisionName: z.string(),
  day: dayField,
  settlement: z.enum(['rural', 'urban']).nullable(),
  people: countField,
  minutes: countField,
});
export type HeldShiftRow = z.infer<typeof heldShiftSchema>;

export const listHeldShifts = procedure({
  summary: '举办过的场次：按服务地点列出并由记录重新计数，可只看乡村；分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ ...asked, isRuralOnly: z.boolean(), cursor: cursorField }),
  output: z.object({
    asOf: instantField,
    day: dayField,
    divisionName: z.string(),
    published: z.object({ shiftCount: z.number().int(), minutes: z.number().int() }),
    counted: z.object({ shiftCount: countField, minutes: countField }),
    rows: z.array(heldShiftSchema),
    nextCursor: cursorField,
  }),
});
