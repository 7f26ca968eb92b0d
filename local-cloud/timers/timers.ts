import type { FunctionDefinition, TimerTrigger } from '../functions/function-config';
import type { InvocationAnswer } from '../functions/function-host';
import type { VirtualClock } from '../host/clock';
import { HttpError } from '../host/http-error';
import type { JsonObject } from '../host/json';
import { parseCron, type CronSchedule } from './cron';

export interface TimerState {
  readonly functionName: string;
  readonly triggerName: string;
  readonly cron: string;
  nextRunAt: number | null;
  lastRunAt: number | null;
  lastDurationMs: number | null;
  /** 'ok', or the error's code; null before the first run. */
  lastOutcome: string | null;
  lastMessage: string | null;
  runCount: number;
}

export type TimerInvoker = (functionName: string, event: JsonObject) => Promise<InvocationAnswer>;

interface Timer {
  readonly schedule: CronSchedule;
  readonly state: TimerState;
}

/** The longest wait handed to setTimeout, whose own limit is 2^31 - 1 ms. */
const MAX_WAIT_MS = 3_600_000;

/**
 * Fires timer triggers by the virtual clock. When the clock jumps over several due times only one run
 * follows, as after an outage of the platform; a run that is still going does not hold back the next.
 */
export class Timers {
  private readonly timers: Timer[];
  private pending: NodeJS.Timeout | undefined;
  private readonly unsubscribe: () => void = () => undefined;

  constructor(
    definitions: FunctionDefinition[],
    private readonly clock: VirtualClock,
    private readonly invoke: TimerInvoker,
    private readonly isAutomatic: boolean,
  ) {
    this.timers = definitions.flatMap((definition) =>
      definition.triggers.map((trigger) => newTimer(definition.name, trigger, clock.now())),
    );
    if (!isAutomatic) return;
    this.unsubscribe = clock.onChange(() => this.reschedule());
    this.arm();
  }

  list(): TimerState[] {
    if (this.isAutomatic) return this.timers.map(({ state }) => ({ ...state }));
    // Nobody waits for these: worked out for who looks, not at every move of the clock.
    const now = this.clock.now();
    return this.timers.map(({ schedule, state }) => ({ ...state, nextRunAt: schedule.nextAfter(now) }));
  }

  /** Runs the trigger of this function now, whatever its expression. Throws 404 when it has none. */
  runNow(functionName: string): Promise<InvocationAnswer> {
    const timer = this.timers.find((candidate) => candidate.state.functionName === functionName);
    if (timer === undefined)
      throw new HttpError(404, 'TIMER_NOT_FOUND', `function ${functionName} has no timer`);
    return this.run(timer);
  }

  stop(): void {
    clearTimeout(this.pending);
    this.pending = undefined;
    this.unsubscribe();
  }

  private async run(timer: Timer): Promise<InvocationAnswer> {
    const { state } = timer;
    const startedAt = this.clock.now();
    const started = performance.now();
    state.lastRunAt = startedAt;
    state.runCount += 1;
    const answer = await this.invoke(state.functionName, {
      Type: 'Timer',
      TriggerName: state.triggerName,
      Time: new Date(startedAt).toISOString(),
      Message: '',
    });
    state.lastDurationMs = Math.round(performance.now() - started);
    state.lastOutcome = answer.result.ok ? 'ok' : answer.result.code;
    state.lastMessage = answer.result.ok ? null : answer.result.message;
    return answer;
  }

  /** After a jump: what became due runs once; after a jump back the plan starts anew. */
  private reschedule(): void {
    const now = this.clock.now();
    for (const { schedule, state } of this.timers) {
      const next = schedule.nextAfter(now);
      if (state.nextRunAt === null || (next !== null && next < state.nextRunAt)) state.nextRunAt = next;
    }
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.pending);
    const dueTimes = this.timers.flatMap(({ state }) => (state.nextRunAt === null ? [] : [state.nextRunAt]));
    if (dueTimes.length === 0) return;
    const waitMs = Math.min(MAX_WAIT_MS, Math.max(0, Math.min(...dueTimes) - this.clock.now()));
    this.pending = setTimeout(() => this.fireDue(), waitMs);
    this.pending.unref();
  }

  private fireDue(): void {
    const now = this.clock.now();
    for (const timer of this.timers) {
      const { nextRunAt } = timer.state;
      if (nextRunAt === null || nextRunAt > now) continue;
      timer.state.nextRunAt = timer.schedule.nextAfter(now);
      void this.run(timer);
    }
    this.arm();
  }
}

function newTimer(functionName: string, trigger: TimerTrigger, now: number): Timer {
  const schedule = parseCron(trigger.cron);
  return {
    schedule,
    state: {
      functionName,
      triggerName: trigger.name,
      cron: trigger.cron,
      nextRunAt: schedule.nextAfter(now),
      lastRunAt: null,
      lastDurationMs: null,
      lastOutcome: null,
      lastMessage: null,
      runCount: 0,
    },
  };
}
