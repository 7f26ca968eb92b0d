/** What deployment knows: the repository, the place it goes to, and the steps between the two. */
import type { IndexDeclaration } from '@server/kernel/indexes';

export interface Timer {
  readonly name: string;
  /** seven fields, in UTC+8 */
  readonly cron: string;
}

export interface FunctionFacts {
  readonly name: string;
  /** where the bundle lies */
  readonly directory: string;
  /** of every file in it, by name and content */
  readonly digest: string;
  readonly bytes: number;
  readonly timeoutSeconds: number;
  readonly timers: readonly Timer[];
  /** WeChat's open API interfaces it calls */
  readonly openApi: readonly string[];
}

export interface CollectionFacts {
  readonly name: string;
  readonly indexes: readonly IndexDeclaration[];
}

export interface FileFacts {
  /** below the site's root, with forward slashes */
  readonly path: string;
  readonly content: FileContent;
  readonly md5: string;
  readonly bytes: number;
}
export type FileContent = { readonly file: string } | { readonly text: string };

export interface StoredRow {
  readonly _id: string;
  readonly [field: string]: unknown;
}

export interface RowsFacts {
  readonly collection: string;
  readonly rows: readonly StoredRow[];
}

export type BuildState = 'fresh' | 'stale' | 'missing';

export interface RepositoryFacts {
  /** null: not a Git repository */
  readonly commit: string | null;
  readonly isClean: boolean;
  readonly version: string;
  readonly builds: Readonly<Record<'h5' | 'weapp' | 'cloud', BuildState>>;
  readonly collections: readonly CollectionFacts[];
  readonly functions: readonly FunctionFacts[];
  readonly site: readonly FileFacts[];
  /** paths of the site that a function answers */
  readonly httpPaths: Readonly<Record<string, string>>;
  readonly miniProgram: {
    readonly directory: string;
    readonly digest: string;
    readonly parts: readonly { readonly name: string; readonly bytes: number; readonly limitBytes: number }[];
  };
  /** what the product cannot start without */
  readonly firstRows: readonly RowsFacts[];
  /** variables every function reads */
  readonly variableNames: readonly string[];
}

export interface FunctionState {
  /** null: it was put there by other means */
  readonly digest: string | null;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** fingerprints, never values */
  readonly variables: Readonly<Record<string, string>>;
  readonly timers: readonly Timer[];
  /** null: the platform was not asked, for want of an AppSecret */
  readonly openApi: readonly string[] | null;
}

export type FunctionRule = Readonly<Record<string, { readonly invoke: boolean | string }>>;

export interface TargetState {
  readonly collections: Readonly<
    Record<string, { readonly isClosed: boolean; readonly indexes: readonly IndexDeclaration[] }>
  >;
  readonly functions: Readonly<Record<string, FunctionState>>;
  /** null: the platform's default holds */
  readonly functionRule: FunctionRule | null;
  readonly hasSite: boolean;
  /** md5 by path */
  readonly siteFiles: Readonly<Record<string, string>>;
  /** what answers which path of the site's domain; null: the domain is not bound to HTTP access yet */
  readonly routes: Readonly<Record<string, string>> | null;
  readonly uploadedDigests: readonly string[];
  /** ids of the first rows that exist, by collection */
  readonly rowIds: Readonly<Record<string, readonly string[]>>;
}

/** How HTTP access names the static site among what may answer a path. */
export const SITE_STORE = 'staticstore';

/** A place where nothing is: what a plan without an account is made for. */
export const EMPTY_TARGET: TargetState = {
  collections: {},
  functions: {},
  functionRule: null,
  hasSite: false,
  siteFiles: {},
  routes: {},
  uploadedDigests: [],
  rowIds: {},
};

export interface FunctionSettings {
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly variables: Readonly<Record<string, string>>;
}

export type Step =
  | { readonly kind: 'addCollection'; readonly collection: string }
  | { readonly kind: 'closeCollection'; readonly collection: string }
  | { readonly kind: 'removeIndex'; readonly collection: string; readonly index: string }
  | { readonly kind: 'addIndex'; readonly collection: string; readonly index: IndexDeclaration }
  | { readonly kind: 'addRows'; readonly collection: string; readonly rows: readonly StoredRow[] }
  | { readonly kind: 'putFunction'; readonly facts: FunctionFacts; readonly isNew: boolean }
  | { readonly kind: 'setFunction'; readonly facts: FunctionFacts; readonly changes: readonly string[] }
  | {
      readonly kind: 'setTimers';
      readonly name: string;
      readonly add: readonly Timer[];
      readonly remove: readonly string[];
    }
  | { readonly kind: 'allowOpenApi'; readonly name: string; readonly openApi: readonly string[] }
  | { readonly kind: 'setFunctionRule'; readonly rule: FunctionRule }
  | { readonly kind: 'openSite' }
  | { readonly kind: 'putSiteFiles'; readonly files: readonly FileFacts[] }
  | { readonly kind: 'routePath'; readonly path: string; readonly to: string }
  | { readonly kind: 'uploadMiniProgram'; readonly digest: string; readonly version: string }
  | { readonly kind: 'removeFunction'; readonly name: string };

export interface Plan {
  readonly steps: readonly Step[];
  /** why it must not be carried out, each with what to do */
  readonly problems: readonly string[];
  /** what a person should know, or do elsewhere */
  readonly notes: readonly string[];
}

/** The place a deployment goes to. Every command may be repeated after a crash. */
export interface DeployTarget {
  read(facts: RepositoryFacts): Promise<TargetState>;
  /** adds it closed */
  addCollection(collection: string): Promise<void>;
  /** no client may read or write it any more */
  closeCollection(collection: string): Promise<void>;
  addIndex(collection: string, index: IndexDeclaration): Promise<void>;
  removeIndex(collection: string, index: string): Promise<void>;
  /** adds; a row that exists is left as it is */
  addRows(collection: string, rows: readonly StoredRow[]): Promise<void>;
  /** code, then settings, then the digest that says both are there */
  putFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void>;
  /** settings alone; variables that are not named stay */
  setFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void>;
  removeFunction(name: string): Promise<void>;
  addTimers(name: string, timers: readonly Timer[]): Promise<void>;
  removeTimer(name: string, timer: string): Promise<void>;
  allowOpenApi(name: string, openApi: readonly string[]): Promise<void>;
  setFunctionRule(rule: FunctionRule): Promise<void>;
  /** unknown addresses answer with index.html */
  openSite(): Promise<void>;
  putSiteFiles(files: readonly FileFacts[]): Promise<void>;
  /** `to`: a function, or `SITE_STORE` */
  routePath(path: string, to: string): Promise<void>;
  /** uploads the build, then remembers its digest */
  uploadMiniProgram(directory: string, digest: string, version: string): Promise<void>;
}
