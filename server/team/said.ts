/**
 * What members say of themselves, for counting (PF4): a copy at every membership while somebody asks or is
 * in, so that a count is one read by index. Whoever changes what is said or joins writes the person's
 * document: of two that do so at the same moment one is repeated and sees the other.
 */
import { countableOf, countSaid, EMPTY_PROFILE, type Countable } from '@domain/volunteer/profile';
import type { TeamId } from '@domain/kernel/identifiers';
import type { PageKey } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import type { Ports, Transaction } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { isLive, ledTeam, membershipIdOf } from './team-view';

type Membership = StoredDocument<'memberships'>;
type Volunteer = StoredDocument<'volunteers'>;
export type Said = Pick<Membership, 'skills' | 'fields' | 'times'>;

/** More would be nobody's teams; and a profile is copied to each of them. */
export const MAXIMUM_TEAMS = 20;
/** With those of registrations that became one. */
const MAXIMUM_COPIES = 200;
const COUNTED_PAGE = 1_000;
/** The largest team of a county has some hundreds. */
const COUNTED_PAGES = 5;

export const NOTHING_SAID: Said = copyOf(EMPTY_PROFILE);

function copyOf(said: Countable): Said {
  const { skills, fields, times } = countableOf(said);
  return { skills: [...skills], fields: [...fields], times: [...times] };
}

export function saidBy({ profile }: Pick<Volunteer, 'profile'>): Said {
  return profile === undefined ? NOTHING_SAID : copyOf(profile);
}

type Person = Pick<Volunteer, '_id' | 'mergedIds'>;
const idsOf = ({ _id, mergedIds = [] }: Person) => [_id, ...mergedIds];

/** Of somebody, and of registrations that have become this one. */
export function liveMemberships(
  { database }: Pick<Ports, 'database'>,
  person: Person,
): Promise<Membership[]> {
  return database.find('memberships', {
    where: { volunteerId: { in: idsOf(person) }, state: { in: ['asked', 'member'] } },
    limit: MAXIMUM_COPIES,
  });
}

/** To a team: the one by which one is in, else one's own. */
export async function ownMembership(
  transaction: Transaction,
  teamId: TeamId,
  person: Person,
): Promise<Membership | null> {
  const found: Membership[] = [];
  for (const id of idsOf(person)) {
    const membership = await transaction.get('memberships', membershipIdOf(teamId, id));
    if (membership !== null) found.push(membership);
  }
  return found.find(isLive) ?? found.find(({ volunteerId }) => volunteerId === person._id) ?? null;
}

/**
 * After the person's document has been read and written in the transaction: what joined before is found here,
 * what joins now clashes. A read, then two round trips for each team.
 */
export async function copySaid(
  transaction: Transaction,
  ports: Pick<Ports, 'database'>,
  volunteer: Volunteer,
): Promise<void> {
  const said = saidBy(volunteer);
  for (const { _id } of await liveMemberships(ports, volunteer)) {
    const membership = await transaction.get('memberships', _id);
    if (membership === null || !isLive(membership)) continue;
    await transaction.put('memberships', { ...membership, ...said });
  }
}

/** Round trips: roles and team, then a page of members for every thousand. */
export const getMemberCounts: Handler<'team.getMemberCounts'> = async ({ teamId }, context) => {
  const team = await ledTeam(context, teamId);
  if ('kind' in team) return team;
  const members: Excerpt<'said'>[] = [];
  let after: PageKey | null = null;
  for (let page = 0; page < COUNTED_PAGES; page += 1) {
    const found: Excerpt<'said'>[] = await context.ports.database.findExcerpts('said', {
      where: { teamId, state: 'member' },
      orderBy: [
        ['changedAt', 'asc'],
        ['_id', 'asc'],
      ],
      after,
      limit: COUNTED_PAGE,
    });
    members.push(...found);
    const last = found.at(-1);
    if (last === undefined || found.length < COUNTED_PAGE) return { isCut: false, ...countSaid(members) };
    after = [last.changedAt, last._id];
  }
  return { isCut: true, ...countSaid(members) };
};
