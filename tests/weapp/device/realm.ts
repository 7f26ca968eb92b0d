/**
 * Where the app's own code runs: a fresh global with what WeChat gives and nothing else. No window, document,
 * process, fetch, URL or AbortController to lean on, and no code from strings.
 */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

type Loose = Readonly<Record<string, unknown>>;
type ModuleFunction = (require: (request: string) => unknown, module: object, exports: object) => void;

export class Realm {
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: object }>();
  private readonly timers = new Set<NodeJS.Timeout>();

  /** `globals`: WeChat's names, `wx` and `Page` among them. `report` hears what the app's timers throw. */
  constructor(
    private readonly directory: string,
    globals: Loose,
    private readonly report: (error: unknown) => void,
  ) {
    const console = {
      ...quietConsole,
      error: (...parts: unknown[]) => {
        report(wordsOf(parts));
      },
    };
    this.context = vm.createContext(
      { ...globals, ...this.timerFunctions(), console },
      { codeGeneration: { strings: false, wasm: false } },
    );
    // JavaScript has them; WeChat's engines do not, or not on every phone.
    for (const name of ['WebAssembly', 'SharedArrayBuffer']) {
      vm.runInContext(`delete globalThis.${name};`, this.context);
    }
  }

  /** Runs a file of the build once and answers what it exports. */
  require(file: string): unknown {
    const known = this.modules.get(file);
    if (known !== undefined) return known.exports;
    const source = fs.readFileSync(path.join(this.directory, file), 'utf8');
    const module: { exports: object } = { exports: {} };
    this.modules.set(file, module);
    const body = vm.compileFunction(source, ['require', 'module', 'exports'], {
      parsingContext: this.context,
      filename: file,
    });
    const run = parseModuleFunction(body);
    run((request) => this.require(resolveRequest(file, request)), module, module.exports);
    return module.exports;
  }

  /** A value of this realm, as if the app had parsed it itself. */
  adopt(value: unknown): unknown {
    if (value === undefined) return undefined;
    const parse = parseJsonParser(vm.runInContext('JSON.parse', this.context));
    return parse(JSON.stringify(value));
  }

  /** No timer of the app fires after this. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private timerFunctions(): Loose {
    const guarded = (callback: unknown, rest: unknown[]) => () => {
      try {
        parseCallback(callback)(...rest);
      } catch (error) {
        this.report(error);
      }
    };
    const keep = (timer: NodeJS.Timeout): number => {
      this.timers.add(timer);
      return timer[Symbol.toPrimitive]();
    };
    const clear = (id: unknown): void => {
      if (typeof id === 'number') clearTimeout(id);
    };
    return {
      setTimeout: (callback: unknown, delay: number, ...rest: unknown[]) =>
        keep(setTimeout(guarded(callback, rest), delay)),
      setInterval: (callback: unknown, delay: number, ...rest: unknown[]) =>
        keep(setInterval(guarded(callback, rest), delay)),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }
}

const silent = (): void => undefined;
const quietConsole = {
  log: silent,
  info: silent,
  debug: silent,
  warn: silent,
  group: silent,
  groupEnd: silent,
};

function wordsOf(parts: readonly unknown[]): string {
  return parts.map((part) => errorText(part)).join(' ');
}

/** An error's stack wherever it was made: `instanceof Error` does not reach over realms. */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { stack, message, errMsg } = parseErrorFields(error);
  for (const text of [stack, message, errMsg]) if (typeof text === 'string' && text !== '') return text;
  return JSON.stringify(error);
}

function parseErrorFields(error: object): { stack?: unknown; message?: unknown; errMsg?: unknown } {
  return error;
}

function resolveRequest(from: string, request: string): string {
  const file = path.posix.join(path.posix.dirname(from), request);
  return file.endsWith('.js') ? file : `${file}.js`;
}

function parseModuleFunction(value: unknown): ModuleFunction {
  return value as ModuleFunction;
}

function parseJsonParser(value: unknown): (text: string) => unknown {
  return value as (text: string) => unknown;
}

function parseCallback(value: unknown): (...rest: unknown[]) => void {
  return value as (...rest: unknown[]) => void;
}
