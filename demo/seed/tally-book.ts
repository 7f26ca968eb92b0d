import { sumOf, type Amounts } from '@domain/statistics/change-sums';
import type { TallyIncrement } from '@domain/statistics/tally';
import type { StoredDocument } from '@server/kernel/documents';

type Cells = Record<string, Amounts>;

/** Every tally by its id, whatever adds to it. */
export class TallyBook {
  private readonly cellsById = new Map<string, Cells>();

  add(increments: readonly TallyIncrement[]): void {
    for (const { tallyId, cell, quantity, amount } of increments)
      this.addCells({ _id: tallyId, cells: { [cell]: { [quantity]: amount } } });
  }

  addCells({ _id, cells }: StoredDocument<'tallies'>): void {
    const known = this.cellsById.get(_id) ?? {};
    for (const [cell, amounts] of Object.entries(cells)) known[cell] = sumOf(known[cell] ?? {}, amounts);
    this.cellsById.set(_id, known);
  }

  *documents(): Generator<StoredDocument<'tallies'>> {
    for (const [_id, cells] of this.cellsById) yield { _id, cells };
  }
}
