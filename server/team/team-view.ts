/** A team as everybody sees it, and what the asker is to it. */
import type { TeamId, VolunteerId } from '@domain/kernel/identifiers';
import { redactName } from '@domain/volunteer/redact';
import type { TeamView } from '@contract/team.contract';
import { doersOf, mayGovern, mayOrganise } from '../kernel/actor';
import type { RequestContext } from '../kernel/procedure';
import type { Team } from './new-team';

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
          teams.map(({ _id }) => membershipIdOf(_id, account.volunteerId)),
        );
  const nameOf = new Map(
    leaders.filter(({ status }) => status === 'active').map(({ _id, name }) => [_id, redactName(name)]),
  );
  const standingOf = new Map(own.map(({ teamId, state }) => [teamId, state]));
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
