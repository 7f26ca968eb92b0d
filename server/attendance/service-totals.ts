import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { Ports } from '../kernel/ports';

export interface ServiceTotals {
  readonly totalMinutes: number;
  readonly recordCount: number;
}

/**
 * One person's qualifying records (ST13), or those of service that ended after an instant (epoch ms): one
 * round trip, an aggregate by index, bounded by what one person can serve.
 */
export async function serviceTotalsOf(
  ports: Ports,
  volunteerId: VolunteerId,
  since: number | null = null,
): Promise<ServiceTotals> {
  const where = {
    volunteerId,
    state: 'confirmed',
    trainingValidDays: null,
    creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
    ...(since === null ? {} : { endsAt: { above: since } }),
  };
  const { sum, count } = await ports.database.sum('attendances', where, 'creditedMinutes');
  return { totalMinutes: sum, recordCount: count };
}
