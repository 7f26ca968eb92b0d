/** Who may what, in which team, where: by wire names; part of `procedures`. */
import { grantRole, listGrants, revokeRole } from './role.contract';
import { changeStation, closeStation, createStation, getStation, listStations } from './station.contract';
import {
  answerMember,
  changeMembership,
  changeTeam,
  closeTeam,
  createTeam,
  getMemberCounts,
  getTeam,
  listMembers,
  listMyTeams,
  listTeams,
} from './team.contract';
import { listDeeds, listLooks } from './trail.contract';

export const roleProcedures = {
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
