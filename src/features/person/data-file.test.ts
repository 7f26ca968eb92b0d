import { parseCivilDay, startOfDay } from '@domain/time/civil-day';

import { fileOf, type TakenPage } from './data-file';

const NOON = startOfDay(parseCivilDay('2026-11-26')) + 12 * 3_600_000;
const record = (title: string): TakenPage['records'][number] => ({
  ...{ title, placeName: '路口', startsAt: NOON, endsAt: NOON + 3_600_000, state: 'confirmed' },
  ...{ checkedInAt: NOON, checkedOutAt: null, creditedMinutes: 60 },
});
const message = (title: string): TakenPage['messages'][number] => ({
  ...{ messageId: title, kind: 'shiftSoon', state: 'unknown', title, note: '请准时到' },
  ...{ createdAt: NOON, at: NOON, shiftId: null, certificateId: null },
});
const page = (titles: readonly string[], nextCursor: string | null): TakenPage => ({
  profile: {
    ...{ name: '王芳', sex: 'female', birthDay: parseCivilDay('1990-04-12'), childNames: [] },
    ...{ maskedIdNumber: '**************9982', maskedPhone: '138****5678', isPhoneVerified: true },
    ...{ volunteerNumber: '5132-x', registeredDay: parseCivilDay('2026-01-05'), hasGuardian: false },
    origin: { channel: { kind: 'article', number: 3 }, contentTitle: '文明斑马线' },
    homes: [{ divisionName: '马尔康市', fromDay: parseCivilDay('2026-01-05') }],
    deeds: [{ deed: 'moved', at: NOON }],
    looks: [{ procedure: 'something.new', at: NOON }],
    profile: {
      ...{ skills: ['firstAid', 'qiang'], fields: ['health'], times: ['6-morning'] },
      ...{ politicalStatus: 'masses', workUnit: '县小学' },
    },
    honours: [],
    teams: [{ teamName: '红马甲队', standing: 'member', changedAt: NOON }],
    orders: [{ need: '请人理发', placedAt: NOON, state: 'rated' }],
    invitations: [{ at: NOON, arm: 'holdOut', openedAt: null }],
    invitationPause: 'month',
    agreements: [{ kind: 'shiftSoon', choice: 'refused', choseAt: NOON, remainingCount: 0 }],
  },
  records: titles.map(record),
  messages: titles.map(message),
  nextCursor,
});

test('the file holds the profile once and the records and messages of all pages, in plain words', () => {
  const content: unknown = JSON.parse(fileOf([page(['甲', '乙'], 'x'), page(['丙'], null)], NOON));
  expect(content).toMatchObject({
    取出时间: '2026-11-26 12:00',
    登记信息: {
      姓名: '王芳',
      性别: '女',
      手机号: '138****5678',
      从哪里来注册: '公众号文章 第 3 篇：文明斑马线',
    },
    我的资料: {
      技能: ['急救', '羌语'],
      想做的服务: ['医疗健康'],
      有空的时间: ['周六上午'],
      政治面貌: '群众',
      工作单位: '县小学',
    },
    居住地: [{ 地点: '马尔康市', 从哪天起: '2026-01-05' }],
    更改记录: [{ 事项: '改了居住地' }],
    查看记录: [{ 事项: '有权限的人看了名单' }],
    活动邀请: { 本人选择: '一个月内不邀请', 记录: [{ 分到: '对照，没有邀请', 打开: '—' }] },
    服务记录: [
      { 活动: '甲', 状态: '已确认', 签到: '2026-11-26 12:00', 签退: '—', 计入分钟: 60 },
      { 活动: '乙' },
      { 活动: '丙' },
    ],
    微信提醒: [{ 种类: '开始前提醒', 选择: '不接收', 时间: '2026-11-26 12:00', 还可收条数: 0 }],
    消息: [
      { 种类: '开始前提醒', 事项: '甲', 说明: '请准时到', 时间: '2026-11-26 12:00', 结果: '可能已发出' },
      { 事项: '乙' },
      { 事项: '丙' },
    ],
  });
});
