/** Reads the repository: what would be deployed, and whether it is what was committed and built. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { HTTP_PATHS } from '@contract/http-paths';
import type { CityExtract } from '@demo/division-documents';
import { readFunction } from '@local-cloud/functions/function-config';
import { COLLECTION_NAMES } from '@server/kernel/documents';
import { functionEnvironmentSchema } from '@server/kernel/function-environment';
import { INDEXES } from '@server/kernel/indexes';
import * as z from 'zod';
import '@contract/zod-config';
import { measureWeapp } from '../check-sizes';
import { root } from '../run-command';
import { buildStateOf, filesBelow } from '../sources';
import type { DeployConfig } from './config';
import { firstRows } from './first-rows';
import type { CollectionFacts, FileFacts, FunctionFacts, RepositoryFacts } from './model';

const DIST = path.join(root, 'dist');
const RUNTIME_CONFIG = 'runtime-config.json';

const extractSchema = z.object({
  city: z.object({ code: z.string(), name: z.string() }),
  divisions: z.array(z.object({ code: z.string(), name: z.string() })),
  population: z.array(
    z.object({
      divisionCode: z.string(),
      residents: z.number().int(),
      referenceDay: z.string(),
      document: z.string(),
    }),
  ),
});
const functionConfigSchema = z.object({
  permissions: z.object({ openapi: z.array(z.string()) }).optional(),
});
const manifestSchema = z.object({ version: z.string() });

/** Builds read these from the environment: to be set before one is made or judged. */
export function buildEnvironmentOf(config: DeployConfig): Readonly<Record<string, string>> {
  return {
    TARO_APP_GATEWAY: '',
    TARO_APP_CLOUD_ENV: config.cloud.environmentId,
    TARO_APP_SITE_ORIGIN: config.site.origin,
  };
}

/** Works without a build: what is not built has no size and the plan says so. */
export function readRepository(config: DeployConfig, now: number): RepositoryFacts {
  const { version } = manifestSchema.parse(readJson(path.join(root, 'package.json')));
  const weapp = path.join(DIST, 'weapp');
  return {
    commit: git('rev-parse', 'HEAD'),
    isClean: git('status', '--porcelain') === '',
    version,
    builds: { h5: buildStateOf('h5'), weapp: buildStateOf('weapp'), cloud: buildStateOf('cloud') },
    collections: declaredCollections(),
    functions: readFunctionFacts(),
    site: readSite(config),
    httpPaths: HTTP_PATHS,
    miniProgram: {
      directory: weapp,
      digest: digestOf(weapp, [version, config.miniProgram.appId]),
      parts: fs.existsSync(path.join(weapp, 'app.json')) ? measureWeapp(weapp) : [],
    },
    firstRows: firstRows(config, readExtract(config), now),
    variableNames: Object.keys(functionEnvironmentSchema.shape),
  };
}

export function declaredCollections(): CollectionFacts[] {
  return COLLECTION_NAMES.map((name) => ({ name, indexes: INDEXES[name] ?? [] }));
}

function readExtract({ city }: DeployConfig): CityExtract {
  const file = path.resolve(root, city.divisionsFile);
  if (!fs.existsSync(file))
    throw new Error(`没有 ${city.divisionsFile}：先运行 npx tsx scripts/extract-divisions.ts ${city.code}`);
  return extractSchema.parse(readJson(file));
}

/** Of every folder in cloudfunctions/; the bundle's size and digest as far as it is built. */
export function readFunctionFacts(): FunctionFacts[] {
  const sources = path.join(root, 'cloudfunctions');
  const names = fs.readdirSync(sources).filter((name) => fs.existsSync(path.join(sources, name, 'index.ts')));
  return names.sort().map((name) => {
    const source = path.join(sources, name);
    const { timeoutMs, triggers } = readFunction(source, name);
    const { permissions } = functionConfigSchema.parse(readJson(path.join(source, 'config.json')));
    const directory = path.join(DIST, 'cloudfunctions', name);
    return {
      name,
      directory,
      digest: digestOf(directory, []),
      bytes: [...filesBelow(directory)].reduce((sum, file) => sum + fs.statSync(file).size, 0),
      timeoutSeconds: timeoutMs / 1000,
      timers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.cron })),
      openApi: permissions?.openapi ?? [],
    };
  });
}

/** The built site and the file that tells it where its cloud is. */
function readSite(config: DeployConfig): FileFacts[] {
  const directory = path.join(DIST, 'h5');
  const built = [...filesBelow(directory)]
    .filter((file) => !file.endsWith('.map') && path.basename(file) !== RUNTIME_CONFIG)
    .map((file): FileFacts => {
      const content = fs.readFileSync(file);
      const name = path.relative(directory, file).split(path.sep).join('/');
      return { path: name, content: { file }, md5: md5Of(content), bytes: content.length };
    });
  const text = runtimeConfigText(config);
  const runtime = {
    path: RUNTIME_CONFIG,
    content: { text },
    md5: md5Of(text),
    bytes: Buffer.byteLength(text),
  };
  return [...built, runtime];
}

function runtimeConfigText({ cloud, miniProgram, site }: DeployConfig): string {
  return JSON.stringify({
    gateway: `https://${cloud.environmentId}.api.tcloudbasegateway.com`,
    local: false,
    visitorToken: site.publishableKey ?? '',
    filingNumber: site.filingNumber ?? '',
    appId: miniProgram.appId,
  });
}

function digestOf(directory: string, further: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of further) hash.update(text).update('\0');
  for (const file of filesBelow(directory)) {
    const name = path.relative(directory, file).split(path.sep).join('/');
    hash.update(name).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function md5Of(content: string | Buffer): string {
  return createHash('md5').update(content).digest('hex');
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Null where git does not answer: what is deployed must be a commit. */
function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
