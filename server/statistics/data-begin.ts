/** Days before the first fact of the city are refused by name (ST3). */
import { lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { hasDataBy, towardsFirstDay } from '@domain/statistics/data-begin';
import type { Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { Ports } from '../kernel/ports';

/** Null in a city without any fact. Round trips: at most 3, and only asked for where a day lies before it. */
export async function firstDayOfData(ports: Ports, divisionCode: DivisionCode): Promise<CivilDay | null> {
  const city = lineageOf(divisionCode)[0] ?? divisionCode;
  let period = 'all';
  for (;;) {
    const document = await ports.database.get('tallies', `${city}:${period}`);
    const next = towardsFirstDay(
      document === null ? undefined : { tallyId: document._id, cells: document.cells },
    );
    if (next === null || typeof next === 'string') return next;
    period = next.period;
  }
}

/**
 * `tallies` hold the city's documents of the day. No further round trip but for a refusal; a city that has no
 * fact yet is not refused, its board is where one sees that.
 */
export async function refusalBeforeData(
  ports: Ports,
  tallies: ReadonlyMap<string, Tally>,
  divisionCode: DivisionCode,
  day: CivilDay,
): Promise<Rejection<'statistics.beforeData'> | null> {
  if (hasDataBy(tallies, divisionCode, day)) return null;
  const firstDay = await firstDayOfData(ports, divisionCode);
  return firstDay === null || firstDay <= day ? null : rejected('statistics.beforeData', { firstDay });
}
