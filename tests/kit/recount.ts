/** A naive recount from the facts, straight over the documents: what every published sum must equal. */
import { contributionOf } from '@domain/statistics/contribution';
import { incrementsBetween, PASSAGES } from '@domain/link/channel-sums';
import { referralOf } from '@domain/link/referral';
import { participationChangesOf, participationsOf } from '@domain/statistics/participation';
import { incrementsOf, projectIncrementsOf, type TallyIncrement } from '@domain/statistics/tally';
import { ShiftCount, shiftIncrementsOf } from '@demo/seed/count-shifts';
import { documentSchemas } from '@server/kernel/documents';
import { toFacts } from '@server/statistics/volunteer-facts';
import type * as z from 'zod';
import type { TestProduct } from './product';

type Attendance = z.output<typeof documentSchemas.attendances>;

/** `tally|cell|quantity` → amount, without zeros: from people, shifts, and for the sums of channels. */
export function recount(product: TestProduct): Map<string, number> {
  const visits = product.documents('attendances').map((row) => documentSchemas.attendances.parse(row));
  const sums = new Map<string, number>();
  const add = (increments: readonly TallyIncrement[]): void => {
    for (const { tallyId, cell, quantity, amount } of increments) {
      const key = `${tallyId}|${cell}|${quantity}`;
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  };
  for (const row of product.documents('volunteers')) {
    const volunteer = documentSchemas.volunteers.parse(row);
    const own = visits.filter(({ volunteerId, state }) => volunteerId === volunteer._id && isOver(state));
    const facts = toFacts(volunteer, own);
    add(incrementsOf(contributionOf(facts)));
    add(projectIncrementsOf(participationChangesOf(participationsOf(facts))));
    for (const { sumsId, cell, passage, amount } of incrementsBetween(null, referralOf(facts))) {
      const key = `${sumsId}|${cell}|${passage}`;
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  }
  add(shiftIncrementsOf(shiftsOf(product, visits)));
  return withoutZeros(sums);
}

function isOver(state: Attendance['state']): boolean {
  return ['checkedOut', 'confirmed', 'expired', 'disputed'].includes(state);
}

function shiftsOf(product: TestProduct, visits: readonly Attendance[]) {
  const count = new ShiftCount();
  count.add(visits);
  return count.contributions(
    product.documents('shifts').map((row) => documentSchemas.shifts.parse(row)),
    product.documents('projects').map((row) => documentSchemas.projects.parse(row)),
  );
}

export function storedSums(product: TestProduct): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of product.documents('tallies')) {
    const { _id, cells } = documentSchemas.tallies.parse(row);
    for (const [cell, amounts] of Object.entries(cells)) {
      for (const [quantity, amount] of Object.entries(amounts))
        sums.set(`${_id}|${cell}|${quantity}`, amount);
    }
  }
  for (const row of product.documents('channelSums')) {
    const { _id, cells } = documentSchemas.channelSums.parse(row);
    for (const [cell, counts] of Object.entries(cells)) {
      // Openings are no facts of a person: what they were is known for a day only.
      for (const passage of PASSAGES.filter((one) => one !== 'opened'))
        sums.set(`${_id}|${cell}|${passage}`, counts[passage] ?? 0);
    }
  }
  return withoutZeros(sums);
}

function withoutZeros(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every sum that is not what the facts say, in words. */
export function figureComplaints(product: TestProduct): string[] {
  const [stored, counted] = [storedSums(product), recount(product)];
  return [...new Set([...stored.keys(), ...counted.keys()])]
    .filter((key) => stored.get(key) !== counted.get(key))
    .map((key) => `figures: ${key} is ${String(stored.get(key))}, recounted ${String(counted.get(key))}`);
}
