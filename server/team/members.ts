/** Members (TE4): who asked to join, who was let in, who left. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Database } from '../kernel/ports';
import { requireAccount, type Handler } from '../kernel/procedure';
import { logLook } from '../trail/access-log';
import type { Team } from './new-team';
import { liveMemberships, MAXIMUM_TEAMS, NOTHING_SAID, ownMembership, saidBy, type Said } from './said';
import { isLive, ledTeam, membershipIdOf } from './team-view';

type Membership = StoredDocument<'memberships'>;

const PAGE = 20;
/** A person is in a handful of teams; the oldest of more are not shown. */
const SHOWN_TEAMS = 50;

/**
 * Round trips: account, begin, team, person, a membership of each registration that is the person's, write,
 * commit; who joins: the teams joined, and a write more.
 */
export const changeMembership: Handler<'team.changeMembership'> = async ({ teamId, wish }, context) => {
  const { volunteerId } = await requireAccount(context);
  const { ports, now } = context;
  return ports.database.transaction(async (transaction) => {
    const team = await transaction.get('teams', teamId);
    const volunteer = await transaction.get('volunteers', volunteerId);
    if (team === null) return rejected('team.notFound');
    if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
    const known = await ownMembership(transaction, teamId, volunteer);
    const state = known?.state ?? null;
    const isIn = known !== null && isLive(known);
    if (wish === 'join' ? isIn : !isIn) return { standing: state };
    if (wish === 'join') {
      if (team.state === 'closed') return rejected('team.closed');
      if ((await liveMemberships(ports, volunteer)).length >= MAXIMUM_TEAMS)
        return rejected('team.tooMany', { maximum: MAXIMUM_TEAMS });
      // Written, so that a profile that is changed at this moment clashes: its copy would miss this one.
      await transaction.put('volunteers', { ...volunteer, joinCount: (volunteer.joinCount ?? 0) + 1 });
      await transaction.put('memberships', membershipOf(team, volunteerId, 'asked', now, saidBy(volunteer)));
      return { standing: 'asked' as const };
    }
    const memberId = known?.volunteerId ?? volunteerId;
    await transaction.put('memberships', membershipOf(team, memberId, 'left', now, NOTHING_SAID));
    // Who leaves a team does not lead it any more.
    if (team.leaderId === memberId) await transaction.put('teams', { ...team, leaderId: null });
    return { standing: 'left' as const };
  });
};

function membershipOf(
  { _id: teamId, name: teamName }: Team,
  volunteerId: VolunteerId,
  state: Membership['state'],
  changedAt: number,
  said: Said,
): Membership {
  const _id = membershipIdOf(teamId, volunteerId);
  return { _id, teamId, teamName, volunteerId, state, changedAt, ...said };
}

/** Round trips: roles, team, memberships, people, the log of the look. */
export const listMembers: Handler<'team.listMembers'> = async ({ teamId, group, cursor }, context) => {
  const { ports } = context;
  const team = await ledTeam(context, teamId);
  if ('kind' in team) return team;
  const found = await ports.database.find('memberships', {
    where: { teamId, state: group },
    orderBy: [
      ['changedAt', 'asc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, PAGE, ({ changedAt, _id }) => [changedAt, _id]);
  const people = await presentPeople(ports.database, rows);
  if (people.length > 0)
    await logLook(context, {
      procedure: 'team.listMembers',
      divisionCode: team.divisionCode,
      measure: `team:${teamId}`,
      volunteerIds: people.map(({ volunteer }) => volunteer._id),
    });
  return {
    members: people.map(({ volunteer, membership }) => ({
      volunteerId: membership.volunteerId,
      volunteerNumber: volunteer.volunteerNumber,
      maskedName: redactName(volunteer.name),
      changedAt: membership.changedAt,
      isLeader: membership.volunteerId === team.leaderId,
    })),
    nextCursor,
  };
};

/** Who has left the registration is nobody; two registrations that became one are shown as that one (RM5). */
async function presentPeople(database: Database, rows: readonly Membership[]) {
  const found = await database.getMany(
    'volunteers',
    rows.map(({ volunteerId }) => volunteerId),
  );
  const survivors = found.flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [mergedInto]));
  const all = [...found, ...(await database.getMany('volunteers', survivors))];
  const byId = new Map(all.map((volunteer) => [volunteer._id, volunteer]));
  return rows.flatMap((membership) => {
    const own = byId.get(membership.volunteerId);
    const volunteer = own?.mergedInto === undefined ? own : byId.get(own.mergedInto);
    return volunteer?.status === 'active' ? [{ volunteer, membership }] : [];
  });
}

/** Round trips: roles, team, begin, membership, (team,) write, entry, commit. */
export const answerMember: Handler<'team.answerMember'> = async (input, context) => {
  const { teamId, volunteerId, isMember } = input;
  const led = await ledTeam(context, teamId);
  if ('kind' in led) return led;
  return context.ports.database.transaction(async (transaction) => {
    const team = (await transaction.get('teams', teamId)) ?? led;
    const known = await transaction.get('memberships', membershipIdOf(teamId, volunteerId));
    if (known === null) return rejected('team.memberNotFound');
    const state = isMember ? ('member' as const) : known.state === 'member' ? 'left' : 'declined';
    const isDone =
      known.state === state || (!isMember && (known.state === 'left' || known.state === 'declined'));
    if (isDone) return { standing: known.state };
    // Who took the wish back is not let in without asking again.
    if (isMember && known.state !== 'asked') return rejected('team.memberNotFound');
    if (isMember && team.state === 'closed') return rejected('team.closed');
    const said = state === 'member' ? {} : NOTHING_SAID;
    const changed = { ...known, teamName: team.name, changedAt: context.now, ...said };
    await transaction.put('memberships', { ...changed, state });
    if (state === 'left' && team.leaderId === volunteerId)
      await transaction.put('teams', { ...team, leaderId: null });
    return { standing: state };
  });
};

/** Round trips: account, memberships. */
export const listMyTeams: Handler<'team.listMyTeams'> = async (_input, { ports, actor }) => {
  const account = await actor.account();
  if (account === null) return { teams: [] };
  return { teams: await ownTeams(ports.database, [account.volunteerId, ...(account.mergedIds ?? [])]) };
};

/** `own`: the volunteer, and registrations that became this one. One round trip. */
export async function ownTeams(database: Database, own: readonly VolunteerId[]) {
  const found = await database.find('memberships', {
    where: { volunteerId: { in: [...own] } },
    orderBy: [
      ['changedAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: SHOWN_TEAMS,
  });
  // Of two registrations in one team, one stands for both (RM5).
  const isIn = new Set(found.filter(isLive).map(({ teamId }) => teamId));
  const shown = found.filter((one) => isLive(one) || !isIn.has(one.teamId));
  return shown.map(({ teamId, teamName, state: standing, changedAt }) => ({
    ...{ teamId, teamName, standing, changedAt },
  }));
}
