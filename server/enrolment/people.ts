/** Who comes to a shift: the volunteer who asks, and the children a guardian brings (AT13.4, AT13.5). */
import { ADULT_AGE, type Person } from '@domain/enrolment/admission';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { ageOn } from '@domain/volunteer/id-number';
import { redactName } from '@domain/volunteer/redact';
import type { Account } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

export interface Known {
  readonly volunteerId: VolunteerId;
  readonly maskedName: string;
  readonly person: Person;
  readonly guardianId: VolunteerId | null;
}

/** No round trip for an adult whose account says the birthday; two for a youth. */
export async function loadSelf(
  transaction: Transaction,
  ports: Ports,
  account: Account,
  shift: StoredDocument<'shifts'>,
): Promise<Known> {
  const { volunteerId, maskedName } = account;
  const birthDay = account.birthDay ?? (await birthDayOf(ports, volunteerId));
  const isAdult = ageOn(birthDay, civilDayOf(shift.startsAt)) >= ADULT_AGE;
  const guardian = isAdult || !(await holdConsent(transaction, volunteerId)) ? 'none' : 'consented';
  return { volunteerId, maskedName, person: { birthDay, guardian }, guardianId: null };
}

async function birthDayOf(ports: Ports, volunteerId: VolunteerId): Promise<CivilDay> {
  const volunteer = await ports.database.get('volunteers', volunteerId);
  if (volunteer === null) throw new Error('invariant broken: an account has a volunteer');
  return volunteer.birthDay;
}

/** Three round trips each. Null: one of them is not, or no longer, a child of this guardian. */
export async function loadChildren(
  transaction: Transaction,
  account: Account,
  childIds: readonly VolunteerId[],
): Promise<Known[] | null> {
  const children: Known[] = [];
  for (const childId of new Set(childIds)) {
    const guardianship = await transaction.get('guardianships', childId);
    if (guardianship?.isInForce !== true || guardianship.guardianId !== account.volunteerId) return null;
    const child = await transaction.get('volunteers', childId);
    if (child?.status !== 'active') return null;
    await touch(transaction, guardianship);
    children.push({
      volunteerId: childId,
      maskedName: redactName(child.name),
      person: { birthDay: child.birthDay, guardian: 'accompanying' },
      guardianId: account.volunteerId,
    });
  }
  return children;
}

async function holdConsent(transaction: Transaction, volunteerId: VolunteerId): Promise<boolean> {
  const guardianship = await transaction.get('guardianships', volunteerId);
  if (guardianship?.isInForce !== true) return false;
  await touch(transaction, guardianship);
  return true;
}

/** Written as it is, so that a consent ended at this moment clashes instead of slipping by. */
function touch(transaction: Transaction, guardianship: StoredDocument<'guardianships'>): Promise<void> {
  return transaction.put('guardianships', guardianship);
}
