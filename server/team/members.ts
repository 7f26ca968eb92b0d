/** Members (TE4): who asked to join, who was let in, who left. */
import type { TeamId, VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import { mayOrganise } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Database } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { logLook } from '../trail/access-log';
import type { Team } from './new-team';
import { membershipIdOf } from './team-view';

type Membership = StoredDocument<'memberships'>;

const PAGE = 20;
/** A person is in a handful of teams; the oldest of more are not shown. */
const SHOWN_TEAMS = 50;

/** Round trips: account, begin, team, membership, write, commit. */
export const changeMembership: Handler<'team.changeMembership'> = async ({ teamId, wish }, context) => {
  const { volunteerId } = await requireAccount(context);
  return context.ports.database.transaction(async (transaction) => {
    const [team, known] = [
      await transaction.get('teams', teamId),
      await transaction.get('memberships', membershipIdOf(teamId, volunteerId)),
    ];
    if (team === null) return rejected('team.notFound');
    const state = known?.state ?? null;
    const isIn = state === 'asked' || state === 'member';
    if (wish === 'join' ? isIn : !isIn) return { standing: state };
    if (wish === 'join' && team.state === 'closed') return rejected('team.closed');
    const next = wish === 'join' ? ('asked' as const) : ('left' as const);
    await transaction.put('memberships', membershipOf(team, volunteerId, next, context.now));
    // Who leaves a team does not lead it any more.
    if (next === 'left' && team.leaderId === volunteerId)
      await transaction.put('teams', { ...team, leaderId: null });
    return { standing: next };
  });
};

function membershipOf(
  { _id: teamId, name: teamName }: Team,
  volunteerId: VolunteerId,
  state: Membership['state'],
  changedAt: number,
): Membership {
  return { _id: membershipIdOf(teamId, volunteerId), teamId, teamName, volunteerId, state, changedAt };
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
    await transaction.put('memberships', { ...known, teamName: team.name, state, changedAt: context.now });
    if (state === 'left' && team.leaderId === volunteerId)
      await transaction.put('teams', { ...team, leaderId: null });
    return { standing: state };
  });
};

async function ledTeam(
  { ports, actor }: RequestContext,
  teamId: TeamId,
): Promise<Team | Rejection<'team.notFound' | 'actor.forbidden'>> {
  const [grants, team] = await Promise.all([actor.grants(), ports.database.get('teams', teamId)]);
  if (team === null) return rejected('team.notFound');
  return mayOrganise(grants, teamId, team.divisionCode) ? team : rejected('actor.forbidden');
}

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
  return found.map(({ teamId, teamName, state: standing, changedAt }) => ({
    ...{ teamId, teamName, standing, changedAt },
  }));
}
