/**
 * The product on the local cloud: its collections, functions, demo city and identities. `npm start` and tests
 * share it.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { HTTP_PATHS } from '@contract/http-paths';
import { LOCAL_APP_ID } from '@local-cloud/host/identity';
import { LocalCloud } from '@local-cloud/host/local-cloud';
import type { JsonObject } from '@local-cloud/host/json';
import { COLLECTION_NAMES } from '@server/kernel/documents';
import { INDEXES } from '@server/kernel/indexes';
import { nodeSecrets } from '@server/kernel/node-secrets';
import type { Secrets } from '@server/kernel/ports';
import { LOCAL_TEMPLATES } from './message-templates';
import { localTarget } from './seed/local-target';
import { PERSONAS } from './seed/personas';
import { DEFAULT_VOLUNTEERS, seedCity } from './seed/seed-city';

export interface LocalProductOptions {
  readonly port: number;
  /** null: in memory */
  readonly dataDirectory: string | null;
  readonly projectDirectory: string;
  readonly automaticTimers?: boolean;
  readonly startsAt?: number;
  readonly workers?: number;
  /** see LocalCloudOptions */
  readonly timeLimitFactor?: number;
  /** where the bundled functions are, when not in dist/ */
  readonly functionsDirectory?: string;
  /** 64 hex digits, for who must open what is sealed; absent: see `masterKeyOf` */
  readonly masterKey?: string;
  /** keys of personal data, newest first, as in a function's environment (see server/kernel/key-ring.ts) */
  readonly dataKeys?: string;
}

/** Every collection with its indexes, as the local cloud wants them. */
export const COLLECTIONS = COLLECTION_NAMES.map((name) => ({
  name,
  indexes: (INDEXES[name] ?? []).map(({ keys, ...index }) => ({ ...index, keys: [...keys] })),
}));

const MAXIMUM_VOLUNTEERS = 5_000_000;

export async function startLocalProduct(options: LocalProductOptions): Promise<LocalCloud> {
  const masterKey = options.masterKey ?? masterKeyOf(options.dataDirectory);
  const secrets = nodeSecrets(masterKey, options.dataKeys);
  const inProject = (...parts: string[]): string => path.join(options.projectDirectory, ...parts);
  return LocalCloud.start({
    port: options.port,
    dataDirectory: options.dataDirectory,
    functionsDirectory: options.functionsDirectory ?? inProject('dist', 'cloudfunctions'),
    staticDirectory: inProject('dist', 'h5'),
    httpPaths: HTTP_PATHS,
    contractFile: inProject('dist', 'contract.json'),
    workerFile: inProject('dist', 'local-cloud', 'function-worker.js'),
    // As in WeChat: nobody gets a message without having agreed to it.
    needsGrants: true,
    runtimeConfig: { gateway: '', local: true, appId: LOCAL_APP_ID },
    collections: COLLECTIONS,
    functionEnvironment: {
      XIANGFENG_MASTER_KEY: masterKey,
      XIANGFENG_DATA_KEYS: options.dataKeys ?? '',
      XIANGFENG_MESSAGE_TEMPLATES: JSON.stringify(LOCAL_TEMPLATES),
    },
    identities: () => Promise.resolve(PERSONAS.map((persona) => ({ ...persona }))),
    seed: (cloud, wishes) => seed(cloud, secrets, inProject('demo', 'pictures'), wishes),
    ...(options.startsAt === undefined ? {} : { startsAt: options.startsAt }),
    ...(options.automaticTimers === undefined ? {} : { automaticTimers: options.automaticTimers }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.timeLimitFactor === undefined ? {} : { timeLimitFactor: options.timeLimitFactor }),
  });
}

async function seed(
  cloud: LocalCloud,
  secrets: Secrets,
  pictures: string,
  wishes: JsonObject,
): Promise<JsonObject> {
  const volunteers = wishes['volunteers'] ?? DEFAULT_VOLUNTEERS;
  if (typeof volunteers !== 'number' || !Number.isInteger(volunteers))
    throw new Error('volunteers: a whole number');
  if (volunteers < 2 || volunteers > MAXIMUM_VOLUNTEERS) throw new Error('volunteers: 2 to 5,000,000');
  const now = cloud.clock.now();
  const context = {
    target: localTarget(cloud, now),
    secrets,
    siteOrigin: cloud.url,
    now,
  };
  return { ...(await seedCity(context, pictures, { volunteers, recordsEach: null })) };
}

/** The key lives beside the data it opens, never in the database; in memory it lives as long as the data. */
export function masterKeyOf(dataDirectory: string | null): string {
  const fresh = randomBytes(32).toString('hex');
  if (dataDirectory === null) return fresh;
  fs.mkdirSync(dataDirectory, { recursive: true });
  const file = path.join(dataDirectory, 'master.key');
  if (!fs.existsSync(file)) fs.writeFileSync(file, fresh, { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}
