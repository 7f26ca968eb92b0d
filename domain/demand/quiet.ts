/** 久未服务的村 (DM7): the last day with a service, from what the tallies hold; longest without one first. */
import type { DivisionCode } from '../kernel/identifiers';
import type { Amounts, Tally } from '../statistics/tally';
import { daysBetween, isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';

/** The last cell that counts a shift; null: none does. A void takes the shift out of every cell. */
export function lastServedCell(tally: Pick<Tally, 'cells'> | null): string | null {
  const served = Object.entries(tally?.cells ?? {}).filter(([, amounts]) => shiftsIn(amounts) > 0);
  return (
    served
      .map(([cell]) => cell)
      .sort()
      .at(-1) ?? null
  );
}

function shiftsIn({ ruralShifts = 0 }: Amounts): number {
  return ruralShifts;
}

export function lastServedDay(tally: Pick<Tally, 'cells'> | null): CivilDay | null {
  const cell = lastServedCell(tally);
  return cell !== null && isCivilDay(cell) ? parseCivilDay(cell) : null;
}

export interface Quiet {
  readonly divisionCode: DivisionCode;
  /** null: never */
  readonly lastDay: CivilDay | null;
}

/** Sorts as text: never first, then the longest ago; equal ones by code. */
export function quietKeyOf({ divisionCode, lastDay }: Quiet): string {
  return `${lastDay ?? '0000-00-00'}~${divisionCode}`;
}

export function quietestFirst<Row extends Quiet>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (quietKeyOf(a) < quietKeyOf(b) ? -1 : 1));
}

/** Whole days without a service; null: there never was one. */
export function quietDays(lastDay: CivilDay | null, today: CivilDay): number | null {
  return lastDay === null ? null : Math.max(0, daysBetween(lastDay, today));
}
