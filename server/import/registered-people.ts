/** Who of a roster is registered already. */
import type { RosterPerson } from '@domain/import/roster-row';
import type { RegisteredPerson } from '@domain/import/verdict';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { isClaimed } from '../volunteer/accounts';

type Volunteer = StoredDocument<'volunteers'>;

export function identityIdOf({ secrets }: Pick<Ports, 'secrets'>, { identity }: RosterPerson): string {
  return secrets.hash('idNumber', identity.text);
}

/** By the id under the newest key; at most a chunk of them. Two round trips, one when nobody is known. */
export async function registeredPeople(
  ports: Ports,
  people: readonly RosterPerson[],
): Promise<ReadonlyMap<string, Volunteer>> {
  const currentOf = new Map(
    people.flatMap(({ identity }) => {
      const ids = ports.secrets.hashes('idNumber', identity.text);
      return ids.map((id) => [id, ids[0] ?? id] as const);
    }),
  );
  const identities = await ports.database.getMany('identities', [...currentOf.keys()]);
  const volunteers = await ports.database.getMany(
    'volunteers',
    identities.map(({ volunteerId }) => volunteerId),
  );
  const byId = new Map(volunteers.map((volunteer) => [volunteer._id, volunteer]));
  return new Map(
    identities.flatMap(({ _id, volunteerId }) => {
      const volunteer = byId.get(volunteerId);
      return volunteer === undefined ? [] : [[currentOf.get(_id) ?? _id, volunteer]];
    }),
  );
}

export function registeredPersonOf(volunteer: Volunteer | undefined): RegisteredPerson | null {
  if (volunteer === undefined) return null;
  const { name, status, phoneHash } = volunteer;
  return { name, isActive: status === 'active', hasPhone: phoneHash !== '', isClaimed: isClaimed(volunteer) };
}
