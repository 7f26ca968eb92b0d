/** All ports of a function running in CloudBase (or in its local stand-in). */
import { randomBytes } from 'node:crypto';
import { parseMessageTemplates } from '@contract/message-templates';
import { functionEnvironmentSchema } from '../kernel/function-environment';
import { nodeSecrets } from '../kernel/node-secrets';
import type { Ports } from '../kernel/ports';
import { RecentCalls } from '../kernel/recent-calls';
import { cloudDatabase } from './database';
import { cloudPlatform } from './platform';
import { sdkDatabase } from './sdk';

/**
 * Made once per instance. The third door: throws when the function's environment lacks the master key or
 * holds keys or templates that are none.
 */
export function cloudPorts(environment: Readonly<Record<string, string | undefined>>): Ports {
  const { XIANGFENG_MASTER_KEY, XIANGFENG_DATA_KEYS, XIANGFENG_MESSAGE_TEMPLATES } =
    functionEnvironmentSchema.parse(environment);
  return {
    database: cloudDatabase(sdkDatabase()),
    platform: cloudPlatform,
    secrets: nodeSecrets(XIANGFENG_MASTER_KEY, XIANGFENG_DATA_KEYS === '' ? undefined : XIANGFENG_DATA_KEYS),
    recentCalls: new RecentCalls(),
    messageTemplates: parseMessageTemplates(XIANGFENG_MESSAGE_TEMPLATES),
    now: () => Date.now(),
    randomId: () => randomBytes(12).toString('hex'),
    log: (entry) => {
      console.log(JSON.stringify(entry));
    },
  };
}
