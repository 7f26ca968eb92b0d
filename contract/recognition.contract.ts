import { countField, dayField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

const levelSchema = z.object({ name: z.string(), minutes: countField });

export const getMyStars = procedure({
  summary: '我的星级：已得几星、离下一星还差多少分钟、依据的文件',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    /** confirmed, since registration */
    totalMinutes: countField,
    /** null: not registered, or this city has no star levels */
    scheme: z
      .object({
        document: z.string(),
        fromDay: dayField,
        /** the lowest first */
        levels: z.array(levelSchema),
        stars: countField,
        current: levelSchema.nullable(),
        next: z.object({ level: levelSchema, missingMinutes: countField }).nullable(),
      })
      .nullable(),
  }),
});
export type StarScheme = NonNullable<z.output<typeof getMyStars.output>['scheme']>;
