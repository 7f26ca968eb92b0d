import { ACCREDITATION_LEVELS, SERVICE_FIELDS } from '@domain/project/project';
import { activityViewSchema } from './activity.contract';
import { countField, cursorField, dayField, divisionCodeField, projectIdField } from './fields';
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
});

export const listBrandProjects = procedure({
  summary: '品牌项目，分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ projects: z.array(projectCardSchema), nextCursor: cursorField }),
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
    outcomeName: z.string(),
    accreditation: accreditationSchema.nullable(),
    activities: z.array(activityViewSchema),
    activityCount: countField,
  }),
});
