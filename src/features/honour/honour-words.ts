/** 表彰 in words. */
import type { CommendationView, HonourView } from '@contract/commendation.contract';
import { formatDay } from '@/lib/format';
import type { TagTone } from '@/ui/layout';

export const LEVEL_WORDS: Readonly<Record<HonourView['level'], string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
};
export const KIND_WORDS: Readonly<Record<HonourView['kind'], string>> = {
  volunteer: '志愿者',
  team: '队伍',
  project: '项目',
};
export const STATE_TAGS: Readonly<
  Record<CommendationView['state'], { readonly text: string; readonly tone: TagTone }>
> = {
  waiting: { text: '等另一人核对', tone: 'amber' },
  inForce: { text: '生效', tone: 'green' },
  refused: { text: '没有通过', tone: 'plain' },
  revoked: { text: '已撤销', tone: 'plain' },
};

export function honourLines({ level, documentNumber, day, reason }: HonourView): string[] {
  return [`${LEVEL_WORDS[level]} · ${documentNumber} · ${formatDay(day)}`, reason];
}
