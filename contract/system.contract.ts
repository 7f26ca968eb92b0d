import { countField, divisionCodeField, instantField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** The three numbers of the city that anybody may see. */
export const publicFiguresSchema = z.object({
  registered: countField,
  active: countField,
  serviceHours: countField,
  asOf: instantField,
});
export type PublicFigures = z.infer<typeof publicFiguresSchema>;

export const getCity = procedure({
  summary: '本市名称、是否演示数据、首页三个数',
  audience: 'visitor',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    cityCode: divisionCodeField,
    cityName: z.string(),
    isDemonstration: z.boolean(),
    figures: publicFiguresSchema,
  }),
});
