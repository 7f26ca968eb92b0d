/** Who has no outbox – organisers, offices, a registration – sends a request again until it is answered. */
import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import type { Road } from './road';

const TRIES = 2;

export class Desk {
  /** by request id: to be sent again, unchanged */
  private readonly pending = new Map<string, () => Promise<boolean>>();

  constructor(private readonly road: Road) {}

  /** Calls `onDone` with the output when it is accepted, now or later. */
  async do<Name extends ProcedureName>(
    openId: string,
    name: Name,
    input: InputOf<Name> & { readonly requestId: string },
    onDone: (output: OutputOf<Name>) => void = () => undefined,
  ): Promise<void> {
    this.road.count('commands stored');
    const attempt = async (): Promise<boolean> => {
      const answer = await this.road.ask(openId, name, input);
      if (answer === null || (!answer.ok && answer.error.retryable)) return false;
      this.road.count('final answers');
      if (answer.ok) {
        this.road.count(`accepted: ${name}`);
        onDone(answer.value);
      } else this.road.count(`refused: ${answer.error.code}`);
      return true;
    };
    for (let tried = 0; tried < TRIES; tried += 1) if (await attempt()) return;
    this.pending.set(input.requestId, attempt);
  }

  async again(): Promise<void> {
    for (const [requestId, attempt] of [...this.pending]) if (await attempt()) this.pending.delete(requestId);
  }

  waiting(): number {
    return this.pending.size;
  }

  /** A query: null when there was no answer, or a refusal. */
  async look<Name extends ProcedureName>(
    openId: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name> | null> {
    const answer = await this.road.ask(openId, name, input);
    return answer?.ok === true ? answer.value : null;
  }
}
