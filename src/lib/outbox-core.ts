/**
 * Commands that must not be lost (AT1). A command is stored before it is sent and leaves the box only when
 * the server has answered for good; until then it is sent again with the same `requestId`, which the server
 * recognises.
 */
import { procedures, type InputOf, type OutputOf } from '@contract/procedures';
import * as z from 'zod';
import '@contract/zod-config';

import { toApiError, type ApiError } from './api-error';

const KEPT_PROCEDURES = [
  'attendance.checkIn',
  'attendance.checkOut',
  'attendance.tick',
  'attendance.enrol',
  'attendance.cancelEnrolment',
  'message.recordChoices',
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
/** What proves that somebody was there never vanishes unsaid: the server answers that it is too old. */
const PROOF_LIFE_MS = 7 * 24 * 3_600_000;
const PROOFS: readonly KeptProcedure[] = ['attendance.checkIn', 'attendance.checkOut', 'attendance.tick'];
/**
 * An organiser ticks 300 people in and out, and has room left; the oldest give way. A quarter of a megabyte.
 */
export const OUTBOX_MAXIMUM = 1_000;

export interface OutboxPorts {
  readonly read: () => unknown;
  /** false when the device is full */
  readonly write: (entries: readonly OutboxEntry[]) => boolean;
  readonly owner: () => string;
  readonly call: <N extends KeptProcedure>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  readonly now: () => number;
}
export type Replay =
  | { readonly entry: OutboxEntry; readonly kind: 'done' }
  | { readonly entry: OutboxEntry; readonly kind: 'refused' | 'waiting'; readonly error: ApiError };

/** How a command ended, for a screen that was waiting for it. */
export type Fate =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly error: ApiError };

export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly inFlight = new Map<string, Promise<unknown>>();
  private readonly fates = new Map<string, Fate>();
  constructor(private readonly ports: OutboxPorts) {}

  /** Mine, oldest first. */
  list(): readonly OutboxEntry[] {
    const owner = this.ports.owner();
    return this.readAll().filter((entry) => entry.owner === owner);
  }

  add(entry: Pick<OutboxEntry, 'requestId' | 'procedure' | 'input'>): void {
    const all = this.readAll();
    // Sent again: it keeps its age, so it still ends after a day.
    if (all.some((other) => other.requestId === entry.requestId)) return;
    const added = { ...entry, addedAt: this.ports.now(), owner: this.ports.owner() };
    this.writeAll([...all, added].slice(-OUTBOX_MAXIMUM));
  }

  settle(requestId: string): void {
    this.writeAll(this.readAll().filter((entry) => entry.requestId !== requestId));
  }

  /**
   * Stores, sends, and settles on any final answer. Rejects with an ApiError; an undecided command stays
   * stored.
   */
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

  /**
   * Sends again what is waiting, one after another; stops at the first sign that the network is still away.
   */
  async replay(): Promise<Replay[]> {
    const outcomes: Replay[] = [];
    for (const entry of this.list()) {
      // Sent by somebody else, or ended while those before it were sent.
      if (this.inFlight.has(entry.requestId) || this.fates.has(entry.requestId)) continue;
      const outcome = await this.replayOne(entry);
      outcomes.push(outcome);
      if (outcome.kind === 'waiting' && outcome.error.code.startsWith('network.')) break;
    }
    return outcomes;
  }

  /** The fate of a command that is waiting: joins a sending already under way, else sends again. */
  async resume(entry: OutboxEntry): Promise<Replay> {
    const underWay = this.inFlight.get(entry.requestId);
    return underWay === undefined ? this.replayOne(entry) : replayOf(entry, underWay);
  }

  /** How it ended since the app started; null while it has not. Known before the listeners are called. */
  fateOf(requestId: string): Fate | null {
    return this.fates.get(requestId) ?? null;
  }

  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async replayOne(entry: OutboxEntry): Promise<Replay> {
    const input = parseKeptInput(entry.procedure, entry.input);
    if (input !== null) return replayOf(entry, this.send(entry.procedure, input));
    this.settle(entry.requestId);
    return { entry, kind: 'done' };
  }

  private async deliver<N extends KeptProcedure>(procedure: N, input: InputOf<N>): Promise<OutputOf<N>> {
    try {
      const output = await this.ports.call(procedure, input);
      this.end(input.requestId, { kind: 'done', output });
      return output;
    } catch (thrown) {
      const error = toApiError(thrown);
      if (!error.isUndecided) this.end(input.requestId, { kind: 'refused', error });
      throw error;
    }
  }

  private end(requestId: string, fate: Fate): void {
    this.fates.set(requestId, fate);
    this.settle(requestId);
  }

  private readAll(): OutboxEntry[] {
    const read = z.array(entrySchema).safeParse(this.ports.read());
    const now = this.ports.now();
    const lifeOf = ({ procedure }: OutboxEntry) =>
      PROOFS.includes(procedure) ? PROOF_LIFE_MS : OUTBOX_LIFE_MS;
    return read.success ? read.data.filter((entry) => entry.addedAt > now - lifeOf(entry)) : [];
  }

  private writeAll(entries: readonly OutboxEntry[]): void {
    this.ports.write(entries);
    for (const listener of this.listeners) listener();
  }
}

async function replayOf(entry: OutboxEntry, sending: Promise<unknown>): Promise<Replay> {
  try {
    await sending;
    return { entry, kind: 'done' };
  } catch (thrown) {
    const error = toApiError(thrown);
    return { entry, kind: error.isUndecided ? 'waiting' : 'refused', error };
  }
}

/** Null when the stored input is no longer what the contract asks for. */
function parseKeptInput<N extends KeptProcedure>(procedure: N, input: unknown): InputOf<N> | null {
  return procedures[procedure].input.safeParse(input).success ? (input as InputOf<N>) : null;
}
