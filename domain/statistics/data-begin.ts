/**
 * 数据自: before the first fact of the city a figure is no zero but unknown (ST3). The three tallies that
 * give the city's stock on a day also say whether anything lies on or before it.
 */
import { lineageOf } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
import { monthOf, parseCivilDay, yearOf, type CivilDay } from '../time/civil-day';
import { tallyIdsOf, type Tally } from './tally';

type Tallies = ReadonlyMap<string, Tally>;

/** The city's documents of a day; the data of every division begin with the city's. */
export function cityTallyIdsOf(divisionCode: DivisionCode, day: CivilDay): string[] {
  return tallyIdsOf(lineageOf(divisionCode)[0] ?? divisionCode, day);
}

/** Has the city a fact on or before the day, or, with `monthEnd`, before the end of its month? */
export function hasDataBy(
  tallies: Tallies,
  divisionCode: DivisionCode,
  day: CivilDay,
  precision: 'day' | 'monthEnd' = 'day',
): boolean {
  const [all, year, month] = cityTallyIdsOf(divisionCode, day).map((id) => cellsOf(tallies.get(id)));
  return (
    (all ?? []).some((cell) => cell < yearOf(day)) ||
    (year ?? []).some((cell) => (precision === 'day' ? cell < monthOf(day) : cell <= monthOf(day))) ||
    (precision === 'day' && (month ?? []).some((cell) => cell <= day))
  );
}

/** The next document to read on the way to the first day, or the day itself; null: no fact at all. */
export function towardsFirstDay(tally: Tally | undefined): { period: string } | CivilDay | null {
  const [first] = cellsOf(tally).sort();
  if (first === undefined) return null;
  return first.length === 'YYYY-MM-DD'.length ? parseCivilDay(first) : { period: first };
}

/** Cells that hold something: facts taken back leave zeros behind. */
function cellsOf(tally: Tally | undefined): string[] {
  return Object.entries(tally?.cells ?? {}).flatMap(([cell, amounts]) =>
    Object.values(amounts).some((amount) => amount !== 0) ? [cell] : [],
  );
}
