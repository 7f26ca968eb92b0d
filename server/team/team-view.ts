/** A team as everybody sees it, and what the asker is to it. */
import type { TeamId, VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import type { TeamView } from '@contract/team.contract';
import { doersOf, mayGovern, mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';
import type { Team } from './new-team';

export function isLive({ state }: Pick<StoredDocument<'memberships'>, 'state'>): boolean {
  return state === 'asked' || state === 'member';
}

export function membershipIdOf(teamId: TeamId, volunteerId: VolunteerId): string {
  return `${teamId}:${volunteerId}`;
}

/** Round trips: people, and of who is signed in roles, account, memberships. */
export async function toTeamViews(context: RequestContext, teams: readonly Team[]): Promise<TeamView[]> {
  const { ports, actor } = context;
  const leaderIds = teams.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId]));
  const [leaders, grants, account] = await Promise.all([
    ports.database.getMany('volunteers', leaderIds),
    actor.grants(),
    actor.account(),
  ]);
  const own =
    account === null
      ? []
      : await ports.database.getMany(
          'memberships',
          teams.flatMap(({ _id }) =>
            [account.volunteerId, ...(account.mergedIds ?? [])].map((id) => membershipIdOf(_id, id)),
          ),
        );
  const nameOf = new Map(
    leaders.filter(({ status }) => status === 'active').map(({ _id, name }) => [_id, redactName(name)]),
  );
  // Of two registrations that became one, who is in stands for both (RM5).
  const inOrder = [...own].sort((a, b) => Number(isLive(a)) - Number(isLive(b)));
  const standingOf = new Map(inOrder.map(({ teamId, state }) => [teamId, state]));
  const doing = doersOf(grants);
  return teams.map((team) => ({
    ...{ teamId: team._id, name: team.name, form: team.form, divisionCode: team.divisionCode },
    ...{ parentId: team.parentId, parentName: team.parentName },
    ...{ state: team.state, closeReason: team.closeReason },
    leaderName: team.leaderId === null ? null : (nameOf.get(team.leaderId) ?? null),
    standing: standingOf.get(team._id) ?? null,
    mayAnswer: mayOrganise(doing, team._id, team.divisionCode),
    mayChange: mayGovern(doing, team.divisionCode),
  }));
}

/** For who organises it, or an office around it. */
export async function ledTeam(
  { ports, actor }: RequestContext,
  teamId: TeamId,
): Promise<Team | Rejection<'team.notFound' | 'actor.forbidden'>> {
  const [grants, team] = await Promise.all([actor.grants(), ports.database.get('teams', teamId)]);
  if (team === null) return rejected('team.notFound');
  return mayOrganise(grants, teamId, team.divisionCode) ? team : rejected('actor.forbidden');
}
