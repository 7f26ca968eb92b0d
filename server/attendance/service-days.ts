/** 服务日 in a transaction (AT8): read by id with the visit, written with its moves. */
import { daysOfVisit } from '@domain/attendance/credit-visit';
import type { Attendance } from '@domain/attendance/attendance';
import type { ServiceDay } from '@domain/attendance/service-day';
import type { Shift } from '@domain/activity/shift';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

function serviceDayIdOf(volunteerId: VolunteerId, day: CivilDay): string {
  return `${volunteerId}:${day}`;
}

/**
 * The stored days that a visit ending at `checkOutAt` (epoch ms) can be credited on. Round trips: one, two
 * around a midnight, none before the check-in.
 */
export async function readServiceDays(
  transaction: Pick<Transaction, 'get'>,
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'rules'>,
  attendance: Attendance | null,
  checkOutAt: number,
): Promise<ServiceDay[]> {
  if (attendance === null || attendance.checkIn === null) return [];
  const { volunteerId } = attendance;
  const visit = { volunteerId, shift, checkInAt: attendance.checkIn.at, checkOutAt };
  return readDaysOf(transaction, volunteerId, daysOfVisit(visit));
}

/** The stored ones among these days; one round trip each. */
export async function readDaysOf(
  transaction: Pick<Transaction, 'get'>,
  volunteerId: VolunteerId,
  days: readonly CivilDay[],
): Promise<ServiceDay[]> {
  const found: ServiceDay[] = [];
  for (const day of days) {
    const stored = await transaction.get('serviceDays', serviceDayIdOf(volunteerId, day));
    if (stored !== null) found.push(stored);
  }
  return found;
}

/** One round trip each. */
export async function writeServiceDays(transaction: Transaction, days: readonly ServiceDay[]): Promise<void> {
  for (const day of days) await transaction.put('serviceDays', serviceDayDocument(day));
}

export function serviceDayDocument({ volunteerId, day, visits }: ServiceDay): StoredDocument<'serviceDays'> {
  return {
    _id: serviceDayIdOf(volunteerId, day),
    volunteerId,
    day,
    visits: visits.map((visit) => ({ ...visit, intervals: [...visit.intervals] })),
  };
}
