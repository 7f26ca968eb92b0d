/** 孩子的档案: whom a guardian decides for in everything, not only in taking part. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import { ageOn } from '@domain/volunteer/id-number';
import { MINIMUM_OWN_REGISTRATION_AGE } from '@domain/volunteer/volunteer';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

type Volunteer = StoredDocument<'volunteers'>;

/** From 14 on a youth decides alone (CO4). */
export function isKept({ status, birthDay }: Volunteer, now: number): boolean {
  return status === 'active' && ageOn(birthDay, civilDayOf(now)) < MINIMUM_OWN_REGISTRATION_AGE;
}

/** Null: no child of this guardian, or no longer, or 14 by now. Two round trips. */
export async function findKeptChild(
  reader: Pick<Transaction, 'get'>,
  { childId, guardianId, now }: { childId: VolunteerId; guardianId: VolunteerId; now: number },
): Promise<Volunteer | null> {
  const guardianship = await reader.get('guardianships', childId);
  if (guardianship?.isInForce !== true || guardianship.guardianId !== guardianId) return null;
  const child = await reader.get('volunteers', childId);
  return child !== null && isKept(child, now) ? child : null;
}
