import type { ChainCheckView, RecountProgressView, RecountView } from '@contract/audit.contract';
import type { Quantity } from '@domain/statistics/measure';
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';

import { formatCount, formatDay } from '@/lib/format';

export const QUANTITY_WORDS: Readonly<Record<Quantity, string>> = {
  registered: '注册志愿者',
  activeCum: '累计活跃',
  activeYear: '本年活跃',
  activeR12: '近一年活跃',
  activeCumStrict: '累计活跃（本人签到）',
  activeYearStrict: '本年活跃（本人签到）',
  activeR12Strict: '近一年活跃（本人签到）',
  serviceMinutes: '服务分钟',
  strictMinutes: '服务分钟（本人签到）',
  serviceRecords: '服务记录',
  supplementedMinutes: '补录分钟',
  lateRecords: '迟确认的记录',
  closedVisits: '有签退的签到',
  unclosedVisits: '没有签退的签到',
  active20Hours: '本年满 20 小时',
  activeTrained: '持有有效培训的活跃志愿者',
  heldShifts: '举办的场次',
  heldMinutes: '在地服务分钟',
  ruralShifts: '乡村场次',
  ruralMinutes: '乡村服务分钟',
  urbanMinutes: '城镇服务分钟',
  servedRuralCommunities: '有服务的村',
  liveProjects: '活跃项目',
  liveGrassrootsProjects: '基层活跃项目',
  brandPresence: '品牌项目的场次',
  livelyShifts: '5 人以上的场次',
  projectVolunteers: '项目参与者',
  projectReturners: '再次参与的人',
  projectPlaces: '服务过的社区（村）',
  lapsedR12: '近 365 天活跃到期',
};
const wordsByName = new Map<string, string>(Object.entries(QUANTITY_WORDS));

/** A restatement may name a quantity of an older version. */
export function quantityWord(name: string): string {
  return wordsByName.get(name) ?? name;
}

export const OUTCOME_WORDS: Readonly<Record<RecountView['outcome'], string>> = {
  clean: '无差异',
  differs: '有差异',
  unsettled: '未核完',
};
export const PHASE_WORDS: Readonly<Record<RecountProgressView['phase'], string>> = {
  volunteers: '正在逐人核对',
  shifts: '正在逐场核对',
  divisions: '正在逐级核对区划',
  projects: '正在逐个核对项目',
  snapshots: '正在公布每日数字',
  restatements: '正在检查已公布的数字',
  done: '核对完成',
};

const FAULT_WORDS: Readonly<Record<NonNullable<ChainCheckView['fault']>['kind'], string>> = {
  contentChanged: '内容被改动过',
  linkBroken: '与前一份对不上',
  missing: '缺失',
  unreadable: '内容无法读取',
  headDiffers: '与登记的最后一份对不上',
};

/** `第 2 份（2026年11月3日）内容被改动过`. */
export function faultText({ seq, day, kind }: NonNullable<ChainCheckView['fault']>): string {
  const of = day === null ? '' : `（${formatDay(day)}）`;
  return `第 ${formatCount(seq)} 份${of}${FAULT_WORDS[kind]}`;
}

/** `+5`, `-3`. */
export function signed(amount: number): string {
  return `${amount > 0 ? '+' : ''}${formatSigned(amount)}`;
}

/** Counts may be negative where something is wrong. */
export function formatSigned(amount: number): string {
  return amount < 0 ? `-${formatCount(-amount)}` : formatCount(amount);
}

/** A year, a month or a day of a tally. */
export function cellText(cell: string): string {
  if (isCivilDay(cell)) return formatDay(parseCivilDay(cell));
  const [year = '', month] = cell.split('-');
  return month === undefined ? `${year}年` : `${year}年${String(Number(month))}月`;
}
