/** What members say, by a naive look at people and memberships: no copies, no order of events (PF4). */
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import type { MemoryStore } from './memory-store';

type Membership = StoredDocument<'memberships'>;
type Volunteer = StoredDocument<'volunteers'>;
/** by team and skill */
type Counts = ReadonlyMap<string, number>;

/** A document that its schema refuses is a difference of its own kind: this throws. */
export function membershipsOf(store: MemoryStore, teamIds: readonly string[]): Membership[] {
  return [...store.all('memberships').values()]
    .map((row) => documentSchemas.memberships.parse(row))
    .filter(({ teamId }) => teamIds.includes(teamId));
}

export function volunteersOf(store: MemoryStore): ReadonlyMap<string, Volunteer> {
  const rows = [...store.all('volunteers').values()].map((row) => documentSchemas.volunteers.parse(row));
  return new Map(rows.map((row) => [row._id, row]));
}

/** As the product counts them: by the copies at memberships. */
export function countedByCopies(store: MemoryStore, teamIds: readonly string[]): Counts {
  const members = membershipsOf(store, teamIds).filter(({ state }) => state === 'member');
  return countsOf(members.flatMap(({ teamId, skills }) => skills.map((skill) => `${teamId} ${skill}`)));
}

/** Whoever is somebody and in, by either registration, once in each team: what that person's profile says. */
export function countedNaively(store: MemoryStore, teamIds: readonly string[]): Counts {
  const people = volunteersOf(store);
  const inTeams = new Map<string, { readonly teamId: string; readonly person: Volunteer }>();
  for (const { teamId, state, volunteerId } of membershipsOf(store, teamIds)) {
    const own = people.get(volunteerId);
    const person = own?.mergedInto === undefined ? own : people.get(own.mergedInto);
    if (state !== 'member' || person?.status !== 'active') continue;
    inTeams.set(`${teamId} ${person._id}`, { teamId, person });
  }
  return countsOf(
    [...inTeams.values()].flatMap(({ teamId, person }) =>
      (person.profile?.skills ?? []).map((skill) => `${teamId} ${skill}`),
    ),
  );
}

/** Who is out has left nothing behind, in words. */
export function leftBehind(store: MemoryStore, teamIds: readonly string[]): string[] {
  return membershipsOf(store, teamIds)
    .filter(({ state, skills }) => (state === 'left' || state === 'declined') && skills.length > 0)
    .map(({ _id, state }) => `${_id} is ${state} and keeps what was said`);
}

function countsOf(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
