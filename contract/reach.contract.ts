import { activityIdField, placeIdField, printedCodeFields, projectIdField, shiftIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const linkTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), projectId: projectIdField }),
  z.object({ kind: z.literal('activity'), activityId: activityIdField }),
  z.object({ kind: z.literal('shift'), shiftId: shiftIdField }),
  z.object({ kind: z.literal('place'), id: placeIdField, ...printedCodeFields }),
]);

export const getMiniProgramCode = procedure({
  summary: '小程序码图片（生成一次，长期有效，可印刷）',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ target: linkTargetSchema }),
  output: z.object({ scene: z.string(), imageUrl: z.string() }),
});
