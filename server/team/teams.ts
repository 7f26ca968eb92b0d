/** 志愿队伍 (TE1–TE3): listed for everybody; made, changed and closed by an office around them. */
import { parseTeamId, type TeamId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import { mayGovern } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { newTeam, type Team } from './new-team';
import { membershipIdOf, toTeamViews } from './team-view';

const PAGE = 20;
/** A chain of teams is never longer; whoever makes one has made a ring. */
const DEEPEST = 6;

/** Round trips: teams, and those of the views. */
export const listTeams: Handler<'team.listTeams'> = async ({ divisionCode, cursor }, context) => {
  const found = await context.ports.database.find('teams', {
    where: { divisionCode },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, PAGE, ({ createdAt, _id }) => [createdAt, _id]);
  const teams = await toTeamViews(context, rows);
  return { teams, mayCreate: mayGovern(await context.actor.grants(), divisionCode), nextCursor };
};

export const getTeam: Handler<'team.getTeam'> = async ({ teamId }, context) => {
  const found = await context.ports.database.get('teams', teamId);
  const [team] = found === null ? [] : await toTeamViews(context, [found]);
  return team === undefined ? rejected('team.notFound') : { team };
};

/** Round trips: roles, division, begin, read, write, entry, commit. */
export const createTeam: Handler<'team.create'> = async (input, context) => {
  const { ports, actor, now } = context;
  const { divisionCode, name, form } = input;
  if (!mayGovern(await actor.grants(), divisionCode)) return rejected('actor.forbidden');
  if (divisionCode.length > COUNTY_LENGTH) return rejected('team.divisionWrong');
  if ((await ports.database.get('divisions', divisionCode)) === null) return rejected('division.notFound');
  const openId = requireOpenId(context);
  if ((await ports.platform.checkContent(openId, name)) !== 'pass')
    return rejected('activity.contentRefused');
  const teamId = parseTeamId(ports.secrets.shortId('team', `${openId}:${input.requestId}`));
  await ports.database.transaction(async (transaction) => {
    if ((await transaction.get('teams', teamId)) !== null) return;
    await transaction.add('teams', newTeam({ _id: teamId, name, divisionCode, form, createdAt: now }));
  });
  return { teamId };
};

/** A team is a county's or the city's; smaller ones are somebody's below it. */
const COUNTY_LENGTH = 6;

/** Round trips: roles, team, begin, read, one for each team above, (member,) write, entry, commit. */
export const changeTeam: Handler<'team.change'> = async (input, context) => {
  const { ports } = context;
  const known = await governedTeam(context, input.teamId);
  if ('kind' in known) return known;
  if ((await ports.platform.checkContent(requireOpenId(context), input.name)) !== 'pass')
    return rejected('activity.contentRefused');
  return ports.database.transaction(async (transaction) => {
    const team = await transaction.get('teams', input.teamId);
    if (team === null) return rejected('team.notFound');
    if (team.state === 'closed') return rejected('team.closed');
    const parent = await parentOf(transaction, team, input.parentId);
    if ('code' in parent) return parent;
    if (input.leaderId !== null && !(await isMember(transaction, input.teamId, input.leaderId)))
      return rejected('team.leaderNotMember');
    const { name, form, leaderId } = input;
    await transaction.put('teams', { ...team, name, form, leaderId, ...parent });
    return { teamId: team._id };
  });
};

type Parent = Pick<Team, 'parentId' | 'parentName'>;

/** In the same city, active, and not one that lies below: a ring of teams has no top. */
async function parentOf(
  transaction: Transaction,
  team: Team,
  parentId: TeamId | null,
): Promise<Parent | Rejection<ErrorCode>> {
  if (parentId === null) return { parentId: null, parentName: '' };
  const parent = await transaction.get('teams', parentId);
  if (parent?.state !== 'active') return rejected('team.parentWrong');
  let above: Team | null = parent;
  for (let depth = 0; above !== null; depth += 1) {
    if (depth >= DEEPEST || above._id === team._id) return rejected('team.parentWrong');
    above = above.parentId === null ? null : await transaction.get('teams', above.parentId);
  }
  return { parentId, parentName: parent.name };
}

async function isMember(
  transaction: Transaction,
  teamId: TeamId,
  volunteerId: Parameters<typeof membershipIdOf>[1],
): Promise<boolean> {
  const membership = await transaction.get('memberships', membershipIdOf(teamId, volunteerId));
  return membership?.state === 'member';
}

/** Round trips: roles, team, what is ahead, organisers, begin, read, write, entry, commit. */
export const closeTeam: Handler<'team.close'> = async ({ teamId, reason }, context) => {
  const { ports, now } = context;
  const known = await governedTeam(context, teamId);
  if ('kind' in known) return known;
  const [activities, organisers] = await Promise.all([
    ports.database.find('activities', {
      where: { teamId, state: 'published', lastEndsAt: { above: now } },
      limit: 1,
    }),
    ports.database.find('roleGrants', { where: { 'scope.teamId': teamId }, limit: MAXIMUM_ORGANISERS }),
  ]);
  if (activities.length > 0) return rejected('team.hasActivities');
  if (
    organisers.some(
      (grant) => grant.revocation === undefined && (grant.toDay === null || grant.toDay >= civilDayOf(now)),
    )
  )
    return rejected('team.hasOrganisers');
  return ports.database.transaction(async (transaction) => {
    const team = await transaction.get('teams', teamId);
    if (team === null) return rejected('team.notFound');
    if (team.state === 'closed') return { outcome: 'already' as const };
    await transaction.put('teams', { ...team, state: 'closed', closeReason: reason });
    return { outcome: 'closed' as const };
  });
};

/** Far more than a team has had. */
const MAXIMUM_ORGANISERS = 200;

async function governedTeam(
  { ports, actor }: RequestContext,
  teamId: TeamId,
): Promise<Team | Rejection<'team.notFound' | 'actor.forbidden'>> {
  const [grants, team] = await Promise.all([actor.grants(), ports.database.get('teams', teamId)]);
  if (team === null) return rejected('team.notFound');
  return mayGovern(grants, team.divisionCode) ? team : rejected('actor.forbidden');
}
