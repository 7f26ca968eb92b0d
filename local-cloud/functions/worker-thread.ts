import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../host/json';
import type { FunctionDefinition } from './function-config';
import { parseWorkerMessage, type InvokeMessage, type LogLevel, type WorkerMessage } from './worker-messages';

export type InvocationResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

export type LogListener = (invocationId: string | null, level: LogLevel, text: string) => void;

export interface ThreadOptions {
  readonly workerFile: string;
  readonly definition: FunctionDefinition;
  readonly environment: Record<string, string>;
  readonly clockOffsetMs: number;
  readonly index: number;
  readonly onLog: LogListener;
}

/** Loading has its own, generous limit: on the platform it is not part of the function's timeout. */
const LOAD_TIMEOUT_MS = 300_000;
const MAX_HEAP_MB = 512;

function failure(code: string, message: string): InvocationResult {
  return { ok: false, code, message };
}

/** One instance of a function: a worker thread that handles one invocation at a time and dies of a crash. */
export class WorkerThread {
  readonly index: number;
  readonly sourceVersion: number;
  isDead = false;
  invocationCount = 0;
  private readonly worker: Worker;
  private readonly ready: Promise<string | null>;
  private resolveReady: (problem: string | null) => void = () => undefined;
  private settle: ((result: InvocationResult) => void) | null = null;
  private current: string | null = null;

  constructor(private readonly options: ThreadOptions) {
    this.index = options.index;
    this.sourceVersion = sourceVersionOf(options.definition);
    this.ready = new Promise((resolve) => (this.resolveReady = resolve));
    this.worker = new Worker(options.workerFile, {
      env: { ...options.environment },
      workerData: { entryFile: options.definition.entryFile, clockOffsetMs: options.clockOffsetMs },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    this.worker.unref();
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.on('message', (message) => this.onMessage(parseWorkerMessage(message)));
    this.worker.on('error', (error) =>
      this.die('FUNCTIONS_EXECUTE_FAIL', `the function crashed: ${stackOf(error)}`),
    );
    this.worker.on('exit', (code) =>
      this.die('FUNCTIONS_EXECUTE_FAIL', `the function exited with code ${code}`),
    );
  }

  /**
   * Runs one invocation; never rejects. The thread may be dead afterwards. The message is made when the
   * thread is loaded: the clock may have moved meanwhile.
   */
  async run(messageOf: () => InvokeMessage): Promise<InvocationResult> {
    this.invocationCount += 1;
    const problem = await this.load();
    if (problem !== null) {
      this.terminate('FUNCTIONS_EXECUTE_FAIL', problem);
      return failure('FUNCTIONS_EXECUTE_FAIL', problem);
    }
    const message = messageOf();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        const seconds = message.timeoutMs / 1000;
        this.terminate('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`);
      }, message.timeoutMs);
      this.current = message.invocationId;
      this.settle = (result) => {
        clearTimeout(timer);
        this.settle = null;
        this.current = null;
        resolve(result);
      };
      this.worker.postMessage(message);
    });
  }

  /** Ends the thread at once, in the middle of whatever it does; a running invocation gets this answer. */
  terminate(code: string, message: string): void {
    this.die(code, message);
    void this.worker.terminate();
  }

  get currentInvocation(): string | null {
    return this.current;
  }

  private async load(): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('the function took too long to load'), LOAD_TIMEOUT_MS);
    });
    const problem = await Promise.race([this.ready, limit]);
    clearTimeout(timer);
    return problem;
  }

  private onMessage(message: WorkerMessage): void {
    if (message.type === 'ready') this.resolveReady(null);
    else if (message.type === 'loadFailed') this.resolveReady(message.message);
    else if (message.type === 'log') this.options.onLog(message.invocationId, message.level, message.text);
    else if (message.invocationId !== this.current) return;
    else if (message.type === 'result') this.settle?.({ ok: true, text: message.text });
    else this.settle?.(failure('FUNCTIONS_EXECUTE_FAIL', message.message));
  }

  private die(code: string, message: string): void {
    if (this.isDead) return;
    this.isDead = true;
    this.resolveReady(message);
    this.settle?.(failure(code, message));
  }
}

/** Changes when the function is built anew. */
export function sourceVersionOf(definition: FunctionDefinition): number {
  try {
    return statSync(definition.entryFile).mtimeMs;
  } catch {
    return 0;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : messageOf(error);
}
