/** Counts and shares of 渠道成效 in words. */
import type { PassagesView } from '@contract/channel.contract';
import { shareText } from '@domain/statistics/ratio';

import { formatCount } from '@/lib/format';

/** One step of the funnel after another. */
export const STEPS = [
  { passage: 'opened', name: '打开', unit: '次' },
  { passage: 'registered', name: '注册', unit: '人' },
  { passage: 'served', name: '首次服务', unit: '人' },
] as const satisfies readonly { readonly passage: keyof PassagesView; name: string; unit: string }[];

export const NO_SHARE = '—';

export function registeredShare({ opened, registered }: PassagesView): string {
  return shareText(registered, opened) ?? NO_SHARE;
}

export function servedShare({ registered, served }: PassagesView): string {
  return shareText(served, registered) ?? NO_SHARE;
}

export function countsText(counts: PassagesView): string {
  return STEPS.map(({ passage, name, unit }) => `${name} ${formatCount(counts[passage])} ${unit}`).join(
    ' · ',
  );
}

/** Below a row on a phone. */
export function sharesText(counts: PassagesView): string {
  return `注册 ÷ 打开 ${registeredShare(counts)}，首次服务 ÷ 注册 ${servedShare(counts)}`;
}
