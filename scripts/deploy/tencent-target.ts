/**
 * Deployment to Tencent Cloud and WeChat. Every command may be repeated: what is there already is no failure.
 * What goes to which service: docs/adr/0024.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type CloudBase from '@cloudbase/manager-node';
import type { IndexDeclaration } from '@server/kernel/indexes';
import type { CloudRows } from './cloud-rows';
import type { CloudRules } from './cloud-rules';
import {
  SITE_STORE,
  type DeployTarget,
  type FileFacts,
  type FunctionFacts,
  type FunctionRule,
  type FunctionSettings,
  type RepositoryFacts,
  type StoredRow,
  type TargetState,
  type Timer,
} from './model';
import { DIGEST_VARIABLE } from './plan';
import { markerPathOf, readState } from './tencent-state';
import type { MiniProgramUploader, OpenApiGrants } from './wechat';

type Part<Service, Names extends keyof Service> = Pick<Service, Names>;
type Functions = CloudBase['functions'];
type Databases = CloudBase['database'];

/** The part of the manager that deployment uses, in the library's own types. */
export interface CloudManager {
  readonly database: Part<
    Databases,
    'listCollections' | 'describeCollection' | 'createCollectionIfNotExists' | 'updateCollection'
  >;
  readonly functions: Part<
    Functions,
    | 'listAllFunctions'
    | 'getFunctionDetail'
    | 'createFunction'
    | 'updateFunctionConfig'
    | 'waitFunctionActive'
    | 'createFunctionTriggers'
    | 'deleteFunctionTrigger'
    | 'deleteFunction'
  >;
  readonly hosting: Part<
    CloudBase['hosting'],
    'getInfo' | 'enableService' | 'setWebsiteDocument' | 'listFiles' | 'uploadFiles'
  >;
  readonly env: Part<CloudBase['env'], 'describeHttpServiceRoute' | 'createHttpServiceRoute'>;
}

export interface TencentParts {
  readonly manager: CloudManager;
  readonly environmentId: string;
  /** host name of the site */
  readonly domain: string;
  readonly rules: CloudRules;
  readonly rows: CloudRows;
  readonly uploader: MiniProgramUploader;
  /** null: without an AppSecret WeChat is not asked */
  readonly grants: OpenApiGrants | null;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Cannot be changed once a function exists; what the tests run on. */
const RUNTIME = 'Nodejs20.19';
const SITE_OPENING_TRIES = 60;
const SITE_OPENING_PAUSE_MS = 5_000;

export class TencentTarget implements DeployTarget {
  constructor(private readonly parts: TencentParts) {}

  read(facts: RepositoryFacts): Promise<TargetState> {
    return readState(this.parts, facts);
  }

  async addCollection(collection: string): Promise<void> {
    await this.parts.manager.database.createCollectionIfNotExists(collection);
    await this.closeCollection(collection);
  }

  async closeCollection(collection: string): Promise<void> {
    await this.parts.rules.close(collection);
  }

  async addIndex(collection: string, { name, keys, unique }: IndexDeclaration): Promise<void> {
    await this.parts.manager.database.updateCollection(collection, {
      CreateIndexes: [
        {
          IndexName: name,
          MgoKeySchema: {
            MgoIndexKeys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
            MgoIsUnique: unique === true,
          },
        },
      ],
    });
  }

  async removeIndex(collection: string, index: string): Promise<void> {
    await this.parts.manager.database.updateCollection(collection, { DropIndexes: [{ IndexName: index }] });
  }

  addRows(collection: string, rows: readonly StoredRow[]): Promise<void> {
    return this.parts.rows.add(collection, rows);
  }

  async putFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void> {
    const { functions } = this.parts.manager;
    const func = { name: facts.name, runtime: RUNTIME, installDependency: true, handler: 'index.main' };
    const { timeoutSeconds: timeout, memoryMegabytes: memorySize } = settings;
    // By force: one whose creation failed half-way is made anew, one that is there gets the code.
    await functions.createFunction({
      func: { ...func, timeout, memorySize },
      functionPath: facts.directory,
      force: true,
    });
    // Last, so that a crash before it means the code is sent again.
    await this.setFunction(facts, settings);
  }

  async setFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void> {
    const { functions } = this.parts.manager;
    const present = await functions.getFunctionDetail(facts.name);
    const kept = Object.fromEntries(present.Environment.Variables.map(({ Key, Value }) => [Key, Value]));
    await functions.updateFunctionConfig({
      name: facts.name,
      timeout: settings.timeoutSeconds,
      memorySize: settings.memoryMegabytes,
      envVariables: { ...kept, ...settings.variables, [DIGEST_VARIABLE]: facts.digest },
    });
    await functions.waitFunctionActive(facts.name);
  }

  async removeFunction(name: string): Promise<void> {
    await this.parts.manager.functions.deleteFunction(name);
  }

  async addTimers(name: string, timers: readonly Timer[]): Promise<void> {
    if (timers.length === 0) return;
    await this.parts.manager.functions.createFunctionTriggers(
      name,
      timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })),
    );
  }

  async removeTimer(name: string, timer: string): Promise<void> {
    await this.parts.manager.functions.deleteFunctionTrigger(name, timer);
  }

  async allowOpenApi(name: string, openApi: readonly string[]): Promise<void> {
    await this.parts.grants?.set(name, openApi);
  }

  async setFunctionRule(rule: FunctionRule): Promise<void> {
    await this.parts.rules.setFunctionRule(rule);
  }

  async openSite(): Promise<void> {
    const { hosting } = this.parts.manager;
    if ((await hosting.getInfo()).length === 0) await hosting.enableService();
    for (let tries = 0; (await hosting.getInfo())[0]?.Status !== 'online'; tries += 1) {
      if (tries === SITE_OPENING_TRIES) throw new Error('静态网站托管还在开通：过几分钟再运行一次');
      await this.parts.sleep(SITE_OPENING_PAUSE_MS);
    }
    await hosting.setWebsiteDocument({ indexDocument: 'index.html', errorDocument: 'index.html' });
  }

  async putSiteFiles(files: readonly FileFacts[]): Promise<void> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-site-'));
    try {
      const named = files.map(({ path: cloudPath, content }, place) => {
        if ('file' in content) return { localPath: content.file, cloudPath };
        const localPath = path.join(folder, String(place));
        fs.writeFileSync(localPath, content.text);
        return { localPath, cloudPath };
      });
      await this.parts.manager.hosting.uploadFiles({ files: named });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  async routePath(path: string, to: string): Promise<void> {
    const { manager, environmentId: EnvId, domain } = this.parts;
    const route = {
      Path: path,
      UpstreamResourceType: to === SITE_STORE ? ('STATIC_STORE' as const) : ('SCF' as const),
      UpstreamResourceName: to,
      EnableAuth: false,
      EnablePathTransmission: true,
      Enable: true,
    };
    await manager.env.createHttpServiceRoute({ EnvId, Domain: { Domain: domain, Routes: [route] } });
  }

  async uploadMiniProgram(directory: string, digest: string, version: string): Promise<void> {
    await this.parts.uploader.upload(directory, version);
    const text = JSON.stringify({ version, digest });
    // The name says it all: a listing tells what was uploaded, past every cache.
    const marker = { path: markerPathOf(digest), content: { text }, md5: '', bytes: text.length };
    await this.putSiteFiles([marker]);
  }
}
