/**
 * Sums of many people's changes by division, day and quantity: what a recount and a bulk load keep of a
 * million contributions, in room for days, not for people.
 */
import { lineageOf } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';
import type { Change } from './contribution';
import { QUANTITIES, type Quantity } from './measure';

export type Amounts = Partial<Record<Quantity, number>>;

/** In order of their names: the order of the changes of one day. */
const SORTED_QUANTITIES = [...QUANTITIES].sort();

export class ChangeSums {
  private readonly days = new Map<DivisionCode, Map<CivilDay, Amounts>>();

  addAll(changes: Iterable<Change>): this {
    for (const { divisionCode, day, quantity, amount } of changes)
      this.add(divisionCode, day, quantity, amount);
    return this;
  }

  add(divisionCode: DivisionCode, day: CivilDay, quantity: Quantity, amount: number): void {
    let days = this.days.get(divisionCode);
    if (days === undefined) {
      days = new Map();
      this.days.set(divisionCode, days);
    }
    const amounts = days.get(day);
    if (amounts === undefined) days.set(day, { [quantity]: amount });
    else amounts[quantity] = (amounts[quantity] ?? 0) + amount;
  }

  /** By day and quantity, without zeros. */
  changesIn(divisionCode: DivisionCode): Change[] {
    const changes: Change[] = [];
    const days = this.days.get(divisionCode);
    if (days === undefined) return changes;
    for (const day of [...days.keys()].sort()) {
      const amounts = days.get(day) ?? {};
      for (const quantity of SORTED_QUANTITIES) {
        const amount = amounts[quantity] ?? 0;
        if (amount !== 0) changes.push({ divisionCode, day, quantity, amount });
      }
    }
    return changes;
  }

  /** By division, day and quantity, without zeros: two equal sums give equal lists. */
  changes(): Change[] {
    return [...this.days.keys()].sort().flatMap((divisionCode) => this.changesIn(divisionCode));
  }

  /** The sums of everything in a division and below it, for every division and all above. */
  byDivision(): Map<DivisionCode, Map<CivilDay, Amounts>> {
    const all = new Map<DivisionCode, Map<CivilDay, Amounts>>();
    for (const [divisionCode, days] of this.days) {
      for (const above of lineageOf(divisionCode)) {
        const sums = all.get(above) ?? new Map<CivilDay, Amounts>();
        for (const [day, amounts] of days) sums.set(day, sumOf(sums.get(day) ?? {}, amounts));
        all.set(above, sums);
      }
    }
    return all;
  }
}

export function sumOf(left: Amounts, right: Amounts): Amounts {
  const sum = { ...left };
  for (const quantity of QUANTITIES) {
    const amount = right[quantity];
    if (amount !== undefined) sum[quantity] = (sum[quantity] ?? 0) + amount;
  }
  return sum;
}
