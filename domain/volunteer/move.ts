/** 迁居 (RG9): from today on the person counts where they live now; what was served stays where it was. */
import type { DivisionCode } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { firstDayOfNextMonth, monthOf, type CivilDay } from '../time/civil-day';
import type { Residence } from './volunteer';

/** A slip, its correction and a real move; more in one month moves figures, not people. */
export const MAXIMUM_MOVES_A_MONTH = 3;

/** How often somebody has moved in the month of the last move. */
export interface MoveCount {
  readonly month: string;
  readonly count: number;
}
export interface Dwelling {
  readonly residences: readonly Residence[];
  /** null: never moved */
  readonly moves: MoveCount | null;
}
export type MoveDecision =
  | ({ readonly kind: 'moved' } & Dwelling)
  | { readonly kind: 'already' }
  | Rejection<'volunteer.movedTooOften'>;

export function decideMove(
  { residences, moves }: Dwelling,
  divisionCode: DivisionCode,
  today: CivilDay,
): MoveDecision {
  if (residences[residences.length - 1]?.divisionCode === divisionCode) return { kind: 'already' };
  const month = monthOf(today);
  const count = moves?.month === month ? moves.count : 0;
  if (count >= MAXIMUM_MOVES_A_MONTH) {
    const fromDay = firstDayOfNextMonth(today);
    return rejected('volunteer.movedTooOften', { maximum: MAXIMUM_MOVES_A_MONTH, fromDay });
  }
  return {
    kind: 'moved',
    residences: residencesAfter(residences, divisionCode, today),
    moves: { month, count: count + 1 },
  };
}

/** Of several moves of a day the last counts; who comes back on the same day has not moved. */
export function residencesAfter(
  residences: readonly Residence[],
  divisionCode: DivisionCode,
  today: CivilDay,
): Residence[] {
  const before = residences.filter(({ fromDay }) => fromDay < today);
  if (before[before.length - 1]?.divisionCode === divisionCode) return before;
  return [...before, { divisionCode, fromDay: today }];
}
