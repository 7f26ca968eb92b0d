/**
 * 自动记录的分钟 of an organisation's month (AT10.5): confirmed service whose check-in and check-out volunteers
 * made themselves (`own`) – what others vouch for or enter afterwards makes no room for more of it. The fold
 * of shifts keeps it in its own transaction: each shift's minutes are set, not added, so twice changes
 * nothing and a void lowers them.
 */
import type { ShiftId, TeamId } from '@domain/kernel/identifiers';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import { monthOf } from '@domain/supplement/quota';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { teamMonthIdOf } from './quota';

export interface AutomaticMinutes {
  readonly shiftId: ShiftId;
  readonly teamId: TeamId;
  readonly month: string;
  readonly minutes: number;
}

/** Two round trips, whatever the number of records. */
export async function loadAutomaticMinutes(
  { database }: Ports,
  shiftIds: readonly ShiftId[],
): Promise<AutomaticMinutes[]> {
  if (shiftIds.length === 0) return [];
  const [shifts, sums] = await Promise.all([
    database.getMany('shifts', shiftIds),
    database.sumBy('attendances', {
      where: {
        shiftId: { in: shiftIds },
        state: 'confirmed',
        creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
        source: 'own',
      },
      by: 'shiftId',
      field: 'creditedMinutes',
      limit: shiftIds.length,
    }),
  ]);
  const minutesOf = new Map(sums.map(({ key, sum }) => [key, sum]));
  return shifts.filter(isService).map((shift) => ({
    shiftId: shift._id,
    teamId: shift.teamId,
    month: monthOf(shift.endsAt),
    minutes: minutesOf.get(shift._id) ?? 0,
  }));
}

function isService({ trainingValidDays }: StoredDocument<'shifts'>): boolean {
  return trainingValidDays === null;
}

/** One round trip, two when it changed. */
export async function storeAutomaticMinutes(
  transaction: Transaction,
  { shiftId, teamId, month, minutes }: AutomaticMinutes,
): Promise<void> {
  const _id = teamMonthIdOf({ teamId, month });
  const known = await transaction.get('teamMonths', _id);
  if ((known?.minutes[shiftId] ?? 0) === minutes) return;
  const all = { ...known?.minutes, [shiftId]: minutes };
  await transaction.put('teamMonths', { _id, teamId, month, minutes: all });
}
