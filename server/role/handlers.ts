/** Who did what, who may what, in which team, where: part of the handlers of the function `api`. */
import { getStation } from '../station/get-station';
import { changeStation, closeStation, createStation, listStations } from '../station/stations';
import { answerMember, changeMembership, listMembers, listMyTeams } from '../team/members';
import { getMemberCounts } from '../team/said';
import { changeTeam, closeTeam, createTeam, getTeam, listTeams } from '../team/teams';
import { listDeeds } from '../trail/list-deeds';
import { listLooks } from '../trail/list-looks';
import { grantRole } from './grant';
import { listGrants } from './list-grants';
import { revokeRole } from './revoke';

export const roleHandlers = {
  'trail.listDeeds': listDeeds,
  'trail.listLooks': listLooks,
  'role.listGrants': listGrants,
  'role.grant': grantRole,
  'role.revoke': revokeRole,
  'team.listTeams': listTeams,
  'team.getTeam': getTeam,
  'team.create': createTeam,
  'team.change': changeTeam,
  'team.close': closeTeam,
  'team.changeMembership': changeMembership,
  'team.listMembers': listMembers,
  'team.getMemberCounts': getMemberCounts,
  'team.answerMember': answerMember,
  'team.listMyTeams': listMyTeams,
  'station.listStations': listStations,
  'station.getStation': getStation,
  'station.create': createStation,
  'station.change': changeStation,
  'station.close': closeStation,
} as const;
