/** 品牌项目地图 (BP15). */
import {
  countField,
  divisionCodeField,
  instantField,
  latitudeField,
  longitudeField,
  projectIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const positionSchema = z.object({ latitude: latitudeField, longitude: longitudeField });

export const getBrandMap = procedure({
  summary: '全部品牌项目在哪里、做了多少小时；各县的实践中心作底',
  audience: 'visitor',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    projects: z.array(
      z.object({
        projectId: projectIdField,
        title: z.string(),
        divisionName: z.string(),
        /** where it usually meets; null: nobody has said */
        position: positionSchema.nullable(),
        /** null: nothing counted yet, or so few took part (ST23) */
        minutes: countField.nullable(),
      }),
    ),
    /** practice centres that say where they are */
    centres: z.array(
      z.object({ divisionCode: divisionCodeField, divisionName: z.string(), position: positionSchema }),
    ),
    /** of the minutes; null: no fold has run yet */
    asOf: instantField.nullable(),
  }),
});
