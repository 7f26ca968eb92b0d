/** The way of a request to the functions, and what came of it: one try, an answer or none. */
import { functionOf, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';
import { procedures } from '@contract/procedures';
import { responseSchema, type Failure } from '@contract/wire';
import type { LocalCloud } from '@local-cloud/host/local-cloud';

export type Answer<Name extends ProcedureName> =
  { readonly ok: true; readonly value: OutputOf<Name> } | { readonly ok: false; readonly error: Failure };

export class Road {
  readonly counts = new Map<string, number>();
  private requests = 0;

  constructor(
    readonly cloud: LocalCloud,
    private readonly seed: number,
  ) {}

  now(): number {
    return this.cloud.clock.now();
  }

  requestId(): string {
    this.requests += 1;
    return `week-${String(this.seed)}-${String(this.requests).padStart(10, '0')}`;
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  /** Null: nobody knows whether the function did the work. */
  async ask<Name extends ProcedureName>(
    openId: string,
    procedure: Name,
    input: InputOf<Name>,
  ): Promise<Answer<Name> | null> {
    this.count('sent');
    try {
      const response = await fetch(`${this.cloud.url}/v1/functions/${functionOf(procedure)}`, {
        method: 'POST',
        headers: { authorization: `Bearer openid:${openId}`, 'content-type': 'application/json' },
        body: JSON.stringify({ procedure, input }),
      });
      if (response.status === 200) {
        const answer = responseSchema.parse(await response.json());
        return answer.ok ? { ok: true, value: parseOutput(procedure, answer.value) } : answer;
      }
    } catch {
      // No answer.
    }
    this.count('no answer');
    return null;
  }
}

/** As the contract says. Throws when a function answers anything else. */
function parseOutput<Name extends ProcedureName>(name: Name, value: unknown): OutputOf<Name> {
  return procedures[name].output.parse(value) as OutputOf<Name>;
}
