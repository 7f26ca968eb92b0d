import type { FunctionDefinition } from './function-config';
import { sourceVersionOf, type WorkerThread } from './worker-thread';

/** Calls made by functions to functions may exceed the pool's size, or callers would wait for each other. */
const NESTED_OVERFLOW = 32;

/** Instances of one function: started when needed, reused when free, replaced when dead or out of date. */
export class WorkerPool {
  coldStarts = 0;
  /** Each live instance with the generation it was started in. */
  private readonly threads = new Map<WorkerThread, number>();
  private readonly idle: WorkerThread[] = [];
  private readonly waiting: Array<(thread: WorkerThread) => void> = [];
  private nextIndex = 0;
  private generation = 0;

  constructor(
    readonly definition: FunctionDefinition,
    private readonly size: number,
    private readonly spawn: (definition: FunctionDefinition, index: number) => WorkerThread,
  ) {}

  get threadCount(): number {
    return this.threads.size;
  }

  /** A free instance; waits when all are busy. Give it back with `release`. */
  acquire(isNested: boolean): Promise<WorkerThread> {
    const version = sourceVersionOf(this.definition);
    for (let thread = this.idle.pop(); thread !== undefined; thread = this.idle.pop()) {
      if (!thread.isDead && thread.sourceVersion === version) return Promise.resolve(thread);
      this.discard(thread);
    }
    this.forgetDead();
    if (this.threads.size < this.size + (isNested ? NESTED_OVERFLOW : 0))
      return Promise.resolve(this.start());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  release(thread: WorkerThread): void {
    if (thread.isDead) {
      this.threads.delete(thread);
      this.waiting.shift()?.(this.start());
      return;
    }
    if (this.threads.get(thread) !== this.generation) {
      this.discard(thread);
      this.waiting.shift()?.(this.start());
      return;
    }
    const next = this.waiting.shift();
    if (next !== undefined) next(thread);
    else if (this.threads.size > this.size) this.discard(thread);
    else this.idle.push(thread);
  }

  threadRunning(invocationId: string): WorkerThread | undefined {
    return [...this.threads.keys()].find((thread) => thread.currentInvocation === invocationId);
  }

  /** Ends every instance; running invocations fail with `reason`. */
  stop(reason: string): void {
    for (const thread of this.threads.keys()) thread.terminate('FUNCTIONS_EXECUTE_FAIL', reason);
    this.threads.clear();
    this.idle.length = 0;
  }

  /** Ends the idle instances, and the busy ones when they finish: later invocations start cold. */
  recycle(): void {
    this.generation += 1;
    for (const thread of this.idle.splice(0)) this.discard(thread);
  }

  private start(): WorkerThread {
    const thread = this.spawn(this.definition, this.nextIndex);
    this.nextIndex += 1;
    this.coldStarts += 1;
    this.threads.set(thread, this.generation);
    return thread;
  }

  private discard(thread: WorkerThread): void {
    this.threads.delete(thread);
    thread.terminate('FUNCTIONS_EXECUTE_FAIL', 'the instance was replaced');
  }

  private forgetDead(): void {
    for (const thread of this.threads.keys()) if (thread.isDead) this.threads.delete(thread);
  }
}
