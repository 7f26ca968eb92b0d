/**
 * The roster on the organiser's phone: read whole once, kept on the device, and ticked with or without a
 * network. A tick is stored before it is sent; until it is answered it shows on top of what the server
 * said last.
 */
import { useQuery } from '@tanstack/react-query';

import { procedures, type ParsedInputOf } from '@contract/procedures';
import { tickPersonSchema, type TickPerson } from '@contract/ticks.contract';
import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { useIdentity } from '@/lib/identity-store';
import { outbox } from '@/lib/outbox';
import type { OutboxEntry } from '@/lib/outbox-core';
import { invalidateAnswers } from '@/lib/query-client';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useOutbox } from '@/lib/use-outbox';
import { useOnShow } from '@/platform/navigation';
import { deviceStorage } from '@/platform/storage';
import * as z from 'zod';
import '@contract/zod-config';

const NAME = 'attendance.listTickRoster';
/** Pages of a hundred: more people than one organiser can have before her. */
const MAXIMUM_PAGES = 20;
/** The latest rosters of this phone: two thousand people are 400 KB, and a mini-program may keep 10 MB. */
const KEPT_ROSTERS = 10;
const KEPT_NAMES = 'ticks';

export type Tick = ParsedInputOf<'attendance.tick'>;

export interface TickRoster {
  /** null until it has been read once on this device */
  readonly people: readonly TickPerson[] | null;
  readonly error: ApiError | null;
  /** stored on this phone, unknown to the server so far */
  readonly waiting: readonly Tick[];
  readonly refetch: () => void;
  /** Rejects with an ApiError when the server refuses; without a network it is kept and all is well. */
  readonly tick: (person: TickPerson, deed: Tick['deed']) => Promise<void>;
}

const storageNameOf = (identity: string, shiftId: string): string => `ticks:${identity}:${shiftId}`;

export function useTicks(shiftId: string): TickRoster {
  const identity = useIdentity();
  const storageName = storageNameOf(identity, shiftId);
  const query = useQuery({
    queryKey: ['procedure', NAME, 'all', shiftId, identity],
    queryFn: async () => {
      const people = await readAll(shiftId);
      keepRoster(storageName, people);
      return people;
    },
    initialData: () => keptRoster(storageName),
    initialDataUpdatedAt: 0,
  });
  const { refetch, isStale, isFetching } = query;
  useOnShow(() => {
    if (isStale && !isFetching) void refetch();
  });
  return {
    people: query.data ?? null,
    error: query.error === null ? null : toApiError(query.error),
    waiting: ticksIn(useOutbox(), shiftId),
    refetch: () => void refetch(),
    tick: (person, deed) => sendTick(shiftId, person, deed),
  };
}

async function readAll(shiftId: string): Promise<TickPerson[]> {
  const people: TickPerson[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    const found: Awaited<ReturnType<typeof readPage>> = await readPage(shiftId, cursor);
    people.push(...found.people);
    cursor = found.nextCursor;
    if (cursor === null) break;
  }
  return people;
}

const readPage = (shiftId: string, cursor: string | null) => callProcedure(NAME, { shiftId, cursor });

function keepRoster(storageName: string, people: readonly TickPerson[]): void {
  deviceStorage.set(storageName, people);
  const names = z.array(z.string()).safeParse(deviceStorage.get(KEPT_NAMES)).data ?? [];
  const latest = [storageName, ...names.filter((name) => name !== storageName)];
  for (const old of latest.slice(KEPT_ROSTERS)) deviceStorage.remove(old);
  deviceStorage.set(KEPT_NAMES, latest.slice(0, KEPT_ROSTERS));
}

function keptRoster(storageName: string): TickPerson[] | undefined {
  const kept = z.array(tickPersonSchema).safeParse(deviceStorage.get(storageName));
  return kept.success ? kept.data : undefined;
}

async function sendTick(shiftId: string, person: TickPerson, deed: Tick['deed']): Promise<void> {
  const { volunteerId } = person;
  const input = { requestId: newRequestId(), shiftId, volunteerId, deed, tickedAt: serverNow() };
  try {
    await outbox.send('attendance.tick', input);
  } catch (thrown) {
    const error = toApiError(thrown);
    if (!error.isUndecided) throw error;
    return;
  }
  await invalidateAnswers([NAME, 'attendance.listArrivals', 'attendance.listLateVisits']);
}

function ticksIn(entries: readonly OutboxEntry[], shiftId: string): readonly Tick[] {
  return entries.flatMap(({ procedure, input }) => {
    if (procedure !== 'attendance.tick') return [];
    const tick = procedures['attendance.tick'].input.safeParse(input);
    return tick.success && tick.data.shiftId === shiftId ? [tick.data] : [];
  });
}
