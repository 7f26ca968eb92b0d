/** The trail, roles, teams, practice sites and computers in the table of procedures and roles. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

type RoleName = Extract<
  ProcedureName,
  `${'trail' | 'role' | 'team' | 'station' | 'console' | 'batch'}.${string}`
>;
const NOBODY = 'nothing000';
const HAND = { ticketId: NOBODY, secret: '0'.repeat(72) };

/** `teamId`: of the organiser of the table. */
export function roleInputs(teamId: string, today: string): { [Name in RoleName]: InputOf<Name> } {
  const page = { filter: { by: 'all' }, fromDay: null, toDay: null, cursor: null } as const;
  const deed = () => ({ requestId: requestId() });
  const station = { name: '测试实践站', address: '测试路 1 号', position: null, managerNumber: null };
  const division = { kind: 'division', divisionCode: '513201' } as const;
  return {
    'trail.listDeeds': page,
    'trail.listLooks': page,
    'role.listGrants': { group: 'all', cursor: null },
    'role.grant': {
      ...{ ...deed(), volunteerId: NOBODY, role: 'countyOffice', scope: division },
      ...{ fromDay: today, toDay: null, reason: '测试依据' },
    },
    'role.revoke': { ...deed(), grantId: NOBODY, reason: '测试理由' },
    'team.listTeams': { divisionCode: '513201', cursor: null },
    'team.getTeam': { teamId },
    'team.create': { ...deed(), divisionCode: '513201', name: '测试新队', form: 'grassroots' },
    'team.change': {
      ...deed(),
      teamId,
      name: '测试改名队',
      form: 'registered',
      parentId: null,
      leaderId: null,
    },
    'team.close': { ...deed(), teamId, reason: '测试注销' },
    'team.changeMembership': { ...deed(), teamId, wish: 'join' },
    'team.listMembers': { teamId, group: 'member', cursor: null },
    'team.getMemberCounts': { teamId },
    'team.answerMember': { ...deed(), teamId, volunteerId: NOBODY, isMember: true },
    'team.listMyTeams': {},
    'batch.getPreview': { deed: 'revokeGrants', keys: [NOBODY] },
    'batch.run': {
      ...{ ...deed(), deed: 'revokeGrants', reason: '测试理由' },
      items: [{ key: NOBODY, seen: NOBODY }],
    },
    'console.askTicket': { browser: 'edge', system: 'windows' },
    'console.getTicket': HAND,
    'console.enter': HAND,
    'console.scanTicket': { ticketId: NOBODY },
    'console.answerTicket': { ticketId: NOBODY, isConfirmed: true },
    'console.listComputers': {},
    'console.leaveComputers': { ticketId: 'all' },
    'station.listStations': { countyCode: '513201', cursor: null },
    'station.getStation': { stationId: NOBODY },
    'station.create': { ...deed(), divisionCode: '513201100', ...station },
    'station.change': { ...deed(), stationId: NOBODY, ...station },
    'station.close': { ...deed(), stationId: NOBODY, reason: '测试停用' },
  };
}

interface Groups<Role> {
  readonly everybody: Role[];
  readonly accounts: Role[];
  readonly volunteers: Role[];
  readonly managers: Role[];
  readonly offices: Role[];
}
export function roleRoles<Role>(groups: Groups<Role>): Record<RoleName, Role[]> {
  const { everybody, accounts, volunteers, managers, offices } = groups;
  return {
    'trail.listDeeds': offices,
    'trail.listLooks': offices,
    'role.listGrants': offices,
    'role.grant': offices,
    'role.revoke': offices,
    'team.listTeams': everybody,
    'team.getTeam': everybody,
    'team.create': offices,
    'team.change': offices,
    'team.close': offices,
    'team.changeMembership': volunteers,
    'team.listMembers': managers,
    'team.getMemberCounts': managers,
    'team.answerMember': managers,
    'team.listMyTeams': accounts,
    'batch.getPreview': managers,
    'batch.run': managers,
    'console.askTicket': everybody,
    'console.getTicket': everybody,
    'console.enter': everybody,
    'console.scanTicket': accounts,
    'console.answerTicket': accounts,
    'console.listComputers': accounts,
    'console.leaveComputers': accounts,
    'station.listStations': everybody,
    'station.getStation': everybody,
    'station.create': offices,
    'station.change': offices,
    'station.close': offices,
  };
}
