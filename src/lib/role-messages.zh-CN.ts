/** Words for refusals of 角色, 队伍 and 实践站点 (RL, TE, SN). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

type RoleCode = Extract<ErrorCode, `${'role' | 'team' | 'station'}.${string}`>;

export const ROLE_MESSAGES: Readonly<Record<RoleCode, Words>> = {
  'role.scopeWrong': say(
    '这个角色不能用在这个范围',
    '请按角色选范围：县级管理选县（市），组织者选还在的队伍。',
  ),
  'role.beyondOwn': say(
    '您不能授予这个角色',
    '只能授予不超过自己角色和辖区的角色；审计员、市级管理请市办公室授予。',
  ),
  'role.datesWrong': say('起止日期不对', '从今天或以后开始，结束不早于开始。'),
  'role.noAccount': say('此人还没有用微信登录过', '请对方先在本平台注册或认领档案，再来授予。'),
  'role.own': say('不能改自己的角色', '请另一位办公室人员办理。'),
  'role.alreadyHeld': say('此人在这段时间已有这个角色', '要改起止日期，请先收回原来的，再重新授予。'),
  'role.tooMany': (params) => ({
    title: '此人的角色太多',
    nextStep: `一个微信最多 ${String(params.maximum ?? '')} 条，已经结束的也算在内；请改授予另一位。`,
  }),
  'role.notFound': say('没有找到这个角色', '它不在您的辖区，或不归您收回，请回到列表再看。'),
  'role.lastOffice': say(
    '这是最后一个长期的市级管理',
    '请先授予另一位不设结束日的市级管理，再来收回这一位。',
  ),
  'team.notFound': say('没有找到这支队伍', '请回到列表再看。'),
  'team.closed': say('这支队伍已经注销', '请选另一支队伍。'),
  'team.divisionWrong': say('队伍属于县（市）或全州', '请选县（市）；乡镇、村里的队伍可以设上级队伍。'),
  'team.parentWrong': say('不能以它为上级队伍', '上级要是还在的队伍，不能是自己或自己的下级。'),
  'team.leaderNotMember': say('队长要是本队成员', '请先让对方加入队伍，再设为队长。'),
  'team.hasActivities': say('队伍还有没结束的活动', '请先办完或取消这些活动，再注销队伍。'),
  'team.hasOrganisers': say('队伍还有组织者', '请先收回组织者的角色，再注销队伍。'),
  'team.memberNotFound': say('此人没有申请加入', '可能已经撤回，请刷新再看。'),
  'team.tooMany': (params) => ({
    title: `您已经在 ${String(params.maximum ?? '')} 支队伍里，或在等同意`,
    nextStep: '请先退出不再参加的队伍，再申请加入。',
  }),
  'station.notFound': say('没有找到这个站点', '请回到列表再看。'),
  'station.closed': say('这个站点已经停用', '请新建一个站点。'),
  'station.divisionWrong': say('站点要在县（市）、乡镇或村（社区）', '请选出所在的行政区划。'),
  'station.managerNotFound': say('没有找到这位负责人', '请核对志愿者编号；对方要先注册。'),
};
