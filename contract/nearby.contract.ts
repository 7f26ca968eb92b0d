/** 附近的场次 (NM1–NM3). */
import { REACHES } from '@domain/geography/cells';
import { shiftViewSchema } from './activity.contract';
import { countField, cursorField, latitudeField, longitudeField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const SPANS = ['today', 'week', 'any'] as const;
export type Span = (typeof SPANS)[number];

export const listNearby = procedure({
  summary: '附近还没开始的场次，先开始的在前，带距离，分页；位置用过就丢，不保存',
  audience: 'visitor',
  kind: 'query',
  input: z.object({
    latitude: latitudeField,
    longitude: longitudeField,
    reach: z.enum(REACHES),
    span: z.enum(SPANS),
    cursor: cursorField,
  }),
  output: z.object({
    shifts: z.array(shiftViewSchema.extend({ distanceMeters: countField })),
    /** also behind a page without a shift: the corners of the cells lie beyond the reach */
    nextCursor: cursorField,
  }),
});
