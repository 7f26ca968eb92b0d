/** The file one takes home: readable by a person, and by a program. */
import type { OutputOf } from '@contract/procedures';
import { civilDayOf } from '@domain/time/civil-day';
import { formatClock } from '@/lib/format';
import { ORDER_WORDS } from '@/lib/order-words';
import { OUTCOME_WORDS } from '@/lib/message-outcome-words';
import { MESSAGE_WORDS, toldTitle } from '@/lib/message-words';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { POLITICAL_WORDS, SKILL_WORDS, slotWords } from '@/lib/skill-words';
import { STANDING_WORDS } from '@/lib/standing-words';
import { STATE_WORDS } from '@/lib/presence-words';

import { ARM_WORDS, CHOICE_WORDS, DEED_WORDS, lookWords, originWords, PAUSE_WORDS } from './deed-words';

export type TakenPage = OutputOf<'volunteer.takeData'>;
type TakenRecord = TakenPage['records'][number];

/** `2026-11-26 14:05`, Shanghai */
const momentOf = (at: number): string => `${civilDayOf(at)} ${formatClock(at)}`;
const maybe = (at: number | null): string => (at === null ? '—' : momentOf(at));

/** The profile as the last page saw it, the records and messages of all pages. */
export function fileOf(pages: readonly TakenPage[], now: number): string {
  const profile = pages[pages.length - 1]?.profile;
  if (profile === undefined) throw new Error('invariant broken: there is a page');
  const content = {
    说明: '向锋志愿服务平台上保存的本人数据；身份证号和手机号只写一部分。',
    取出时间: momentOf(now),
    登记信息: {
      姓名: profile.name,
      性别: profile.sex === 'female' ? '女' : '男',
      出生日期: profile.birthDay,
      身份证号: profile.maskedIdNumber,
      手机号: profile.maskedPhone,
      志愿者编号: profile.volunteerNumber,
      注册日期: profile.registeredDay,
      ...(profile.origin === null ? {} : { 从哪里来注册: originWords(profile.origin) }),
    },
    我的资料: profileOf(profile.profile),
    居住地: profile.homes.map(({ divisionName, fromDay }) => ({ 地点: divisionName, 从哪天起: fromDay })),
    更改记录: profile.deeds.map(({ deed, at }) => ({ 时间: momentOf(at), 事项: DEED_WORDS[deed] })),
    查看记录: profile.looks.map(({ procedure, at }) => ({ 时间: momentOf(at), 事项: lookWords(procedure) })),
    微信提醒: profile.agreements.map((one) => ({
      种类: MESSAGE_WORDS[one.kind].title,
      选择: CHOICE_WORDS[one.choice],
      时间: momentOf(one.choseAt),
      还可收条数: one.remainingCount,
    })),
    活动邀请: {
      本人选择: PAUSE_WORDS[profile.invitationPause],
      记录: profile.invitations.map(({ at, arm, openedAt }) => ({
        时间: momentOf(at),
        分到: ARM_WORDS[arm],
        打开: maybe(openedAt),
      })),
    },
    表彰: profile.honours.map(({ title, documentNumber, day, isInForce }) => ({
      称号: title,
      文号: documentNumber,
      日期: day,
      状态: isInForce ? '生效' : '已撤销',
    })),
    队伍: profile.teams.map(({ teamName, standing, changedAt }) => ({
      名称: teamName,
      状态: STANDING_WORDS[standing],
      时间: momentOf(changedAt),
    })),
    点单: profile.orders.map(({ need, placedAt, state }) => ({
      时间: momentOf(placedAt),
      需要: need,
      状态: ORDER_WORDS[state],
    })),
    服务记录: pages.flatMap(({ records }) => records.map(recordOf)),
    消息: pages.flatMap(({ messages }) => messages.map(messageOf)),
  };
  return JSON.stringify(content, null, 2);
}

function profileOf({ skills, fields, times, politicalStatus, workUnit }: TakenPage['profile']['profile']) {
  return {
    技能: skills.map((skill) => SKILL_WORDS[skill]),
    想做的服务: fields.map((field) => FIELD_WORDS[field]),
    有空的时间: times.map(slotWords),
    政治面貌: politicalStatus === null ? '没有填' : POLITICAL_WORDS[politicalStatus],
    工作单位: workUnit === '' ? '没有填' : workUnit,
  };
}

function recordOf(record: TakenRecord) {
  return {
    活动: record.title,
    地点: record.placeName,
    ...(record.imported === undefined
      ? {}
      : { 来源: `${record.imported.organisation}的名单，服务日期 ${record.imported.day}` }),
    场次开始: momentOf(record.startsAt),
    场次结束: momentOf(record.endsAt),
    状态: STATE_WORDS[record.state].text,
    签到: maybe(record.checkedInAt),
    签退: maybe(record.checkedOutAt),
    计入分钟: record.creditedMinutes,
  };
}

function messageOf({ kind, title, note, at, state }: TakenPage['messages'][number]) {
  return {
    种类: toldTitle(kind),
    事项: title,
    说明: note,
    时间: momentOf(at),
    结果: OUTCOME_WORDS[state].text,
  };
}
