import type { IndexDeclaration } from '../database/types';
import type { JsonObject } from './json';

export interface CollectionDeclaration {
  readonly name: string;
  readonly indexes: IndexDeclaration[];
}

/** Someone the H5 build offers to become. */
export interface SwitchableIdentity {
  id: string;
  label: string;
  description: string;
}

/** `Cloud` is the running cloud that a seeder is handed. */
export interface CloudOptions<Cloud> {
  /** 0 = any free port. Only the loopback interface is listened on. */
  readonly port: number;
  /** Where everything is kept; null = in memory, gone at the end. */
  readonly dataDirectory: string | null;
  /** One folder per function: index.js, package.json, config.json (timeout, triggers). */
  readonly functionsDirectory: string;
  /** The H5 build, served at `/`; addresses that are no files get its index.html. */
  readonly staticDirectory?: string;
  /** Paths of the site that a function answers, as the cloud's HTTP access does: `{ '/p': 'page' }`. */
  readonly httpPaths?: Readonly<Record<string, string>>;
  /** JSON served as `GET /v1/contract`. */
  readonly contractFile?: string;
  /** Served as `GET /runtime-config.json`. */
  readonly runtimeConfig?: JsonObject;
  /** Collections and indexes to have from the start; others do not exist, as in the cloud. */
  readonly collections: CollectionDeclaration[];
  /** Further variables of the functions, e.g. keys. */
  readonly functionEnvironment?: Record<string, string>;
  /** Whom the H5 identity switcher offers: `GET /__local/identities`. */
  readonly identities?: () => Promise<SwitchableIdentity[]>;
  /** Fills the cloud with the product's own data: `POST /__local/seed`. */
  readonly seed?: (cloud: Cloud, options: JsonObject) => Promise<JsonObject>;
  /** Instances per function, 4 unless told. */
  readonly workers?: number;
  /** Functions may take so many times their limit, 1 unless told: a machine may be slower than the cloud. */
  readonly timeLimitFactor?: number;
  readonly environmentId?: string;
  /** What the clock shows at the start, epoch milliseconds; the real time unless told. */
  readonly startsAt?: number;
  /** False: timers fire only when told to, for tests. */
  readonly automaticTimers?: boolean;
  /** Pages of the mini-program; when given, codes and links to other pages are refused as WeChat does. */
  readonly pages?: string[];
  /** A subscribe message needs an acceptance from the start, as in WeChat; else everybody has agreed. */
  readonly needsGrants?: boolean;
  /** The bundled worker bootstrap; found or built when absent. */
  readonly workerFile?: string;
}
