import type { GrantView } from '@contract/role.contract';
import { parseCivilDay } from '@domain/time/civil-day';
import { formatDay } from '@/lib/format';
import type { TagTone } from '@/ui/layout';

type Role = GrantView['role'];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  organiser: '组织者',
  siteManager: '站点管理员',
  countyOffice: '县级管理',
  cityOffice: '市级管理',
  auditor: '审计员',
};

export const STATE_WORDS: Readonly<Record<GrantView['state'], { text: string; tone: TagTone }>> = {
  ahead: { text: '还没开始', tone: 'amber' },
  inForce: { text: '有效', tone: 'green' },
  ended: { text: '已到期', tone: 'plain' },
  revoked: { text: '已收回', tone: 'plain' },
};

export function termWords({ fromDay, toDay }: Pick<GrantView, 'fromDay' | 'toDay'>): string {
  const end = toDay === null ? '长期' : `至 ${formatDay(parseCivilDay(toDay))}`;
  return `${formatDay(parseCivilDay(fromDay))}起，${end}`;
}

export function holderWords({ maskedName }: GrantView): string {
  return maskedName ?? '部署时指定';
}
