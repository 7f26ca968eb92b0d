/** A book of tallies in memory: increments in, stocks out, as the database keeps them. */
import type { Change } from '@domain/statistics/contribution';
import {
  incrementsOf,
  projectIncrementsOf,
  type ProjectChange,
  type Tally,
  type TallyIncrement,
} from '@domain/statistics/tally';
import type { Quantity } from '@domain/statistics/measure';

export class TallyBook {
  private readonly cells = new Map<string, Record<string, Partial<Record<Quantity, number>>>>();

  add(changes: readonly Change[]): this {
    return this.increment(incrementsOf(changes));
  }

  addProjects(changes: readonly ProjectChange[]): this {
    return this.increment(projectIncrementsOf(changes));
  }

  private increment(increments: readonly TallyIncrement[]): this {
    for (const { tallyId, cell, quantity, amount } of increments) {
      const document = this.cells.get(tallyId) ?? {};
      const amounts = (document[cell] ??= {});
      amounts[quantity] = (amounts[quantity] ?? 0) + amount;
      this.cells.set(tallyId, document);
    }
    return this;
  }

  tallies(): Map<string, Tally> {
    return new Map([...this.cells].map(([tallyId, cells]) => [tallyId, { tallyId, cells }]));
  }

  /**
   * Cells whose amounts are not zero, in a fixed order: two books with the same figures are equal as text.
   */
  print(): string {
    const rows = [...this.cells].flatMap(([tallyId, cells]) =>
      Object.entries(cells).flatMap(([cell, amounts]) =>
        Object.entries(amounts).flatMap(([quantity, amount]) =>
          amount === 0 ? [] : [`${tallyId}|${cell}|${quantity}=${String(amount)}`],
        ),
      ),
    );
    return rows.sort().join('\n');
  }
}
