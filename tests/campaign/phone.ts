/**
 * A phone of the campaign: the app's own outbox over storage that outlives it, a clock that is wrong, and a
 * network that comes and goes. Nothing of the server is simulated here but the way to it.
 */
import { ApiError } from '@/lib/api-error';
import { Outbox, type KeptProcedure } from '@/lib/outbox-core';
import type { InputOf, OutputOf } from '@contract/procedures';
import { handlers } from '@server/handlers';
import { handleRequest } from '@server/kernel/router';
import type { World } from './world';

export interface Road {
  readonly world: World;
  readonly random: () => number;
  readonly count: (name: string) => void;
  /** when each request reached the cloud, by its id */
  readonly deliveries: Map<string, number[]>;
  /** calm: nothing is lost on the way */
  isCalm: boolean;
}

const LOST = 0.06;
const TWICE = 0.06;

export class Phone {
  private stored = '[]';
  private outbox = this.launch();

  /** `skewMs`: how far its clock is off; the app knows it from earlier answers (SC1), to some seconds. */
  constructor(
    readonly owner: string,
    private readonly road: Road,
    private readonly skewMs: number,
    private readonly errorMs: number,
  ) {}

  /** The server's clock as this phone knows it. */
  serverNow(): number {
    return this.road.world.now + this.errorMs;
  }

  /** Stored before it is sent; without a network it stays. */
  async do<Name extends KeptProcedure>(name: Name, input: InputOf<Name>, isOnline: boolean): Promise<void> {
    if (!isOnline) this.outbox.add({ requestId: input.requestId, procedure: name, input });
    else await this.outbox.send(name, input).catch(() => undefined);
  }

  async upload(): Promise<void> {
    await this.outbox.replay();
  }

  waiting(): number {
    return this.outbox.list().length;
  }

  /** The app is closed and opened: what was in its memory is gone. */
  restart(): void {
    this.road.count('app restarted');
    this.outbox = this.launch();
  }

  private launch(): Outbox {
    return new Outbox({
      read: () => parseStored(this.stored),
      write: (entries) => {
        this.stored = JSON.stringify(entries);
        return true;
      },
      owner: () => this.owner,
      call: (name, input) => this.call(name, input),
      now: () => this.road.world.now + this.skewMs,
    });
  }

  private async call<Name extends KeptProcedure>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const { isCalm, random, count } = this.road;
    if (!isCalm && random() < LOST) {
      count('request lost');
      throw new ApiError('network.timeout', {}, true);
    }
    const again = !isCalm && random() < TWICE ? this.send(name, input) : null;
    if (again !== null) count('delivered twice');
    const [answer] = await Promise.all([this.send(name, input), again]);
    if (!isCalm && random() < LOST) {
      count('answer lost');
      throw new ApiError('network.timeout', {}, true);
    }
    if (!answer.ok) throw new ApiError(answer.error.code, answer.error.params, answer.error.retryable);
    return parseOutput<Name>(answer.value);
  }

  private async send(procedure: string, input: { readonly requestId: string }) {
    const { world, count, deliveries } = this.road;
    deliveries.set(input.requestId, [...(deliveries.get(input.requestId) ?? []), world.now]);
    const answer = await handleRequest(handlers, world.ports, { procedure, input }, this.owner);
    count(answer.ok ? 'accepted' : `answered ${answer.error.code}`);
    return answer;
  }
}

function parseStored(text: string): unknown {
  return JSON.parse(text);
}

function parseOutput<Name extends KeptProcedure>(value: unknown): OutputOf<Name> {
  return value as OutputOf<Name>;
}
