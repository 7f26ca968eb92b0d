import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { Ports } from '../kernel/ports';

export interface ServiceTotals {
  readonly totalMinutes: number;
  readonly recordCount: number;
}

/** One person's qualifying records (ST13): one round trip, bounded by what one person can serve. */
export async function serviceTotalsOf(ports: Ports, volunteerId: VolunteerId): Promise<ServiceTotals> {
  const where = { volunteerId, state: 'confirmed', creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES } };
  const { sum, count } = await ports.database.sum('attendances', where, 'creditedMinutes');
  return { totalMinutes: sum, recordCount: count };
}
