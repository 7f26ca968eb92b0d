import { divisionCodeField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const divisionViewSchema = z.object({
  divisionCode: divisionCodeField,
  name: z.string(),
  level: z.enum(['city', 'county', 'township', 'community']),
});
export type DivisionView = z.infer<typeof divisionViewSchema>;

export const listDivisions = procedure({
  summary: '下级行政区划（parentCode 为空时列出各县）',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ parentCode: divisionCodeField.nullable() }),
  output: z.object({ divisions: z.array(divisionViewSchema) }),
});
