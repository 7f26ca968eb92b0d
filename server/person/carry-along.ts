/** What hangs on a visit and is not the visit itself: claims, wishes, proofs, children who come along. */
import { attendanceIdOf, type AttendanceId, type VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

type AttendanceDocument = StoredDocument<'attendances'>;
interface Persons {
  readonly survivorId: VolunteerId;
  readonly otherId: VolunteerId;
}
interface Target {
  readonly targetId: AttendanceId;
  /** false: the survivor's own visit stays, and what hung on the other ends with it */
  readonly isMoved: boolean;
}

/** Round trips: one or two for a visit that has begun, two and one for each child before. */
export async function carryAlong(
  transaction: Transaction,
  persons: Persons,
  document: AttendanceDocument,
  target: Target,
): Promise<void> {
  if (document.state === 'disputed' && target.isMoved)
    await carryClaim(transaction, persons, document, target);
  if (document.checkIn !== null) await carryProofs(transaction, persons, document, target);
  if (document.checkOut !== null || document.state === 'expired') return;
  await carryWishes(transaction, persons, document, target);
  await carryChildren(transaction, persons, document);
}

async function carryClaim(
  transaction: Transaction,
  { survivorId: volunteerId }: Persons,
  { _id }: AttendanceDocument,
  { targetId }: Target,
): Promise<void> {
  const claim = await transaction.get('claims', _id);
  if (claim?.state === 'waiting') await transaction.put('claims', { ...claim, _id: targetId, volunteerId });
}

async function carryProofs(
  transaction: Transaction,
  { survivorId: volunteerId }: Persons,
  { _id }: AttendanceDocument,
  { targetId, isMoved }: Target,
): Promise<void> {
  const proofs = await transaction.get('visitProofs', _id);
  if (proofs === null) return;
  if (isMoved) await transaction.put('visitProofs', { ...proofs, _id: targetId, volunteerId });
  if (proofs.isWaiting) await transaction.put('visitProofs', { ...proofs, isWaiting: false });
}

async function carryWishes(
  transaction: Transaction,
  { survivorId: volunteerId }: Persons,
  { _id }: AttendanceDocument,
  { targetId, isMoved }: Target,
): Promise<void> {
  for (const deed of ['checkIn', 'checkOut'] as const) {
    const asked = await transaction.get('confirmations', `${_id}:${deed}`);
    if (asked?.state !== 'waiting') continue;
    if (isMoved)
      await transaction.put('confirmations', { ...asked, _id: `${targetId}:${deed}`, volunteerId });
    await transaction.put('confirmations', { ...asked, state: 'declined' });
  }
}

/** AT13.8: whose companions they are. */
async function carryChildren(
  transaction: Transaction,
  { survivorId, otherId }: Persons,
  { shiftId }: AttendanceDocument,
): Promise<void> {
  for (const childId of (await transaction.get('guardians', survivorId))?.childIds ?? []) {
    const visit = await transaction.get('attendances', attendanceIdOf(shiftId, childId));
    const { enrolment } = visit ?? {};
    if (visit === null || enrolment?.guardianId !== otherId) continue;
    const guardianId = survivorId;
    await transaction.put('attendances', { ...visit, enrolment: { ...enrolment, guardianId } });
  }
}
