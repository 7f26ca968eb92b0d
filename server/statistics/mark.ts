/** 待算标记: says that facts changed, in the same transaction as the fact. */
import type { ShiftId, VolunteerId } from '@domain/kernel/identifiers';
import type { Ports, Transaction } from '../kernel/ports';

/**
 * Marks a volunteer; `shiftId` is the shift whose record changed, null when none did. Reads the mark first:
 * the shifts and the instant of an earlier one stay. Two round trips.
 */
export async function markVolunteer(
  transaction: Transaction,
  { ports, now }: { readonly ports: Pick<Ports, 'randomId'>; readonly now: number },
  volunteerId: VolunteerId,
  shiftId: ShiftId | null,
): Promise<void> {
  const known = await transaction.get('dirtyVolunteers', volunteerId);
  const shiftIds = new Set([...(known?.shiftIds ?? []), ...(shiftId === null ? [] : [shiftId])]);
  await transaction.put('dirtyVolunteers', {
    _id: volunteerId,
    version: ports.randomId(),
    markedAt: Math.min(now, known?.markedAt ?? now),
    shiftIds: [...shiftIds],
  });
}

/** For somebody who was not there before: no earlier mark can name a shift. One round trip. */
export function markNewVolunteer(
  transaction: Transaction,
  { ports, now }: { readonly ports: Pick<Ports, 'randomId'>; readonly now: number },
  volunteerId: VolunteerId,
): Promise<void> {
  const mark = { _id: volunteerId, version: ports.randomId(), markedAt: now, shiftIds: [] };
  return transaction.put('dirtyVolunteers', mark);
}
