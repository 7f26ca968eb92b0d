/** A consent that ends, in the caller's transaction (GU3), with its entry and the guardian's set. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { Transaction } from '../kernel/ports';

export interface Ending {
  readonly guardianId: VolunteerId;
  readonly childId: VolunteerId;
  readonly requestId: string;
  readonly now: number;
}

/** False: it had ended already. Five round trips. */
export async function endGuardianship(
  transaction: Transaction,
  { guardianId, childId, requestId, now }: Ending,
): Promise<boolean | Rejection<'child.notYours'>> {
  const guardianship = await transaction.get('guardianships', childId);
  if (guardianship?.guardianId !== guardianId) return rejected('child.notYours');
  if (!guardianship.isInForce) return false;
  const seq = guardianship.seq + 1;
  await transaction.put('guardianships', { ...guardianship, isInForce: false, seq });
  await transaction.add('guardianConsents', {
    _id: `${childId}:${String(seq)}`,
    childId,
    guardianId,
    kind: 'revoked',
    version: guardianship.consentVersion,
    at: now,
    requestId,
  });
  const childIds = (await transaction.get('guardians', guardianId))?.childIds ?? [];
  await transaction.put('guardians', {
    _id: guardianId,
    childIds: childIds.filter((id) => id !== childId),
  });
  return true;
}
