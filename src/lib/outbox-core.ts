/**
 * Commands that must not be lost (AT1). A command is stored before it is sent and leaves the box only when the server
 * has answered for good; until then it is sent again with the same `requestId`, which the server recognises.
 */
import { procedures, type InputOf, type OutputOf } from '@contract/procedures';
import { z } from '@contract/zod';

import { toApiError, type ApiError } from './api-error';

const KEPT_PROCEDURES = [
  'attendance.checkIn',
  'attendance.checkOut',
  'attendance.enrol',
  'attendance.cancelEnrolment',
] as const;
/** None of these carries personal data, so they may lie in the phone's storage. */
export type KeptProcedure = (typeof KEPT_PROCEDURES)[number];

export interface OutboxEntry {
  readonly requestId: string;
  readonly procedure: KeptProcedure;
  readonly input: unknown;
  /** epoch ms, this device's clock */
  readonly addedAt: number;
  /** who was signed in: another person's command is never sent as mine */
  readonly owner: string;
}
const entrySchema = z.object({
  requestId: z.string(),
  procedure: z.enum(KEPT_PROCEDURES),
  input: z.unknown(),
  addedAt: z.number(),
  owner: z.string(),
});

/** AT5: after a day a command is no longer worth sending. */
export const OUTBOX_LIFE_MS = 24 * 3_600_000;
/** More than anybody taps in a day; the oldest give way. */
export const OUTBOX_MAXIMUM = 50;

export interface OutboxPorts {
  readonly read: () => unknown;
  readonly write: (entries: readonly OutboxEntry[]) => void;
  readonly owner: () => string;
  readonly call: <N extends KeptProcedure>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  readonly now: () => number;
}
export type Replay =
  | { readonly entry: OutboxEntry; readonly kind: 'done' }
  | { readonly entry: OutboxEntry; readonly kind: 'refused' | 'waiting'; readonly error: ApiError };

export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly inFlight = new Map<string, Promise<unknown>>();
  constructor(private readonly ports: OutboxPorts) {}

  /** Mine, oldest first. */
  list(): readonly OutboxEntry[] {
    const owner = this.ports.owner();
    return this.readAll().filter((entry) => entry.owner === owner);
  }

  add(entry: Pick<OutboxEntry, 'requestId' | 'procedure' | 'input'>): void {
    const others = this.readAll().filter((other) => other.requestId !== entry.requestId);
    const added = { ...entry, addedAt: this.ports.now(), owner: this.ports.owner() };
    this.writeAll([...others, added].slice(-OUTBOX_MAXIMUM));
  }

  settle(requestId: string): void {
    this.writeAll(this.readAll().filter((entry) => entry.requestId !== requestId));
  }

  /** Stores, sends, and settles on any final answer. Rejects with an ApiError; an undecided command stays stored. */
  async send<N extends KeptProcedure>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>> {
    this.add({ requestId: input.requestId, procedure, input });
    const sending = this.deliver(procedure, input);
    this.inFlight.set(input.requestId, sending);
    try {
      return await sending;
    } finally {
      this.inFlight.delete(input.requestId);
    }
  }

  /** Sends again what is waiting, one after another; stops at the first sign that the network is still away. */
  async replay(): Promise<Replay[]> {
    const outcomes: Replay[] = [];
    for (const entry of this.list()) {
      if (this.inFlight.has(entry.requestId)) continue;
      const outcome = await this.replayOne(entry);
      outcomes.push(outcome);
      if (outcome.kind === 'waiting' && outcome.error.code.startsWith('network.')) break;
    }
    return outcomes;
  }

  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async replayOne(entry: OutboxEntry): Promise<Replay> {
    try {
      const input = parseKeptInput(entry.procedure, entry.input);
      if (input === null) this.settle(entry.requestId);
      else await this.send(entry.procedure, input);
      return { entry, kind: 'done' };
    } catch (thrown) {
      const error = toApiError(thrown);
      return { entry, kind: error.isUndecided ? 'waiting' : 'refused', error };
    }
  }

  private async deliver<N extends KeptProcedure>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>> {
    try {
      const output = await this.ports.call(procedure, input);
      this.settle(input.requestId);
      return output;
    } catch (thrown) {
      const error = toApiError(thrown);
      if (!error.isUndecided) this.settle(input.requestId);
      throw error;
    }
  }

  private readAll(): OutboxEntry[] {
    const read = z.array(entrySchema).safeParse(this.ports.read());
    const oldest = this.ports.now() - OUTBOX_LIFE_MS;
    return read.success ? read.data.filter((entry) => entry.addedAt > oldest) : [];
  }

  private writeAll(entries: readonly OutboxEntry[]): void {
    this.ports.write(entries);
    for (const listener of this.listeners) listener();
  }
}

/** Null when the stored input is no longer what the contract asks for. */
function parseKeptInput<N extends KeptProcedure>(procedure: N, input: unknown): InputOf<N> | null {
  return procedures[procedure].input.safeParse(input).success ? (input as InputOf<N>) : null;
}
