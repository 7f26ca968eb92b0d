import { randomUUID } from 'node:crypto';
import type { FaultInjector } from '../faults/fault-injector';
import type { VirtualClock } from '../host/clock';
import { LOCAL_APP_ID, type Identity } from '../host/identity';
import { isJsonObject, parseJson, type JsonValue } from '../host/json';
import { readFunctions, type FunctionDefinition } from './function-config';
import { InvocationLog } from './invocation-log';
import { addLog, keptJson, type InvocationRecord } from './invocation-record';
import { invocationEnvironment } from './worker-environment';
import type { InvokeMessage } from './worker-messages';
import { WorkerPool } from './worker-pool';
import { WorkerThread, type InvocationResult } from './worker-thread';

export interface FunctionHostOptions {
  readonly functionsDirectory: string;
  readonly workerFile: string;
  readonly environment: Record<string, string>;
  /** Instances per function. */
  readonly poolSize: number;
  /** How many times its own limit an invocation may take. */
  readonly timeLimitFactor: number;
  readonly clock: VirtualClock;
  readonly faults: FaultInjector;
  /** Where the SDK of one invocation sends its requests. */
  readonly adminUrlOf: (invocationId: string) => string;
}

export interface InvocationRequest {
  readonly functionName: string;
  readonly event: JsonValue;
  readonly identity: Identity;
  readonly trigger: InvocationRecord['trigger'];
  readonly parentId?: string | undefined;
}

export interface InvocationAnswer {
  readonly id: string;
  readonly result: InvocationResult;
}

/** Results to a client are limited to 1 MB on the platform. */
const MAX_RESULT_BYTES = 1024 * 1024;

/** Runs functions in worker threads and remembers what happened. */
export class FunctionHost {
  readonly records = new InvocationLog();
  private readonly pools = new Map<string, WorkerPool>();
  private readonly running = new Map<string, InvocationRecord>();
  private nextSequence = 1;
  private definitions: Map<string, FunctionDefinition>;

  constructor(private readonly options: FunctionHostOptions) {
    this.definitions = readFunctions(options.functionsDirectory);
  }

  /** The deployed functions; read again when one is asked for that was not there before. */
  list(): FunctionDefinition[] {
    return [...this.definitions.values()];
  }

  find(name: string): FunctionDefinition | undefined {
    if (!this.definitions.has(name)) this.definitions = readFunctions(this.options.functionsDirectory);
    return this.definitions.get(name);
  }

  describe(name: string): { workers: number; coldStarts: number } {
    const pool = this.pools.get(name);
    return { workers: pool?.threadCount ?? 0, coldStarts: pool?.coldStarts ?? 0 };
  }

  /** Delivers one event; never rejects. A duplicate-delivery fault runs it twice, the first answer counts. */
  async invoke(request: InvocationRequest): Promise<InvocationAnswer> {
    const definition = this.find(request.functionName);
    if (definition === undefined) {
      const message = `function ${request.functionName} is not deployed`;
      return { id: randomUUID(), result: { ok: false, code: 'FUNCTION_NOT_FOUND', message } };
    }
    const first = this.open(request, null);
    const copies = this.options.faults
      .fire('duplicateDelivery', request.functionName)
      .map(() => this.open(request, first.id));
    const deliveries = [first, ...copies].map((record) => this.deliver(definition, request, record));
    const [result] = await Promise.all(deliveries);
    return { id: first.id, result: result ?? { ok: false, code: 'SYS_ERR', message: 'no answer' } };
  }

  record(invocationId: string): InvocationRecord | undefined {
    return this.running.get(invocationId);
  }

  /** Ends the instance in the middle of this invocation, as when the platform reclaims it. */
  kill(invocationId: string): void {
    for (const pool of this.pools.values()) {
      pool
        .threadRunning(invocationId)
        ?.terminate('FUNCTIONS_EXECUTE_FAIL', 'the instance was killed (fault)');
    }
  }

  /** Forgets what functions keep in memory between invocations. */
  recycle(): void {
    for (const pool of this.pools.values()) pool.recycle();
  }

  /** Waits up to `graceMs` for running invocations, then ends every instance. */
  async stop(graceMs: number): Promise<void> {
    const deadlineAt = Date.now() + graceMs;
    while (this.running.size > 0 && Date.now() < deadlineAt) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const pool of this.pools.values()) pool.stop('the local cloud is stopping');
  }

  private open(request: InvocationRequest, duplicateOf: string | null): InvocationRecord {
    const eventText = JSON.stringify(request.event);
    const record: InvocationRecord = {
      id: randomUUID(),
      sequence: this.nextSequence,
      functionName: request.functionName,
      trigger: request.trigger,
      parentId: request.parentId ?? null,
      duplicateOf,
      openid: request.identity.openid,
      startedAt: this.options.clock.now(),
      event: keptJson(request.event, eventText),
      durationMs: null,
      outcome: 'running',
      message: null,
      result: null,
      workerIndex: null,
      isColdStart: false,
      adminCallCount: 0,
      adminCalls: [],
      logs: [],
    };
    this.nextSequence += 1;
    this.running.set(record.id, record);
    this.records.push(record);
    return record;
  }

  private async deliver(
    definition: FunctionDefinition,
    request: InvocationRequest,
    record: InvocationRecord,
  ): Promise<InvocationResult> {
    const startedAt = performance.now();
    const pool = this.poolOf(definition);
    const thread = await pool.acquire(request.trigger === 'nested');
    record.workerIndex = thread.index;
    record.isColdStart = thread.invocationCount === 0;
    const result = limitSize(await thread.run(() => this.messageOf(definition, request, record, thread)));
    pool.release(thread);
    this.close(record, result, performance.now() - startedAt);
    return result;
  }

  private messageOf(
    definition: FunctionDefinition,
    request: InvocationRequest,
    record: InvocationRecord,
    thread: WorkerThread,
  ): InvokeMessage {
    const { clock, faults } = this.options;
    const skews = faults.fire(
      'clockOffset',
      definition.name,
      (rule) => rule.worker === null || rule.worker === thread.index,
    );
    return {
      type: 'invoke',
      invocationId: record.id,
      functionName: definition.name,
      eventText: JSON.stringify(withUserInfo(request)),
      timeoutMs: definition.timeoutMs * this.options.timeLimitFactor,
      clockOffsetMs: clock.offsetMs + skews.reduce((sum, rule) => sum + rule.ms, 0),
      environment: invocationEnvironment(
        request.identity,
        this.options.adminUrlOf(record.id),
        request.trigger === 'timer',
      ),
    };
  }

  private close(record: InvocationRecord, result: InvocationResult, durationMs: number): void {
    record.durationMs = Math.round(durationMs * 10) / 10;
    record.outcome = result.ok ? 'ok' : result.code;
    record.message = result.ok ? null : result.message;
    record.result = result.ok ? keptJson(parseJson(result.text), result.text) : null;
    this.running.delete(record.id);
  }

  private poolOf(definition: FunctionDefinition): WorkerPool {
    const existing = this.pools.get(definition.name);
    if (existing !== undefined) return existing;
    const pool = new WorkerPool(definition, this.options.poolSize, (spawned, index) =>
      this.spawn(spawned, index),
    );
    this.pools.set(definition.name, pool);
    return pool;
  }

  private spawn(definition: FunctionDefinition, index: number): WorkerThread {
    return new WorkerThread({
      workerFile: this.options.workerFile,
      definition,
      index,
      environment: this.options.environment,
      clockOffsetMs: this.options.clock.offsetMs,
      onLog: (invocationId, level, text) => {
        const record = invocationId === null ? undefined : this.running.get(invocationId);
        if (record !== undefined) addLog(record, level, text);
      },
    });
  }
}

/** As on the platform: a call by a person carries who that is inside the event, too. */
function withUserInfo({ event, identity }: InvocationRequest): JsonValue {
  if (!isJsonObject(event) || identity.openid === '') return event;
  return { ...event, userInfo: { appId: LOCAL_APP_ID, openId: identity.openid } };
}

function limitSize(result: InvocationResult): InvocationResult {
  if (!result.ok || Buffer.byteLength(result.text) <= MAX_RESULT_BYTES) return result;
  return { ok: false, code: 'FUNCTIONS_RESULT_TOO_LARGE', message: 'a function result may not exceed 1 MB' };
}
