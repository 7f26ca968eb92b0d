/** A small product to deploy: two functions, two collections, one index each. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import exampleConfig from '../../deploy.config.example';
import { parseDeployConfig, type DeployConfig } from '../../scripts/deploy/config';
import type { FileFacts, FunctionFacts, RepositoryFacts } from '../../scripts/deploy/model';
import type { PlanInput } from '../../scripts/deploy/plan';
import type { DeploySecrets } from '../../scripts/deploy/secrets';
import { EMPTY_TARGET } from '../../scripts/deploy/model';

const example = parseDeployConfig(exampleConfig);

/** The example with an account filled in. */
export const CONFIG: DeployConfig = {
  ...example,
  miniProgram: { ...example.miniProgram, appId: 'wx0123456789abcdef' },
  cloud: { ...example.cloud, environmentId: 'city-1a2b3c', memoryOf: {} },
  site: { ...example.site, publishableKey: 'public-key', filingNumber: '蜀ICP备0号' },
  office: { openIds: ['oAbcdefghijklmnopqrstuvwxyz0'] },
};

export const SECRETS: DeploySecrets = {
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
  XIANGFENG_MASTER_KEY: 'ab'.repeat(32),
  WECHAT_UPLOAD_KEY_FILE: 'upload.key',
  WECHAT_APP_SECRET: 'app-secret',
};

function functionIn(directory: string, name: string, further: Partial<FunctionFacts>): FunctionFacts {
  const folder = path.join(directory, name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.js'), `exports.main = async () => '${name}';`);
  const base = { name, directory: folder, bytes: 2_048, timeoutSeconds: 20, timers: [], openApi: [] };
  return { ...base, digest: name.padEnd(64, '0'), ...further };
}

export function fileOf(name: string, text: string): FileFacts {
  const md5 = createHash('md5').update(text).digest('hex');
  return { path: name, content: { text }, md5, bytes: text.length };
}

/** Bundles are written below `directory`. */
export function smallFacts(directory: string): RepositoryFacts {
  return {
    commit: '0123456789abcdef0123456789abcdef01234567',
    isClean: true,
    version: '1.2.0',
    builds: { h5: 'fresh', weapp: 'fresh', cloud: 'fresh' },
    collections: [
      { name: 'settings', indexes: [] },
      {
        name: 'shifts',
        indexes: [
          {
            name: 'of-activity',
            keys: [
              { field: 'activityId', direction: 1 },
              { field: 'startsAt', direction: -1 },
            ],
          },
          { name: 'by-code', keys: [{ field: 'code', direction: 1 }], unique: true },
        ],
      },
    ],
    functions: [
      functionIn(directory, 'api', { openApi: ['security.msgSecCheck'] }),
      functionIn(directory, 'fold', {
        timeoutSeconds: 60,
        timers: [{ name: 'fold', cron: '*/5 * * * * * *' }],
      }),
    ],
    httpPaths: { '/p': 'api' },
    site: [fileOf('index.html', '<html>'), fileOf('js/app.0a1b2c3d.js', 'start()')],
    miniProgram: {
      directory,
      digest: 'd'.repeat(64),
      parts: [{ name: 'weapp main package', bytes: 10_240, limitBytes: 20_480 }],
    },
    firstRows: [{ collection: 'settings', rows: [{ _id: 'city', cityName: '阿坝州' }] }],
    variableNames: ['XIANGFENG_MASTER_KEY'],
  };
}

export function inputOf(facts: RepositoryFacts, further: Partial<PlanInput> = {}): PlanInput {
  return { config: CONFIG, secrets: SECRETS, facts, state: EMPTY_TARGET, removals: [], ...further };
}
