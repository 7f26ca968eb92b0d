import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalDatabase } from '../database/database';
import { FaultInjector } from '../faults/fault-injector';
import { findWorkerFile } from '../functions/build-worker';
import { FunctionHost, type InvocationAnswer } from '../functions/function-host';
import { baseEnvironment } from '../functions/worker-environment';
import { OpenApi } from '../open-api/open-api';
import { ObjectStorage } from '../storage/object-storage';
import { StorageActions } from '../storage/storage-actions';
import { StorageEndpoint } from '../storage/storage-endpoint';
import { Timers } from '../timers/timers';
import { AdminEndpoint } from './admin-endpoint';
import { VirtualClock } from './clock';
import { ControlEndpoint } from './control-endpoint';
import { Gateway } from './gateway';
import { HttpAccess } from './http-access';
import { HttpError, NotImplementedError } from './http-error';
import { HttpServer } from './http-server';
import { jsonAnswer, type HttpOutcome, type HttpRequest } from './http-types';
import { normaliseOpenid, TIMER_IDENTITY } from './identity';
import { messageOf, parseJson, type JsonObject, type JsonValue } from './json';
import type { ControlledCloud } from './controlled-cloud';
import type { CloudOptions, SwitchableIdentity } from './options';
import { StaticSite } from './static-site';

const DEFAULT_WORKERS = 4;
export const DEFAULT_ENVIRONMENT_ID = 'local-env';
const STOP_GRACE_MS = 3_000;

export type LocalCloudOptions = CloudOptions<LocalCloud>;

/** A stand-in of CloudBase on this machine, under the unmodified wx-server-sdk. */
export class LocalCloud implements ControlledCloud {
  url = '';
  readonly startedAt: number;
  readonly functions: FunctionHost;
  readonly openApi: OpenApi;
  readonly timers: Timers;
  readonly environmentId: string;
  private readonly server: HttpServer;
  private readonly admin: AdminEndpoint;
  private readonly gateway: Gateway;
  private readonly control: ControlEndpoint;
  private readonly storageEndpoint: StorageEndpoint;
  private readonly site: StaticSite | null;
  private readonly httpAccess: HttpAccess;
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly options: LocalCloudOptions,
    workerFile: string,
    readonly clock: VirtualClock,
    readonly faults: FaultInjector,
    readonly database: LocalDatabase,
    readonly storage: ObjectStorage,
  ) {
    this.startedAt = clock.now();
    this.environmentId = options.environmentId ?? DEFAULT_ENVIRONMENT_ID;
    this.functions = new FunctionHost({
      functionsDirectory: resolve(options.functionsDirectory),
      workerFile,
      environment: baseEnvironment(this.environmentId, options.functionEnvironment ?? {}),
      poolSize: options.workers ?? DEFAULT_WORKERS,
      timeLimitFactor: options.timeLimitFactor ?? 1,
      clock,
      faults,
      adminUrlOf: (invocationId) => `${this.url}/admin/${invocationId}`,
    });
    const { pages, needsGrants } = options;
    this.openApi = new OpenApi({ clock, siteUrl: () => this.url, pages, needsGrants });
    const { environmentId, functions, openApi } = this;
    const storageActions = new StorageActions({ storage, environmentId, clock, baseUrl: () => this.url });
    this.storageEndpoint = new StorageEndpoint(storage, storageActions, clock);
    this.admin = new AdminEndpoint({ database, functions, storage: storageActions, openApi, faults });
    this.gateway = new Gateway({ functions, faults, contractFile: options.contractFile });
    this.site = options.staticDirectory === undefined ? null : new StaticSite(options.staticDirectory);
    this.httpAccess = new HttpAccess(functions, options.httpPaths ?? {});
    this.control = new ControlEndpoint(this);
    this.timers = new Timers(
      this.functions.list(),
      clock,
      (name, event) => this.invokeTimer(name, event),
      options.automaticTimers ?? true,
    );
    this.server = new HttpServer((request) => this.route(request));
  }

  /**
   * Opens the data, declares the collections and listens. Rejects when the port is taken or the data
   * unreadable.
   */
  static async start(options: LocalCloudOptions): Promise<LocalCloud> {
    const clock = new VirtualClock();
    if (options.startsAt !== undefined) clock.setNow(options.startsAt);
    const directory = options.dataDirectory === null ? null : resolve(options.dataDirectory);
    if (directory !== null) mkdirSync(directory, { recursive: true });
    const path = directory === null ? ':memory:' : join(directory, 'database.sqlite');
    const workerFile = options.workerFile ?? (await findWorkerFile());
    const database = openDatabase(path, clock);
    const storage = ObjectStorage.open(directory === null ? null : join(directory, 'storage'));
    const cloud = new LocalCloud(options, workerFile, clock, new FaultInjector(), database, storage);
    try {
      cloud.declareCollections();
      cloud.url = `http://127.0.0.1:${await cloud.server.listen(options.port)}`;
    } catch (error) {
      cloud.timers.stop();
      database.close();
      throw error;
    }
    return cloud;
  }

  /** Calls a function as this person. Rejects with the function's own failure. */
  async invoke(name: string, event: JsonObject, identity: { openid: string }): Promise<JsonValue> {
    const { result } = await this.functions.invoke({
      functionName: name,
      event,
      identity: { openid: normaliseOpenid(identity.openid), source: 'wx_client', clientIp: '127.0.0.1' },
      trigger: 'direct',
    });
    if (!result.ok) throw new HttpError(500, result.code, result.message);
    return parseJson(result.text);
  }

  /** Runs the timer of a function now; resolves with what the function returned, rejects with its failure. */
  async runTimer(name: string): Promise<JsonValue> {
    const { result } = await this.timers.runNow(name);
    if (!result.ok) throw new HttpError(500, result.code, result.message);
    return parseJson(result.text);
  }

  identities(): Promise<SwitchableIdentity[]> {
    return this.options.identities?.() ?? Promise.resolve([]);
  }

  /** Fills the cloud by the product's seeder. Throws `NotImplemented` without one. */
  async seed(options: JsonObject): Promise<JsonObject> {
    if (this.options.seed === undefined) throw new NotImplementedError('seed: no seeder was given');
    return this.options.seed(this, options);
  }

  /**
   * Everything as after a first start – no documents, files, messages, faults, the clock where it stood – but
   * for the instances of functions, which live on with what they remember.
   */
  async reset(): Promise<void> {
    this.database.clear();
    this.declareCollections();
    await this.storage.clear();
    this.openApi.clear();
    this.faults.clear();
    this.functions.records.clear();
    if (this.options.startsAt === undefined) this.clock.setOffset(0);
    else this.clock.setNow(this.options.startsAt);
  }

  /** Lets running invocations finish for a moment, then closes everything. Safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  private async close(): Promise<void> {
    this.timers.stop();
    await this.functions.stop(STOP_GRACE_MS);
    await this.server.close();
    this.database.close();
  }

  private declareCollections(): void {
    for (const collection of this.options.collections) {
      this.database.declareCollection(collection.name);
      for (const index of collection.indexes) this.database.declareIndex(collection.name, index);
    }
  }

  private invokeTimer(functionName: string, event: JsonObject): Promise<InvocationAnswer> {
    return this.functions.invoke({ functionName, event, identity: TIMER_IDENTITY, trigger: 'timer' });
  }

  private async route(request: HttpRequest): Promise<HttpOutcome> {
    const { path } = request;
    if (path === '/admin' || path.startsWith('/admin/')) {
      return this.admin.handle(request, path.split('/')[2]);
    }
    if (path.startsWith('/v1/')) return this.gateway.handle(request);
    if (path.startsWith('/storage/')) return this.storageEndpoint.handle(request);
    if (path === '/__local' || path.startsWith('/__local/')) return this.control.handle(request);
    if (path === '/runtime-config.json' && this.options.runtimeConfig !== undefined) {
      return jsonAnswer(this.options.runtimeConfig);
    }
    const functionName = this.httpAccess.functionOf(path);
    if (functionName !== undefined) return this.httpAccess.handle(request, functionName);
    if (this.site !== null) return this.site.handle(request);
    if (path === '/favicon.ico') return { status: 204 };
    if (path === '/') return { status: 302, headers: { location: '/__local/' } };
    throw new HttpError(404, 'NOT_FOUND', 'there is no such address');
  }
}

function openDatabase(path: string, clock: VirtualClock): LocalDatabase {
  try {
    return LocalDatabase.open({
      path,
      clock: () => clock.now(),
      onFault: (fault) =>
        process.stderr.write(`local cloud: the disk refused a ${fault.stage}: ${fault.message}\n`),
    });
  } catch (error) {
    if (!/locked/i.test(messageOf(error))) throw error;
    throw new Error(`the data in ${path} is in use: another local cloud seems to be running on it`);
  }
}
