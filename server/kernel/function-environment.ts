/** Variables of a function's environment: deployment sets what is named here, and nothing else is read. */
import * as z from 'zod';
import '@contract/zod-config';

export const functionEnvironmentSchema = z.object({
  /** 64 hexadecimal digits; codes and ids of the product are derived from it */
  XIANGFENG_MASTER_KEY: z.string(),
  /** keys of personal data, newest first, see key-ring.ts; absent or empty: the one of the master key */
  XIANGFENG_DATA_KEYS: z.string().optional(),
  /** JSON, see contract/message-templates.ts; absent: no template is set, and nothing is sent */
  XIANGFENG_MESSAGE_TEMPLATES: z.string().optional(),
});
