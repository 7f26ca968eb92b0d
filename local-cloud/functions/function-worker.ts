/**
 * Runs inside a worker thread: loads one function and calls its `main`, one invocation at a time.
 * Bundled to a single CommonJS file (`dist/local-cloud/function-worker.js`).
 */
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { jsonTextOf } from '../host/json';
import { installVirtualDate } from './virtual-date';
import type { InvokeMessage, LogLevel, WorkerMessage, WorkerStart } from './worker-messages';

type Main = (event: unknown, context: object) => unknown;

const setClockOffset = installVirtualDate();
let currentInvocation: string | null = null;

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function captureConsole(): void {
  const levels: Array<[keyof Console & ('debug' | 'log' | 'info' | 'warn' | 'error'), LogLevel]> = [
    ['debug', 'debug'],
    ['log', 'info'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
  ];
  for (const [method, level] of levels) {
    console[method] = (...values: unknown[]) => {
      send({ type: 'log', invocationId: currentInvocation, level, text: format(...values) });
    };
  }
}

function parseMain(exports: unknown): Main {
  const main = (exports as { main?: unknown }).main;
  if (typeof main !== 'function') throw new Error('the function does not export main(event, context)');
  return main as Main;
}

function parseStart(value: unknown): WorkerStart {
  return value as WorkerStart;
}

function textOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return format(error);
}

function applyEnvironment(environment: InvokeMessage['environment']): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === null) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

function contextOf(message: InvokeMessage): object {
  const deadlineAt = performance.now() + message.timeoutMs;
  return {
    request_id: message.invocationId,
    function_name: message.functionName,
    function_version: '$LATEST',
    memory_limit_in_mb: 256,
    time_limit_in_ms: message.timeoutMs,
    namespace: process.env['SCF_NAMESPACE'] ?? '',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadlineAt - performance.now())),
  };
}

async function invoke(main: Main, message: InvokeMessage): Promise<void> {
  const { invocationId } = message;
  currentInvocation = invocationId;
  applyEnvironment(message.environment);
  setClockOffset(message.clockOffsetMs);
  try {
    const result = await main(JSON.parse(message.eventText), contextOf(message));
    send({ type: 'result', invocationId, text: jsonTextOf(result) });
  } catch (error) {
    send({ type: 'failure', invocationId, message: textOf(error) });
  } finally {
    currentInvocation = null;
  }
}

function start(): void {
  const { entryFile, clockOffsetMs } = parseStart(workerData);
  setClockOffset(clockOffsetMs);
  captureConsole();
  try {
    const main = parseMain(createRequire(entryFile)(entryFile));
    parentPort?.on('message', (message: InvokeMessage) => void invoke(main, message));
    send({ type: 'ready' });
  } catch (error) {
    send({ type: 'loadFailed', message: textOf(error) });
  }
}

start();
