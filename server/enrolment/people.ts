/** Who comes to a shift: the volunteer who asks, and the children a guardian brings (AT13.4, AT13.5). */
import { coursesAsked } from '@domain/activity/post';
import { ADULT_AGE, type Person } from '@domain/enrolment/admission';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { ageOn } from '@domain/volunteer/id-number';
import { redactName } from '@domain/volunteer/redact';
import type { Account } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { qualificationsOf } from '../training/qualifications';

export interface Known {
  readonly volunteerId: VolunteerId;
  readonly maskedName: string;
  readonly person: Person;
  readonly guardianId: VolunteerId | null;
  /** what lets this minor take part; null: an adult, or nobody has consented */
  readonly guardianship: Guardianship | null;
}
type Guardianship = StoredDocument<'guardianships'>;

/**
 * No round trip for an adult whose account says the birthday; one for a youth, one where the shift asks for
 * trainings (TR3), and one where a post of it asks for a skill (PF6).
 */
export async function loadSelf(
  transaction: Transaction,
  ports: Ports,
  account: Pick<Account, 'volunteerId' | 'maskedName' | 'birthDay'>,
  shift: StoredDocument<'shifts'>,
): Promise<Known> {
  const { volunteerId, maskedName } = account;
  const birthDay = account.birthDay ?? (await birthDayOf(ports, volunteerId));
  const isAdult = ageOn(birthDay, civilDayOf(shift.startsAt)) >= ADULT_AGE;
  const known = isAdult ? null : await transaction.get('guardianships', volunteerId);
  const guardianship = known?.isInForce === true ? known : null;
  const guardian = guardianship === null ? 'none' : 'consented';
  const courseIds = coursesAsked(shift).map(({ courseId }) => courseId);
  const held = await qualificationsOf(ports, [volunteerId], courseIds);
  const asksSkill = (shift.posts ?? []).some(({ requiredSkill }) => requiredSkill !== undefined);
  const said = asksSkill ? await transaction.get('volunteers', volunteerId) : null;
  const skills = said?.profile?.skills;
  const person = { birthDay, guardian, qualifications: held.get(volunteerId), skills } as const;
  return { volunteerId, maskedName, person, guardianId: null, guardianship };
}

async function birthDayOf(ports: Ports, volunteerId: VolunteerId): Promise<CivilDay> {
  const volunteer = await ports.database.get('volunteers', volunteerId);
  if (volunteer === null) throw new Error('invariant broken: an account has a volunteer');
  return volunteer.birthDay;
}

/** Two round trips each. Null: one of them is not, or no longer, a child of this guardian. */
export async function loadChildren(
  transaction: Transaction,
  account: Pick<Account, 'volunteerId'>,
  childIds: readonly VolunteerId[],
): Promise<Known[] | null> {
  const children: Known[] = [];
  for (const childId of new Set(childIds)) {
    const guardianship = await transaction.get('guardianships', childId);
    if (guardianship?.isInForce !== true || guardianship.guardianId !== account.volunteerId) return null;
    const child = await transaction.get('volunteers', childId);
    if (child?.status !== 'active') return null;
    children.push({
      volunteerId: childId,
      maskedName: redactName(child.name),
      person: { birthDay: child.birthDay, guardian: 'accompanying' },
      guardianId: account.volunteerId,
      guardianship,
    });
  }
  return children;
}

/**
 * Counts a use of each consent, one round trip each: one that ends at this moment clashes instead of slipping
 * by. An unchanged document would not.
 */
export async function countConsents(transaction: Transaction, people: readonly Known[]): Promise<void> {
  for (const { guardianship } of people) {
    if (guardianship === null) continue;
    const useCount = guardianship.useCount + 1;
    await transaction.put('guardianships', { ...guardianship, useCount });
  }
}
