/** Variables of a function's environment: deployment sets what is named here, and nothing else is read. */
import * as z from 'zod';
import '@contract/zod-config';

export const functionEnvironmentSchema = z.object({
  /** 64 hexadecimal digits; every key of the product is derived from it */
  XIANGFENG_MASTER_KEY: z.string(),
  /** JSON, see contract/message-templates.ts; absent: no template is set, and nothing is sent */
  XIANGFENG_MESSAGE_TEMPLATES: z.string().optional(),
});
