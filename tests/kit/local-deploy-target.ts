/**
 * A deployment to this machine: collections and indexes in a real local database, functions in the folder
 * the local cloud runs them from, the site in the folder it serves. What the local cloud has no place for
 * – rules, variables, uploads – lies in a file beside them, so that it survives a crash as well.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LocalDatabase } from '@local-cloud/database/database';
import type { JsonObject } from '@local-cloud/host/json';
import { readFunctions } from '@local-cloud/functions/function-config';
import type { IndexDeclaration } from '@server/kernel/indexes';
import type {
  DeployTarget,
  FileFacts,
  FunctionFacts,
  FunctionRule,
  FunctionSettings,
  FunctionState,
  RepositoryFacts,
  StoredRow,
  TargetState,
  Timer,
} from '../../scripts/deploy/model';
import { fingerprintOf } from '../../scripts/deploy/secrets';

interface Book {
  readonly closed: string[];
  readonly variables: Record<string, Record<string, string>>;
  readonly digests: Record<string, string>;
  readonly memory: Record<string, number>;
  readonly openApi: Record<string, readonly string[]>;
  readonly uploads: string[];
  readonly routes: Record<string, string>;
  functionRule: FunctionRule | null;
}

const MOST_ROWS = 10_000;

export class LocalDeployTarget implements DeployTarget {
  readonly functionsDirectory: string;
  readonly siteDirectory: string;
  private readonly database: LocalDatabase;

  constructor(readonly directory: string) {
    this.functionsDirectory = path.join(directory, 'functions');
    this.siteDirectory = path.join(directory, 'site');
    fs.mkdirSync(this.functionsDirectory, { recursive: true });
    this.database = LocalDatabase.open({
      path: path.join(directory, 'database.sqlite'),
      clock: () => Date.now(),
    });
  }

  close(): void {
    this.database.close();
  }

  variablesOf(functionName: string): Record<string, string> {
    return this.book().variables[functionName] ?? {};
  }

  read(facts: RepositoryFacts): Promise<TargetState> {
    const book = this.book();
    const summaries = this.database.listCollections();
    const collections = summaries.map(({ name, indexes }) => {
      const isClosed = book.closed.includes(name);
      return [name, { isClosed, indexes: indexes.map(toDeclaration) }] as const;
    });
    const rowIds = facts.firstRows
      .filter(({ collection }) => summaries.some(({ name }) => name === collection))
      .map(({ collection }) => [collection, this.idsOf(collection)] as const);
    return Promise.resolve({
      collections: Object.fromEntries(collections),
      functions: this.functionStates(book),
      functionRule: book.functionRule,
      hasSite: fs.existsSync(this.siteDirectory),
      siteFiles: Object.fromEntries(filesBelow(this.siteDirectory)),
      routes: book.routes,
      uploadedDigests: book.uploads,
      rowIds: Object.fromEntries(rowIds),
    });
  }

  addCollection(collection: string): Promise<void> {
    this.database.declareCollection(collection);
    return this.closeCollection(collection);
  }

  closeCollection(collection: string): Promise<void> {
    return this.write((book) => book.closed.push(collection));
  }

  addIndex(collection: string, { name, keys, unique }: IndexDeclaration): Promise<void> {
    const rest = unique === undefined ? {} : { unique };
    this.database.declareIndex(collection, { name, keys: [...keys], ...rest });
    return Promise.resolve();
  }

  removeIndex(collection: string, index: string): Promise<void> {
    this.database.removeIndex(collection, index);
    return Promise.resolve();
  }

  addRows(collection: string, rows: readonly StoredRow[]): Promise<void> {
    const known = new Set(this.idsOf(collection));
    this.database.bulkInsert(collection, parseRows(rows.filter(({ _id }) => !known.has(_id))));
    return Promise.resolve();
  }

  putFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void> {
    const folder = path.join(this.functionsDirectory, facts.name);
    const timers = readFunctions(this.functionsDirectory).get(facts.name)?.triggers ?? [];
    fs.cpSync(facts.directory, folder, { recursive: true });
    this.writeConfig(facts.name, settings.timeoutSeconds, timers);
    return this.setFunction(facts, settings);
  }

  setFunction(facts: FunctionFacts, settings: FunctionSettings): Promise<void> {
    const timers = readFunctions(this.functionsDirectory).get(facts.name)?.triggers ?? [];
    this.writeConfig(facts.name, settings.timeoutSeconds, timers);
    return this.write((book) => {
      book.variables[facts.name] = { ...book.variables[facts.name], ...settings.variables };
      book.memory[facts.name] = settings.memoryMegabytes;
      book.digests[facts.name] = facts.digest;
    });
  }

  removeFunction(name: string): Promise<void> {
    fs.rmSync(path.join(this.functionsDirectory, name), { recursive: true, force: true });
    return Promise.resolve();
  }

  addTimers(name: string, timers: readonly Timer[]): Promise<void> {
    return this.changeTimers(name, (present) => [...present, ...timers]);
  }

  removeTimer(name: string, timer: string): Promise<void> {
    return this.changeTimers(name, (present) => present.filter((one) => one.name !== timer));
  }

  allowOpenApi(name: string, openApi: readonly string[]): Promise<void> {
    return this.write((book) => (book.openApi[name] = openApi));
  }

  setFunctionRule(rule: FunctionRule): Promise<void> {
    return this.write((book) => (book.functionRule = rule));
  }

  openSite(): Promise<void> {
    fs.mkdirSync(this.siteDirectory, { recursive: true });
    return Promise.resolve();
  }

  putSiteFiles(files: readonly FileFacts[]): Promise<void> {
    for (const { path: name, content } of files) {
      const file = path.join(this.siteDirectory, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, 'text' in content ? content.text : fs.readFileSync(content.file));
    }
    return Promise.resolve();
  }

  uploadMiniProgram(_directory: string, digest: string): Promise<void> {
    return this.write((book) => book.uploads.push(digest));
  }

  routePath(path: string, to: string): Promise<void> {
    return this.write((book) => (book.routes[path] = to));
  }

  private idsOf(collection: string): string[] {
    const rows = this.database.listDocuments(collection, { skip: 0, limit: MOST_ROWS });
    return rows.flatMap(({ _id }) => (typeof _id === 'string' ? [_id] : []));
  }

  private functionStates(book: Book): TargetState['functions'] {
    const found = [...readFunctions(this.functionsDirectory).values()];
    return Object.fromEntries(
      found.map(({ name, timeoutMs, triggers }): [string, FunctionState] => [
        name,
        {
          digest: book.digests[name] ?? null,
          timeoutSeconds: timeoutMs / 1000,
          memoryMegabytes: book.memory[name] ?? 0,
          variables: Object.fromEntries(
            Object.entries(book.variables[name] ?? {}).map(([key, value]) => [key, fingerprintOf(value)]),
          ),
          timers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.cron })),
          openApi: book.openApi[name] ?? [],
        },
      ]),
    );
  }

  private changeTimers(name: string, change: (present: readonly Timer[]) => readonly Timer[]): Promise<void> {
    const present = readFunctions(this.functionsDirectory).get(name);
    if (present === undefined) return Promise.reject(new Error(`there is no function ${name}`));
    this.writeConfig(name, present.timeoutMs / 1000, change(present.triggers));
    return Promise.resolve();
  }

  private writeConfig(name: string, timeout: number, timers: readonly Timer[]): void {
    const triggers = timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron }));
    const file = path.join(this.functionsDirectory, name, 'config.json');
    fs.writeFileSync(file, JSON.stringify({ timeout, triggers }));
  }

  private bookFile(): string {
    return path.join(this.directory, 'book.json');
  }

  private book(): Book {
    if (fs.existsSync(this.bookFile())) return parseBook(fs.readFileSync(this.bookFile(), 'utf8'));
    const nothing = {
      closed: [],
      variables: {},
      digests: {},
      memory: {},
      openApi: {},
      uploads: [],
      routes: {},
    };
    return { ...nothing, functionRule: null };
  }

  private write(change: (book: Book) => unknown): Promise<void> {
    const book = this.book();
    change(book);
    fs.writeFileSync(this.bookFile(), JSON.stringify(book));
    return Promise.resolve();
  }
}

interface LocalIndex {
  readonly name: string;
  readonly unique?: boolean;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 | '2dsphere' }[];
}

function toDeclaration({ name, unique, keys }: LocalIndex): IndexDeclaration {
  return {
    name,
    keys: keys.map(({ field, direction }) => ({ field, direction: direction === -1 ? -1 : 1 })),
    ...(unique === true ? { unique } : {}),
  };
}

function filesBelow(directory: string): [name: string, md5: string][] {
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [
      path.relative(directory, file).split(path.sep).join('/'),
      createHash('md5').update(fs.readFileSync(file)).digest('hex'),
    ]);
}

function parseBook(text: string): Book {
  return JSON.parse(text) as Book;
}

function parseRows(rows: readonly StoredRow[]): JsonObject[] {
  return rows as unknown as JsonObject[];
}
