/** Every figure of every division against a naive count over all facts, and every cell against a recount. */
import { parentOf } from '@domain/geography/division';
import { contributionOf, type VolunteerFacts } from '@domain/statistics/contribution';
import { QUANTITIES } from '@domain/statistics/measure';
import { incrementsOf, stocksOn, type Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { toFacts } from '@server/statistics/volunteer-facts';
import { countNaively } from '../kit/naive-count';
import type { MemoryStore, Stored } from './memory-store';
import { DIVISIONS } from './world';

export interface Comparison {
  readonly compared: number;
  /** in words */
  readonly differences: readonly string[];
}

/** What the store knows of everybody. */
export function factsIn(store: MemoryStore): VolunteerFacts[] {
  const records = new Map<string, StoredDocument<'attendances'>[]>();
  for (const record of [...store.all('attendances').values()].map(parseAttendance)) {
    if (record.state !== 'confirmed') continue;
    records.set(record.volunteerId, [...(records.get(record.volunteerId) ?? []), record]);
  }
  return [...store.all('volunteers').values()]
    .map(parseVolunteer)
    .map((volunteer) => toFacts(volunteer, records.get(volunteer._id) ?? []));
}

function talliesIn(store: MemoryStore): Map<string, Tally> {
  return new Map([...store.all('tallies').values()].map(parseTally).map((tally) => [tally.tallyId, tally]));
}

/** Once no mark is left. */
export function compareAll(store: MemoryStore, days: readonly CivilDay[]): Comparison {
  const people = factsIn(store);
  const tallies = talliesIn(store);
  const differences: string[] = [];
  let compared = 0;
  for (const day of days) {
    for (const division of DIVISIONS) {
      const [stored, counted] = [stocksOn(tallies, division, day), countNaively(people, division, day)];
      for (const quantity of QUANTITIES) {
        compared += 1;
        if (stored[quantity] === counted[quantity]) continue;
        const [is, should] = [String(stored[quantity]), String(counted[quantity])];
        differences.push(`${division} ${day} ${quantity}: ${is} instead of ${should}`);
      }
    }
  }
  const cells = compareCells(people, tallies);
  return { compared: compared + cells.compared, differences: [...differences, ...cells.differences] };
}

function compareCells(people: readonly VolunteerFacts[], tallies: ReadonlyMap<string, Tally>): Comparison {
  const rest = new Map<string, number>();
  const add = (key: string, amount: number): void => void rest.set(key, (rest.get(key) ?? 0) + amount);
  for (const { tallyId, cells } of tallies.values()) {
    for (const [cell, amounts] of Object.entries(cells)) {
      for (const [quantity, amount] of Object.entries(amounts)) add(`${tallyId} ${cell} ${quantity}`, amount);
    }
  }
  for (const facts of people) {
    for (const { tallyId, cell, quantity, amount } of incrementsOf(contributionOf(facts))) {
      add(`${tallyId} ${cell} ${quantity}`, -amount);
    }
  }
  const wrong = [...rest].filter(([, amount]) => amount !== 0);
  return { compared: rest.size, differences: wrong.map(([key, by]) => `cell ${key}: off by ${String(by)}`) };
}

/** At any moment, folds under way or not: children sum to their parent. */
export function compareSums(store: MemoryStore, day: CivilDay): Comparison {
  const tallies = talliesIn(store);
  const stocks = new Map(DIVISIONS.map((division) => [division, stocksOn(tallies, division, day)]));
  const differences: string[] = [];
  let compared = 0;
  for (const parent of DIVISIONS.filter((division) => division.length < 12)) {
    const children = DIVISIONS.filter((division) => parentOf(division) === parent);
    for (const quantity of QUANTITIES) {
      compared += 1;
      const sum = children.reduce((total, child) => total + (stocks.get(child)?.[quantity] ?? 0), 0);
      if (sum !== stocks.get(parent)?.[quantity]) differences.push(`${parent} ${quantity} is no sum`);
    }
  }
  return { compared, differences };
}

function parseAttendance(document: Stored): StoredDocument<'attendances'> {
  return document as unknown as StoredDocument<'attendances'>;
}
function parseVolunteer(document: Stored): StoredDocument<'volunteers'> {
  return document as unknown as StoredDocument<'volunteers'>;
}
function parseTally(document: Stored): Tally {
  const { _id, cells } = document as unknown as StoredDocument<'tallies'>;
  return { tallyId: _id, cells };
}
