/** A naive recount from the facts, straight over the documents: what every published sum must equal. */
import { contributionOf } from '@domain/statistics/contribution';
import { incrementsOf } from '@domain/statistics/tally';
import { documentSchemas } from '@server/kernel/documents';
import { toFacts } from '@server/statistics/volunteer-facts';
import type { TestProduct } from './product';

/** `tally|cell|quantity` → amount, without zeros. */
export function recount(product: TestProduct): Map<string, number> {
  const records = product
    .documents('attendances')
    .map((row) => documentSchemas.attendances.parse(row))
    .filter((record) => record.state === 'confirmed');
  const sums = new Map<string, number>();
  for (const row of product.documents('volunteers')) {
    const volunteer = documentSchemas.volunteers.parse(row);
    const own = records.filter((record) => record.volunteerId === volunteer._id);
    for (const { tallyId, cell, quantity, amount } of incrementsOf(contributionOf(toFacts(volunteer, own)))) {
      const key = `${tallyId}|${cell}|${quantity}`;
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  }
  return withoutZeros(sums);
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
  return withoutZeros(sums);
}

function withoutZeros(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
