import { ACCREDITATION_LEVELS, SERVICE_FIELDS } from '@domain/project/project';
import { activityViewSchema } from './activity.contract';
import { outcomeViewSchema } from './outcome.contract';
import {
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  projectIdField,
  requestIdField,
  textField,
} from './fields';
import { pictureViewSchema } from './picture.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const projectCardSchema = z.object({
  projectId: projectIdField,
  title: z.string(),
  goal: z.string(),
  field: z.enum(SERVICE_FIELDS),
  stage: z.enum(['incubating', 'growing', 'accredited', 'exemplary']),
  isBrand: z.boolean(),
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  pictureUrl: z.string(),
});
export type ProjectCard = z.infer<typeof projectCardSchema>;

export const accreditationSchema = z.object({
  level: z.enum(ACCREDITATION_LEVELS),
  document: z.string(),
  validFromDay: dayField,
  validToDay: dayField,
  /** accredited without a gap since, by documents before this one; absent: since `validFromDay` */
  heldSinceDay: dayField.exactOptional(),
  /** that gave it */
  office: z.string().exactOptional(),
});

/** Where a project was copied from, or to (BP9). */
export const originSchema = z.object({
  projectId: projectIdField,
  title: z.string(),
  divisionName: z.string(),
});

export const listBrandProjects = procedure({
  summary: '品牌项目，分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ projects: z.array(projectCardSchema), nextCursor: cursorField }),
});

const brandSchema = z.object({ projectId: projectIdField, title: z.string() });

export const listByCounty = procedure({
  summary: '品牌项目按县列出，没有的县也在内',
  audience: 'visitor',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    counties: z.array(
      z.object({ divisionCode: divisionCodeField, name: z.string(), projects: z.array(brandSchema) }),
    ),
    /** of the whole city */
    cityProjects: z.array(brandSchema),
  }),
});

const figuresSchema = z.object({
  minutes: countField,
  /** distinct people (ST19) */
  volunteerCount: countField,
  /** of them, who served on a second day (BP13); null: so few, or all but so few, did */
  returnerCount: countField.nullable(),
  /** communities it has been held in (BP14) */
  placeCount: countField,
  shiftCount: countField,
  asOf: instantField,
});
export type ProjectFigures = z.output<typeof figuresSchema>;

export const STORY_MAXIMUM_PARAGRAPHS = 12;
export const PARAGRAPH_MAXIMUM = 500;
export const SAFEGUARDS_MAXIMUM = 500;

export const editStory = procedure({
  summary: '改写项目故事，须通过内容安全检查',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    projectId: projectIdField,
    story: z.array(lineField(2, PARAGRAPH_MAXIMUM)).min(1).max(STORY_MAXIMUM_PARAGRAPHS),
    safeguards: textField(0, SAFEGUARDS_MAXIMUM),
  }),
  output: z.object({ story: z.array(z.string()), safeguards: z.string() }),
});

export const getProject = procedure({
  summary: '项目故事页：无需登录',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ projectId: projectIdField }),
  output: z.object({
    project: projectCardSchema,
    teamName: z.string(),
    story: z.array(z.string()),
    pictures: z.array(pictureViewSchema),
    safeguards: z.string(),
    /** null: nothing was counted yet, or of too few people (BP11) */
    figures: figuresSchema.nullable(),
    clonedFrom: originSchema.nullable(),
    /** projects of other counties copied from this one */
    clones: z.array(originSchema),
    outcomeName: z.string(),
    /** null: nothing is counted yet */
    outcome: outcomeViewSchema.nullable(),
    accreditation: accreditationSchema.nullable(),
    activities: z.array(activityViewSchema),
    activityCount: countField,
  }),
});
