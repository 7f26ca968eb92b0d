/**
 * Every figure of every division and project against a naive count over all facts, and every cell against
 * a recount.
 */
import { parentOf } from '@domain/geography/division';
import { isGrassroots } from '@domain/project/project';
import { contributionOf, type VolunteerFacts } from '@domain/statistics/contribution';
import { QUANTITIES, type Quantity } from '@domain/statistics/measure';
import { participationChangesOf, participationsOf } from '@domain/statistics/participation';
import {
  incrementsOf,
  projectIncrementsOf,
  stocksOn,
  type BookId,
  type Tally,
  type TallyIncrement,
} from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import { ShiftCount, shiftIncrementsOf } from '@demo/seed/count-shifts';
import type { StoredDocument } from '@server/kernel/documents';
import { toFacts } from '@server/statistics/volunteer-facts';
import { countNaively } from '../kit/naive-count';
import { compareQuotas } from './compare-quotas';
import type { MemoryStore, Stored } from './memory-store';
import { NaiveSupply, type SupplyCount, type SupplyFacts } from './naive-supply';
import { DIVISIONS } from './world';

export interface Comparison {
  readonly compared: number;
  /** in words */
  readonly differences: readonly string[];
}

/** A visit that is over. */
const ENDED: readonly StoredDocument<'attendances'>['state'][] = [
  'checkedOut',
  'confirmed',
  'expired',
  'disputed',
];

interface Everything extends SupplyFacts {
  readonly people: readonly VolunteerFacts[];
}

/** What the store knows. */
function everythingIn(store: MemoryStore): Everything {
  const records = [...store.all('attendances').values()].map(parseAttendance);
  const volunteers = [...store.all('volunteers').values()].map(parseVolunteer);
  const ended = new Map<string, StoredDocument<'attendances'>[]>();
  for (const record of records.filter(({ state }) => ENDED.includes(state))) {
    ended.set(record.volunteerId, [...(ended.get(record.volunteerId) ?? []), record]);
  }
  return {
    people: volunteers.map((volunteer) => toFacts(volunteer, ended.get(volunteer._id) ?? [])),
    mergedIds: new Set(volunteers.filter(({ status }) => status === 'merged').map(({ _id }) => _id)),
    records,
    shifts: [...store.all('shifts').values()].map(parseShift),
    projects: [...store.all('projects').values()].map(parseProject),
  };
}

function talliesIn(store: MemoryStore): Map<string, Tally> {
  return new Map([...store.all('tallies').values()].map(parseTally).map((tally) => [tally.tallyId, tally]));
}

/** Once no mark is left. */
export function compareAll(store: MemoryStore, days: readonly CivilDay[]): Comparison {
  const facts = everythingIn(store);
  const tallies = talliesIn(store);
  const supply = new NaiveSupply(facts);
  const differences: string[] = [];
  let compared = 0;
  const compareBook = (book: BookId, day: CivilDay, counted: SupplyCount): void => {
    const stored = stocksOn(tallies, book, day);
    for (const quantity of QUANTITIES) {
      compared += 1;
      const [is, should] = [stored[quantity], counted[quantity] ?? 0];
      if (is !== should)
        differences.push(`${book} ${day} ${quantity}: ${String(is)} instead of ${String(should)}`);
    }
  };
  for (const day of days) {
    for (const division of DIVISIONS) {
      const counted = countNaively(facts.people, division, day);
      compareBook(division, day, { ...counted, ...supply.ofDivision(division, day) });
    }
    for (const project of facts.projects) compareBook(project._id, day, supply.ofProject(project, day));
  }
  const parts = [compareCells(facts, tallies), compareQuotas(store)];
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, compared),
    differences: [...differences, ...parts.flatMap((part) => part.differences)],
  };
}

function compareCells(facts: Everything, tallies: ReadonlyMap<string, Tally>): Comparison {
  const rest = new Map<string, number>();
  const add = (key: string, amount: number): void => void rest.set(key, (rest.get(key) ?? 0) + amount);
  for (const { tallyId, cells } of tallies.values()) {
    for (const [cell, amounts] of Object.entries(cells)) {
      for (const [quantity, amount] of Object.entries(amounts)) add(`${tallyId} ${cell} ${quantity}`, amount);
    }
  }
  for (const { tallyId, cell, quantity, amount } of allIncrementsOf(facts))
    add(`${tallyId} ${cell} ${quantity}`, -amount);
  const wrong = [...rest].filter(([, amount]) => amount !== 0);
  return { compared: rest.size, differences: wrong.map(([key, by]) => `cell ${key}: off by ${String(by)}`) };
}

/** The way of tests/kit/recount.ts: everybody and every shift counted anew. */
function allIncrementsOf({ people, records, shifts, projects }: Everything): TallyIncrement[] {
  const count = new ShiftCount();
  count.add(records);
  return [
    ...people.flatMap((facts) => incrementsOf(contributionOf(facts))),
    ...projectIncrementsOf(participationChangesOf(people.flatMap(participationsOf))),
    ...shiftIncrementsOf(count.contributions(shifts, projects)),
  ];
}

/**
 * At any moment, folds under way or not: children, and projects of the parent itself, sum to their
 * parent.
 */
export function compareSums(store: MemoryStore, day: CivilDay): Comparison {
  const tallies = talliesIn(store);
  const stocks = new Map(DIVISIONS.map((division) => [division, stocksOn(tallies, division, day)]));
  const projects = [...store.all('projects').values()].map(parseProject);
  const differences: string[] = [];
  let compared = 0;
  for (const parent of DIVISIONS.filter((division) => division.length < 12)) {
    const children = DIVISIONS.filter((division) => parentOf(division) === parent);
    for (const quantity of QUANTITIES) {
      compared += 1;
      const own = projects
        .filter((project) => project.divisionCode === parent && countsIn(quantity, project))
        .reduce((total, { _id }) => total + stocksOn(tallies, _id, day).liveProjects, 0);
      const sum = children.reduce((total, child) => total + (stocks.get(child)?.[quantity] ?? 0), own);
      if (sum !== stocks.get(parent)?.[quantity]) differences.push(`${parent} ${quantity} is no sum`);
    }
  }
  return { compared, differences };
}

function countsIn(quantity: Quantity, { hostLevel }: StoredDocument<'projects'>): boolean {
  return quantity === 'liveProjects' || (quantity === 'liveGrassrootsProjects' && isGrassroots(hostLevel));
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
function parseShift(document: Stored): StoredDocument<'shifts'> {
  return document as unknown as StoredDocument<'shifts'>;
}
function parseProject(document: Stored): StoredDocument<'projects'> {
  return document as unknown as StoredDocument<'projects'>;
}
