/**
 * A phone of the week: the app's own outbox over a storage that outlives the app, a clock that is wrong,
 * and a network that comes and goes.
 */
import { ApiError } from '@/lib/api-error';
import { Outbox, type KeptProcedure, type OutboxEntry } from '@/lib/outbox-core';
import type { InputOf, OutputOf } from '@contract/procedures';
import type { Failure } from '@contract/wire';
import type { Road } from './road';

/** What a person was told at last: an output, or a refusal by name. */
export type Final = <Name extends KeptProcedure>(
  openId: string,
  name: Name,
  input: InputOf<Name>,
  answer: { readonly output: OutputOf<Name> } | { readonly refusal: Failure },
) => void;

export class Phone {
  private stored: readonly OutboxEntry[] = [];
  private outbox = this.launch();
  isOnline = true;

  /** `skewMs`: how far its clock is from the true time. */
  constructor(
    readonly owner: string,
    private readonly road: Road,
    private readonly skewMs: number,
    /** how far it is wrong about the server's clock (SC1) */
    private readonly errorMs: number,
    private readonly onFinal: Final,
  ) {}

  /** The server's clock as this phone knows it. */
  serverNow(): number {
    return this.road.now() + this.errorMs;
  }

  /** Stored before it is sent; without a network it waits. */
  async do<Name extends KeptProcedure>(name: Name, input: InputOf<Name>): Promise<void> {
    this.road.count('commands stored');
    if (this.isOnline) await this.outbox.send(name, input).catch(() => undefined);
    else {
      this.road.count('stored without a network');
      this.outbox.add({ requestId: input.requestId, procedure: name, input });
    }
  }

  async upload(): Promise<void> {
    if (this.isOnline && this.waiting() > 0) await this.outbox.replay();
  }

  waiting(): number {
    return this.outbox.list().length;
  }

  /** How long the oldest command has waited, ms. */
  waitingMs(): number {
    const [oldest] = this.outbox.list();
    return oldest === undefined ? 0 : this.road.now() + this.skewMs - oldest.addedAt;
  }

  /** The app is closed and opened: what was in its memory is gone. */
  restart(): void {
    this.road.count('app restarted');
    this.outbox = this.launch();
  }

  private launch(): Outbox {
    const outbox: Outbox = new Outbox({
      read: () => this.stored,
      write: (entries) => {
        this.stored = parseStored(JSON.stringify(entries));
        return true;
      },
      owner: () => this.owner,
      call: (name, input) => this.call(name, input, () => this.outbox === outbox),
      now: () => this.road.now() + this.skewMs,
    });
    return outbox;
  }

  /** An app that was closed meanwhile hears no answer. */
  private async call<Name extends KeptProcedure>(
    name: Name,
    input: InputOf<Name>,
    isOpen: () => boolean,
  ): Promise<OutputOf<Name>> {
    const answer = await this.road.ask(this.owner, name, input);
    if (answer === null || !isOpen()) throw new ApiError('network.timeout', {}, true);
    if (answer.ok) {
      this.onFinal(this.owner, name, input, { output: answer.value });
      return answer.value;
    }
    const { code, params, retryable } = answer.error;
    if (!retryable) this.onFinal(this.owner, name, input, { refusal: answer.error });
    throw new ApiError(code, params, retryable);
  }
}

function parseStored(text: string): readonly OutboxEntry[] {
  return JSON.parse(text) as readonly OutboxEntry[];
}
