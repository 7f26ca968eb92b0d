/** 补录额度 once more (AT10.5): what is used, and what it is a share of, counted from the documents. */
import { civilDayOf } from '@domain/time/civil-day';
import { usesQuota } from '@domain/supplement/supplement';
import type { CollectionName, StoredDocument } from '@server/kernel/documents';
import type { Comparison } from './compare';
import type { MemoryStore } from './memory-store';

function allOf<Name extends CollectionName>(store: MemoryStore, name: Name): StoredDocument<Name>[] {
  return [...store.all(name).values()].map((document) => parseStored<Name>(document));
}

function parseStored<Name extends CollectionName>(document: unknown): StoredDocument<Name> {
  return document as StoredDocument<Name>;
}

/** Once no mark is left. */
export function compareQuotas(store: MemoryStore): Comparison {
  const rest = new Map<string, number>();
  const add = (key: string, amount: number): void => void rest.set(key, (rest.get(key) ?? 0) + amount);
  for (const { teamId, month, minutes, state } of allOf(store, 'supplements')) {
    if (usesQuota(state)) add(`quota ${teamId}:${month}`, minutes);
  }
  for (const { _id, usedMinutes } of allOf(store, 'supplementQuotas')) add(`quota ${_id}`, -usedMinutes);
  const shifts = new Map(allOf(store, 'shifts').map((shift) => [shift._id, shift]));
  for (const { shiftId, state, source, creditedMinutes } of allOf(store, 'attendances')) {
    const shift = shifts.get(shiftId);
    if (state !== 'confirmed' || source !== 'own' || shift === undefined) continue;
    const month = civilDayOf(shift.endsAt).slice(0, 7);
    add(`automatic ${shift.teamId}:${month} ${shiftId}`, creditedMinutes);
  }
  for (const { _id, minutes } of allOf(store, 'teamMonths')) {
    for (const [shiftId, amount] of Object.entries<number>(minutes))
      add(`automatic ${_id} ${shiftId}`, -amount);
  }
  const wrong = [...rest].filter(([, amount]) => amount !== 0);
  return { compared: rest.size, differences: wrong.map(([key, by]) => `${key}: off by ${String(by)}`) };
}
