/** 志愿队伍 (TE): of a county or the city, with a leader, and members who asked to join. */
import { SERVICE_FIELDS } from '@domain/project/project';
import { TIME_SLOTS } from '@domain/volunteer/profile';
import {
  countField,
  cursorField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
  teamIdField,
  volunteerIdField,
} from './fields';
import { procedure } from './procedure-kit';
import { skillField } from './profile.contract';
import * as z from 'zod';
import './zod-config';

/** 登记注册的、单位内部的、草根的 */
export const TEAM_FORMS = ['registered', 'internal', 'grassroots'] as const;
export const TEAM_NAME_MAXIMUM = 40;
const teamNameField = lineField(2, TEAM_NAME_MAXIMUM);
export const TEAM_REASON_MAXIMUM = 100;
const formField = z.enum(TEAM_FORMS);
/** what one is to a team; null: nothing */
/** of a volunteer to a team; null: has never asked */
export const membershipField = z.enum(['asked', 'member', 'left', 'declined']);
const standingField = membershipField.nullable();

const teamSchema = z.object({
  teamId: teamIdField,
  name: z.string(),
  form: formField,
  divisionCode: divisionCodeField,
  /** masked */
  leaderName: z.string().nullable(),
  parentId: teamIdField.nullable(),
  parentName: z.string(),
  state: z.enum(['active', 'closed']),
  closeReason: z.string().nullable(),
  /** of who asks */
  standing: standingField,
  /** who asks accepts members; changes the team itself */
  mayAnswer: z.boolean(),
  mayChange: z.boolean(),
});
export type TeamView = z.output<typeof teamSchema>;

export const listTeams = procedure({
  summary: '一个县（市）的志愿队伍，新的在前，分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ divisionCode: divisionCodeField, cursor: cursorField }),
  output: z.object({ teams: z.array(teamSchema), mayCreate: z.boolean(), nextCursor: cursorField }),
});

export const getTeam = procedure({
  summary: '一支志愿队伍',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ teamId: teamIdField }),
  output: z.object({ team: teamSchema }),
});

export const createTeam = procedure({
  summary: '新建志愿队伍，名称须通过内容检查',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    divisionCode: divisionCodeField,
    name: teamNameField,
    form: formField,
  }),
  output: z.object({ teamId: teamIdField }),
});

export const changeTeam = procedure({
  summary: '改队伍的名称、类型、上级队伍、队长；此前的活动和证明仍写原名',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    teamId: teamIdField,
    name: teamNameField,
    form: formField,
    parentId: teamIdField.nullable(),
    leaderId: volunteerIdField.nullable(),
  }),
  output: z.object({ teamId: teamIdField }),
});

export const closeTeam = procedure({
  summary: '注销队伍，写明理由；还有活动或组织者的不能注销',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    teamId: teamIdField,
    reason: lineField(2, TEAM_REASON_MAXIMUM),
  }),
  output: z.object({ outcome: z.enum(['closed', 'already']) }),
});

export const changeMembership = procedure({
  summary: '申请加入一支队伍，或退出',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, teamId: teamIdField, wish: z.enum(['join', 'leave']) }),
  output: z.object({ standing: standingField }),
});

const memberSchema = z.object({
  volunteerId: volunteerIdField,
  volunteerNumber: z.string(),
  maskedName: z.string(),
  changedAt: instantField,
  isLeader: z.boolean(),
});
export type MemberView = z.output<typeof memberSchema>;

export const listMembers = procedure({
  summary: '队伍的成员，或申请加入的人，先到的在前，分页（脱敏显示，查看留痕）',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ teamId: teamIdField, group: z.enum(['asked', 'member']), cursor: cursorField }),
  output: z.object({ members: z.array(memberSchema), nextCursor: cursorField }),
});

export const answerMember = procedure({
  summary: '同意或不同意一个人加入，或请其退出',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    teamId: teamIdField,
    volunteerId: volunteerIdField,
    isMember: z.boolean(),
  }),
  output: z.object({ standing: standingField }),
});

const saidOf = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, memberCount: countField.nullable() }));

export const getMemberCounts = procedure({
  summary: '队伍成员填了哪些技能、想做什么、什么时候有空：只有人数，不足 3 人不写几人',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ teamId: teamIdField }),
  output: z.object({
    /** who said anything; null: fewer than are told (PF4) */
    saidCount: countField.nullable(),
    /** more members than are looked at */
    isCut: z.boolean(),
    skills: saidOf(skillField),
    fields: saidOf(z.enum(SERVICE_FIELDS)),
    times: saidOf(z.enum(TIME_SLOTS)),
  }),
});

export const listMyTeams = procedure({
  summary: '我加入的、申请加入的队伍',
  audience: 'account',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    teams: z.array(
      z.object({
        teamId: teamIdField,
        teamName: z.string(),
        standing: standingField,
        changedAt: instantField,
      }),
    ),
  }),
});
