/** Words of 我的资料 (PF1): short enough for a chip. */
import { WEEKDAYS, type Weekday } from '@domain/activity/weekly';
import {
  DAY_PARTS,
  SKILLS,
  slotOf,
  type DayPart,
  type PoliticalStatus,
  type Skill,
  type TimeSlot,
} from '@domain/volunteer/profile';

export const SKILL_WORDS: Readonly<Record<Skill, string>> = {
  firstAid: '急救',
  medicine: '医护',
  counselling: '心理疏导',
  law: '法律咨询',
  tibetan: '藏语',
  qiang: '羌语',
  foreignLanguage: '外语',
  signLanguage: '手语',
  driving: '驾驶',
  repairs: '水电维修',
  tutoring: '教学辅导',
  computing: '电脑手机',
  photography: '摄影摄像',
  performing: '文艺主持',
  rescue: '应急救援',
  haircutting: '理发',
  farming: '农牧技术',
};

export const POLITICAL_WORDS: Readonly<Record<PoliticalStatus, string>> = {
  partyMember: '中共党员',
  probationaryMember: '中共预备党员',
  leagueMember: '共青团员',
  otherParty: '民主党派成员',
  independent: '无党派人士',
  masses: '群众',
};

export const PART_WORDS: Readonly<Record<DayPart, string>> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
};
export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
};

const SLOT_WORDS: ReadonlyMap<TimeSlot, string> = new Map(
  WEEKDAYS.flatMap((weekday) =>
    DAY_PARTS.map((part) => [slotOf(weekday, part), `${WEEKDAY_WORDS[weekday]}${PART_WORDS[part]}`] as const),
  ),
);
export function slotWords(slot: TimeSlot): string {
  return SLOT_WORDS.get(slot) ?? slot;
}

/** Of a name that crossed the wire. */
export function skillWords(name: unknown): string {
  const skill = SKILLS.find((one) => one === name);
  return skill === undefined ? '这项技能' : SKILL_WORDS[skill];
}
